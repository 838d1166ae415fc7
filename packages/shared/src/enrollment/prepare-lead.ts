import { type CompleteLead, type CustomValue, isLeadField, type Lead, optionalLeadFields } from '../lead';

/**
 * A checked lead as it is sent, with its cleaned address and without empty fields. A custom field that could shadow a
 * standard one, or whose value Leadterra cannot hold, is left out, and `leaveOut` is told.
 */
export function prepareLead(input: Lead, email: string, leaveOut: (what: string) => void): Lead {
  const { firstName, lastName, company, jobTitle, customFields } = input;
  // Most leads are complete, and to write one at once is faster than to add field after field.
  if (isFilled(firstName) && isFilled(lastName) && isFilled(company) && isFilled(jobTitle) && !customFields) {
    const complete: CompleteLead = { email, firstName, lastName, company, jobTitle };
    return complete;
  }
  const lead: Lead = { email };
  for (const field of optionalLeadFields) {
    const value = input[field];
    if (isFilled(value)) lead[field] = value;
  }
  const picked = customFields && pickCustomFields(customFields, leaveOut);
  if (picked) lead.customFields = picked;
  return lead;
}

function isFilled(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a custom field of this name could take the place of something else. */
function isReserved(key: string): boolean {
  return isLeadField(key) || key === 'customFields' || unsafeKeys.has(key);
}

function pickCustomFields(
  fields: Record<string, unknown>,
  leaveOut: (what: string) => void,
): Record<string, CustomValue> | undefined {
  const picked: Record<string, CustomValue> = {};
  let any = false;
  for (const key of Object.keys(fields)) {
    const value = readField(fields, key);
    if (value === undefined || value === null || (typeof value === 'string' && !isFilled(value))) continue;
    if (isReserved(key)) leaveOut(`the custom field "${key}", because a lead has a field of that name`);
    else if (!isCustomValue(value))
      leaveOut(`the custom field "${key}", because it is no text, number or yes/no`);
    else {
      picked[key] = value;
      any = true;
    }
  }
  return any ? picked : undefined;
}

/** A value, or undefined, which counts as not given, where to read it fails. */
function readField(fields: Record<string, unknown>, key: string): unknown {
  try {
    return fields[key];
  } catch {
    return undefined;
  }
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
