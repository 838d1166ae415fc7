import { type Lead, type LeadField } from '../lead';
import { type LeadSource } from './presets';

/** Why there is no lead. */
type MappingFailure = 'no_email' | 'invalid_email' | 'opted_out' | 'many_records' | 'not_a_record';

/** What to know of a lead before it is mailed. */
export type MappingWarning =
  'several_emails' | 'role_address' | 'free_domain' | 'disposable_domain' | 'misspelt_domain' | 'customer';

export type MappingIssueCode = MappingFailure | MappingWarning;

/** Something that the sender of a record should know: why there is no lead, or a warning about the one there is. */
export type MappingIssue = { code: MappingIssueCode; message: string; path?: string };

/** What became of a record. */
export type MappedLead = {
  lead: Lead | null;
  source: LeadSource;
  issues: MappingIssue[];
  /** With `explain`: the path in the record that each field came from. */
  from?: { [field in LeadField]?: string };
};

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
  /** Whether names in capitals or in lower case only are put right (`JOHN`, `van der berg`). Default: true. */
  tidy?: boolean;
  /** Whether the result says where each field came from. Default: false. */
  explain?: boolean;
};
