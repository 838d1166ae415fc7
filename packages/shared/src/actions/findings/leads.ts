import * as z from 'zod/mini';

import { parseJsonOrText } from '../../json';
import { readAddresses } from '../../mapping/clean/email';
import { orUnknown } from '../../or-else';
import { absentIfBlank, refuse } from '../input';

/** A lead as a step before told of it. */
export type ToldLead = { email?: string; status?: string };

const text = orUnknown(z.string());
const told = z.object({ email: text, status: text });

/**
 * The leads that a user gave: results of Enroll or addresses, as a list, as JSON or as a text with commas between;
 * undefined for none.
 */
export function readLeads(given: unknown): ToldLead[] | undefined {
  const value = absentIfBlank(typeof given === 'string' ? parseJsonOrText(given) : given);
  if (value === undefined) return undefined;
  return [value].flat().flatMap((one: unknown): ToldLead[] => {
    if (typeof one === 'string') return readAddresses(one).map((email) => ({ email }));
    const lead = told.safeParse(one);
    return lead.success ? [lead.data] : refuse('Leads holds neither results of Enroll nor addresses.');
  });
}
