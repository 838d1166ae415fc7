import { type Lead } from '../lead';
import { partOfName } from './clean/name-words';
import { cleanText } from './clean/text';

/** Fields of a lead that somebody filled in by hand. The address is an option of `mapLead`. */
export type GivenFields = Omit<Partial<Lead>, 'email'>;

/**
 * A mapped lead with the fields that were given by hand, which go before the record's. Their texts are cleaned as a
 * record's are, only custom fields stay as they were written; blank ones count as not given. Changes neither argument.
 */
export function withGivenFields(lead: Lead, given: GivenFields): Lead {
  const firstName = partOfName(cleanText(given.firstName));
  const lastName = partOfName(cleanText(given.lastName));
  const company = cleanText(given.company);
  const jobTitle = cleanText(given.jobTitle);
  const customFields = { ...lead.customFields };
  for (const [key, value] of Object.entries(given.customFields ?? {})) {
    if (typeof value !== 'string' || value.trim() !== '') customFields[key] = value;
  }
  return {
    ...lead,
    ...(firstName !== '' && { firstName }),
    ...(lastName !== '' && { lastName }),
    ...(company !== '' && { company }),
    ...(jobTitle !== '' && { jobTitle }),
    ...(Object.keys(customFields).length > 0 && { customFields }),
  };
}
