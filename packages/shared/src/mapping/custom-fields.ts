import { isRecord } from '../json';
import { type CustomValue, isLeadField } from '../lead';
import { cleanText } from './clean/text';
import { columnOf } from './headers/column';
import { parsePath, type Path, valuesAt } from './paths';
import { type UnknownRecord } from './preset';
import { type CompiledShape } from './table';

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const isRefused = (key: string) => isLeadField(key) || key === 'customFields' || unsafeKeys.has(key);

/**
 * A name as the key of a custom field, so that `{{key}}` works in copy: its letters (of any script), digits and `_`,
 * with one `_` for each run of anything else, and a `_` before a leading digit. `Use case (2024)` → `Use_case_2024`.
 * Undefined when nothing is left, for the names of standard fields and for `__proto__` and its like.
 */
function customKey(name: string): string | undefined {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}_]+/gu);
  if (!words) return undefined;
  const key = words.join('_');
  const token = /^[\p{L}_]/u.test(key) ? key : `_${key}`;
  return isRefused(token) ? undefined : token;
}

/** The value as a custom field holds it; undefined when it is empty or no single value. */
function customValue(value: unknown): CustomValue | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return cleanText(value) || undefined;
}

/** As `customValue`, and looks into HubSpot's `{ value }` and Attio's `[{ value }]`. */
function nestedValue(value: unknown): CustomValue | undefined {
  const element: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return customValue(isRecord(element) ? element.value : element);
}

/** Custom fields in the making. */
type CustomFields = Map<string, CustomValue>;

/** The first value for a key stays. */
function add(fields: CustomFields, name: string, value: CustomValue | undefined): void {
  if (value === undefined) return;
  const key = customKey(name);
  if (key !== undefined && !fields.has(key)) fields.set(key, value);
}

type NamedPath = { text: string; path: Path; lastKey: string; keys: readonly string[]; isUnsafe: boolean };

const maxRemembered = 500;
const remembered = new Map<string, NamedPath>();

function namedPath(text: string): NamedPath {
  const known = remembered.get(text);
  if (known) return known;
  const path = parsePath(text);
  const keys = path.steps.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
  const lastKey = keys.findLast((key) => !/^\d+$/.test(key)) ?? text;
  const named = {
    text,
    path,
    lastKey,
    keys: [customKey(text), customKey(lastKey)].filter((key) => key !== undefined),
    isUnsafe: keys.some((key) => unsafeKeys.has(key)),
  };
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(text, named);
  return named;
}

type Lookup = { records: ReadonlySet<UnknownRecord>; mapped: UnknownRecord };

function addNamed(fields: CustomFields, named: NamedPath, { records, mapped }: Lookup): void {
  if (named.isUnsafe) return;
  for (const record of records) {
    add(fields, named.text, nestedValue(record[named.text]));
    for (const value of valuesAt(record, named.path)) add(fields, named.lastKey, nestedValue(value));
  }
  for (const key of named.keys) add(fields, key, customValue(mapped[key]));
}

/** The record's own fields by name: keys of an object, or Agile CRM's list of `{ name, value }`. */
function ownFields(container: unknown): [string, unknown][] {
  if (isRecord(container)) return Object.entries(container);
  if (!Array.isArray(container)) return [];
  return container.flatMap((field: unknown): [string, unknown][] =>
    isRecord(field) && typeof field.name === 'string' ? [[field.name, field.value]] : [],
  );
}

function addUnmapped(fields: CustomFields, record: UnknownRecord, { shape, takenKeys }: CompiledShape): void {
  const key = shape.unmappedIn;
  for (const [name, value] of ownFields(key === undefined ? record : record[key])) {
    const { kind } = columnOf(name);
    if (takenKeys.has(name) || kind === 'ignored') continue;
    if (kind === 'permission' && shape.knows?.some((begin) => name.startsWith(begin))) continue;
    add(fields, name, key === undefined ? customValue(value) : nestedValue(value));
  }
}

/** Fields that a sheet often has and a lead has no place of its own for. */
const named = new Set<string>(['phone', 'linkedinUrl', 'website']);

function addUnmappedColumns(fields: CustomFields, record: UnknownRecord): void {
  for (const [header, value] of Object.entries(record)) {
    const column = columnOf(header);
    switch (column.kind) {
      case 'field':
        if (!named.has(column.field)) break;
        add(fields, fields.has(column.field) ? header : column.field, customValue(value));
        break;
      case 'permission':
        if (column.permission === 'status') add(fields, header, customValue(value));
        break;
      case 'ignored':
        break;
      case 'kind':
      case 'deal':
      case 'thing':
      case 'own':
      case 'others':
      case 'custom':
        add(fields, header, customValue(value));
    }
  }
}

/**
 * The custom fields of a record. `whole` is the record as it came, `record` the same without wrappers; a path is
 * looked up in both. `paths` is the table the record was read by, undefined for headers.
 */
export function readCustomFields(
  wanted: 'unmapped' | readonly string[],
  whole: UnknownRecord,
  record: UnknownRecord,
  paths: CompiledShape | undefined,
): Record<string, CustomValue> | undefined {
  const fields: CustomFields = new Map();
  // A lead that was mapped before brings its custom fields along.
  const mapped = isRecord(record.customFields) ? record.customFields : {};
  if (wanted !== 'unmapped') {
    const records = new Set([record, whole]);
    for (const text of wanted) addNamed(fields, namedPath(text), { records, mapped });
  } else {
    if (paths) addUnmapped(fields, record, paths);
    else addUnmappedColumns(fields, record);
    for (const [name, value] of Object.entries(mapped)) add(fields, name, customValue(value));
  }
  return fields.size > 0 ? Object.fromEntries(fields) : undefined;
}
