import { type DatabaseSync } from 'node:sqlite';

import { type Lead, type Scalar } from '../domain';
import { integer, optionalText, type Row, text } from './rows';

export type LeadStore = ReturnType<typeof leadStore>;

/** The workspace's leads: one row per address, in lower case. */
export function leadStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO leads (email, first_name, last_name, company, job_title, custom_fields) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE leads SET first_name = coalesce(?, first_name), last_name = coalesce(?, last_name),
      company = coalesce(?, company), job_title = coalesce(?, job_title), custom_fields = ? WHERE id = ?`,
  );
  const select = database.prepare('SELECT id, custom_fields FROM leads WHERE email = ?');

  return {
    /** Adds the lead, or overwrites the fields it brings; fields it leaves out keep their value. */
    upsert(lead: Lead): { id: number; created: boolean } {
      const standard = [
        lead.firstName ?? null,
        lead.lastName ?? null,
        lead.company ?? null,
        lead.jobTitle ?? null,
      ];
      const known = select.get(lead.email);
      if (known === undefined) {
        const added = insert.run(lead.email, ...standard, sortedJson(lead.customFields));
        return { id: Number(added.lastInsertRowid), created: true };
      }
      const id = integer(known, 'id');
      const fields = { ...parseCustomFields(text(known, 'custom_fields')), ...lead.customFields };
      update.run(...standard, sortedJson(fields), id);
      return { id, created: false };
    },
  };
}

/** The fields of a row of `leads`, as tokens find them. */
export function leadFromRow(row: Row): Lead {
  const lead: Lead = {
    email: text(row, 'email'),
    customFields: parseCustomFields(text(row, 'custom_fields')),
  };
  const standard = {
    firstName: optionalText(row, 'first_name'),
    lastName: optionalText(row, 'last_name'),
    company: optionalText(row, 'company'),
    jobTitle: optionalText(row, 'job_title'),
  };
  if (standard.firstName !== null) lead.firstName = standard.firstName;
  if (standard.lastName !== null) lead.lastName = standard.lastName;
  if (standard.company !== null) lead.company = standard.company;
  if (standard.jobTitle !== null) lead.jobTitle = standard.jobTitle;
  return lead;
}

/** Sorted, so that the same fields make the same text, in whatever order they came. */
function sortedJson(fields: Record<string, Scalar>): string {
  const names = Object.keys(fields);
  if (names.length === 0) return '{}';
  return JSON.stringify(Object.fromEntries(names.sort().map((name) => [name, fields[name]])));
}

function parseCustomFields(json: string): Record<string, Scalar> {
  const parsed: unknown = JSON.parse(json);
  const fields: Record<string, Scalar> = {};
  if (typeof parsed !== 'object' || parsed === null) return fields;
  for (const [name, value] of Object.entries(parsed)) {
    if (isScalar(value)) fields[name] = value;
  }
  return fields;
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
