import { type CustomValue, type Lead } from '../lead';
import { cleanEmail } from '../mapping/clean/email';
import { standardTokens } from '../personalization/tokens';

const reservedKeys = new Set<string>([
  ...standardTokens,
  'customFields',
  '__proto__',
  'constructor',
  'prototype',
]);

/**
 * The cleaned address of a lead that can be sent, or the reason why it cannot. Callers in plain JavaScript may hand in
 * anything, so every field is looked at.
 */
export function checkLead(input: Lead): { email: string } | { reason: string } {
  const given: unknown = input;
  if (typeof given !== 'object' || given === null)
    return { reason: 'It is not a lead but ' + typeof given + '.' };
  const address: unknown = input.email;
  const email = typeof address === 'string' ? cleanEmail(address) : undefined;
  if (email === undefined) {
    const isMissing = typeof address !== 'string' || address.trim() === '';
    return {
      reason: isMissing
        ? 'It has no e-mail address.'
        : `"${address.slice(0, 100)}" is not an e-mail address.`,
    };
  }

  const { firstName, lastName, company, jobTitle } = input;
  if (!isText(firstName)) return { reason: notText('firstName', firstName) };
  if (!isText(lastName)) return { reason: notText('lastName', lastName) };
  if (!isText(company)) return { reason: notText('company', company) };
  if (!isText(jobTitle)) return { reason: notText('jobTitle', jobTitle) };
  return { email };
}

/**
 * A checked lead as it is sent, with its cleaned address and without empty fields. A custom field that could shadow a
 * standard one, or whose value Leadterra cannot hold, is left out, and `leaveOut` is told.
 */
export function prepareLead(input: Lead, email: string, leaveOut: (what: string) => void): Lead {
  const { firstName, lastName, company, jobTitle, customFields } = input;
  // Most leads are complete, and to write one at once is faster than to add field after field.
  if (firstName && lastName && company && jobTitle && !customFields)
    return { email, firstName, lastName, company, jobTitle };
  const lead: Lead = { email };
  if (firstName) lead.firstName = firstName;
  if (lastName) lead.lastName = lastName;
  if (company) lead.company = company;
  if (jobTitle) lead.jobTitle = jobTitle;
  const picked = customFields && pickCustomFields(customFields, leaveOut);
  if (picked) lead.customFields = picked;
  return lead;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || value === undefined || value === null;
}

function notText(field: string, value: unknown): string {
  return `Its ${field} is not a text but ${typeof value}.`;
}

function pickCustomFields(
  fields: Record<string, unknown>,
  leaveOut: (what: string) => void,
): Record<string, CustomValue> | undefined {
  const picked: Record<string, CustomValue> = {};
  let any = false;
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '') continue;
    if (reservedKeys.has(key)) leaveOut(`the custom field "${key}", because a lead has a field of that name`);
    else if (!isCustomValue(value))
      leaveOut(`the custom field "${key}", because it is no text, number or yes/no`);
    else {
      picked[key] = value;
      any = true;
    }
  }
  return any ? picked : undefined;
}

function isCustomValue(value: unknown): value is CustomValue {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** Puts a later record's fields into an earlier one of the same address; what the later one lacks stays. */
export function mergeLead(earlier: Lead, later: Lead): void {
  const customFields = { ...earlier.customFields, ...later.customFields };
  Object.assign(earlier, later);
  if (Object.keys(customFields).length > 0) earlier.customFields = customFields;
}
