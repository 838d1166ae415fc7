import type { Lead } from '../../../src/lead';
import type { LeadSource } from '../../../src/mapping';

/** A record in the shape that a source really gives, with people and companies of our own, and the lead it makes. */
export type RecordCase = { name: string; source: LeadSource; record: unknown; lead: Lead };
