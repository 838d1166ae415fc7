import { type Lead, type LeadSource } from '@leadterra/shared';

/** A record in the shape that a source really gives, with people and companies of our own, and the lead it makes. */
export type RecordCase = { name: string; source: LeadSource; record: unknown; lead: Lead };
