import { type Lead, type LeadSource } from '../../../shared/core';

/** What an item gives: a lead for a campaign with these tokens in its copy, or the reason why it gives none. */
export type ReadItem = { item: number; campaignId?: string; source?: LeadSource | 'manual' } & (
  | { campaignId: string; lead: Lead; tokens: string[] }
  | { status: 'invalid' | 'opted_out' | 'incomplete'; reason: string; email?: string; hasNoAddress?: boolean }
);
