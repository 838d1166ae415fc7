import { LeadterraError } from '@leadterra/shared';
import { filledIn } from '../input';
import { type LeadInput } from './lead';

/**
 * The leads of one line item. A step without line items joins lists with commas, one text per field; they are taken
 * apart by position.
 * @throws LeadterraError (`invalid_input`) when a field has another number of parts than there are addresses: no name
 * must go to the wrong person
 */
export function splitLineItem(item: LeadInput): LeadInput[] {
  const emails = item.email?.split(',') ?? [];
  if (emails.length < 2) return Object.keys(filledIn(item)).length > 0 ? [item] : [];
  const { firstName, lastName, company, jobTitle } = item;
  const columns = {
    firstName: partsOf('First Name', firstName, emails.length),
    lastName: partsOf('Last Name', lastName, emails.length),
    company: partsOf('Company', company, emails.length),
    jobTitle: partsOf('Job Title', jobTitle, emails.length),
  };
  return emails.map((email, index) => ({
    email: email.trim(),
    firstName: columns.firstName[index],
    lastName: columns.lastName[index],
    company: columns.company[index],
    jobTitle: columns.jobTitle[index],
  }));
}

function partsOf(label: string, text: string | undefined, count: number): (string | undefined)[] {
  if (text === undefined) return [];
  const parts = text.split(',').map((part) => part.trim() || undefined);
  if (parts.length === count) return parts;
  throw new LeadterraError({
    kind: 'invalid_input',
    summary: `E-mail Address holds ${count} addresses, but ${label} holds ${parts.length} values: "${text.slice(0, 80)}".`,
    advice:
      'Map fields of the same list. If a value has a comma of its own, use a step that gives line items, or leave the field empty.',
  });
}
