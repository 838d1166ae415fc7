import { lazily } from '../lazily';
import { type Lead, optionalLeadFields } from '../lead';
import { nameIn } from './clean/kinds';
import { cleanText } from './clean/text';

/** Fields of a lead that somebody filled in by hand. The address is an option of `mapLead`. */
export type GivenFields = Omit<Partial<Lead>, 'email'>;

const hasLetter = lazily(() => /\p{L}/u);

/**
 * A mapped lead with the fields that were given by hand, which go before the record's. Their texts are cleaned as a
 * record's are, only custom fields stay as they were written; blank ones count as not given. Changes neither argument.
 */
export function withGivenFields(lead: Lead, given: GivenFields): Lead {
  const filled: Lead = { ...lead };
  for (const field of optionalLeadFields) {
    const isName = field === 'firstName' || field === 'lastName';
    const text = cleanText(given[field]);
    // A number is what somebody chose to give as a name.
    const cleaned = isName && hasLetter().test(text) ? nameIn(text) : text;
    if (cleaned !== '') filled[field] = cleaned;
  }
  const customFields = Object.entries(given.customFields ?? {}).filter(
    ([, value]) => typeof value !== 'string' || value.trim() !== '',
  );
  if (customFields.length > 0)
    filled.customFields = { ...lead.customFields, ...Object.fromEntries(customFields) };
  return filled;
}
