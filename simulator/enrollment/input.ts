import type { Lead } from '@leadterra/shared';

import { type Input, type InputRecord } from './history.ts';

export const forbiddenTitle = 'Forbidden';

export function addressOf(person: number): string {
  return `lead${person}@acme.example`;
}

/** Which person an address belongs to; undefined when it is nobody's. */
export function personOf(address: string): number | undefined {
  const found = /^lead(\d+)@acme\.example$/.exec(address)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Whether a record's address can be read. */
export function isReadable({ kind }: InputRecord): boolean {
  return kind !== 'nobody' && kind !== 'hostile';
}

/** The lead that a record is handed in as. */
export function leadOf(record: InputRecord): Lead {
  const { kind, firstName, company, customFields, badTitle, padding } = record;
  const lead: Lead = { email: spelled(record) };
  if (firstName !== undefined) lead.firstName = firstName;
  if (company !== undefined) lead.company = company;
  if (badTitle) lead.jobTitle = forbiddenTitle;
  if (customFields || padding)
    lead.customFields = { ...customFields, ...(padding && { notes: 'x'.repeat(padding) }) };
  if (kind !== 'hostile') return lead;
  return Object.defineProperty(lead, 'firstName', {
    get: () => {
      throw new Error('This lead does not want to be read.');
    },
  });
}

function spelled({ kind, person }: InputRecord): string {
  const address = addressOf(person);
  switch (kind) {
    case 'plain':
    case 'hostile':
      return address;
    case 'shouted':
      return address.toUpperCase();
    case 'spaced':
      return ` Ava <${address}> `;
    case 'nobody':
      return person % 2 === 0 ? '' : 'nobody at all';
  }
}

// A lead has fields of these names; what else bears one is not passed on.
const standardFields = ['email', 'firstName', 'lastName', 'company', 'jobTitle'];
const reservedFields = new Set([...standardFields, 'customFields', '__proto__', 'constructor', 'prototype']);

/** The fields of a record that are to arrive, beside one another: what is blank does not. */
export function fieldsOf(record: InputRecord): Map<string, unknown> {
  const { firstName, company, customFields = {}, badTitle, padding } = record;
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(customFields))
    if (!reservedFields.has(name)) fields.set(name, value);
  if (padding) fields.set('notes', 'x'.repeat(padding));
  fields.set('firstName', firstName).set('company', company);
  if (badTitle) fields.set('jobTitle', forbiddenTitle);
  for (const [name, value] of fields) if (isBlank(value)) fields.delete(name);
  return fields;
}

/** What is to be known of a person once all records have arrived: later ones complete and correct earlier ones. */
export function mergedFields({ records }: Input, person: number): Map<string, unknown> {
  const merged = new Map<string, unknown>();
  for (const record of records) {
    if (record.person !== person || !isReadable(record)) continue;
    for (const [name, value] of fieldsOf(record)) merged.set(name, value);
  }
  return merged;
}

/** Whether a value renders as nothing. */
export function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Those of the tokens that would be blank. */
export function blankTokens(fields: Map<string, unknown>, address: string, tokens: string[]): string[] {
  return tokens.filter((token) => isBlank(token === 'email' ? address : fields.get(token)));
}
