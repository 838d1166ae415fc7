import { type Lead } from '../lead';
import { type LeadSource } from './presets';

export type MappingIssueCode =
  'no_email' | 'invalid_email' | 'several_emails' | 'opted_out' | 'many_records' | 'not_a_record';

/** Something that the sender of a record should know. All codes but `several_emails` mean that there is no lead. */
export type MappingIssue = { code: MappingIssueCode; message: string; path?: string };

/** What became of a record. */
export type MappedLead = { lead: Lead | null; source: LeadSource; issues: MappingIssue[] };

export type MapLeadOptions = {
  /** Where the record comes from. `auto`, the default, tells by its shape. */
  source?: LeadSource | 'auto';
  /**
   * An address given by hand. It goes before the record's, so a record without one still gives its other fields. It is
   * cleaned like the record's; when blank it counts as not given.
   */
  email?: string;
  /**
   * What goes into the lead's custom fields: nothing (the default), all that no other field takes (`unmapped`), or the
   * values at these paths. A path is a header of the record as it stands, or keys with dots between them
   * (`properties.industry`, `tags[0]`, `["key.with.dots"]`).
   */
  customFields?: 'none' | 'unmapped' | readonly string[];
  /** Whether a person who opted out of email, or whose address bounced, gives no lead. Default: true. */
  honorOptOut?: boolean;
};
