import { type Lead, type LeadSource, type MappedLead } from '../../../shared/core';
import { type ItemName } from './item-name';

/** What is known of an item, whatever it gives. */
export type ItemFacts = {
  item: number;
  name: ItemName;
  campaignId?: string;
  /** The kind of record that the item was read as. */
  source?: LeadSource | 'manual';
  /** What its sender should know of the lead, in sentences. */
  warnings: string[];
  /** Those of the copy: what the lead is checked for, and whose fallbacks it brings. */
  tokens: string[];
  /** Where each field of the lead was found; for a preview only. */
  from?: MappedLead['from'];
};

/** Why an item is not sent. It may hold a lead all the same. */
type Refused = {
  status: 'invalid' | 'opted_out' | 'incomplete';
  reason: string;
  lead?: Lead;
  hasNoAddress?: boolean;
};

/** What an item gives: a lead for a campaign, or the reason why it gives none. */
export type ReadItem = ItemFacts & ({ status: 'readable'; campaignId: string; lead: Lead } | Refused);
