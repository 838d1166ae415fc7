import { isRecord } from '../json';
import { textIn } from './nested';
import { type UnknownRecord } from './preset';

/** Cells of one record that are looked at; a form has fewer, and a hostile record may have any number. */
const maxCells = 300;

/** Where forms and tables that are no sheets put what a cell is called. */
const labelKeys = ['label', 'question', 'title', 'name', 'column', 'field', 'key', 'attribute', 'property'];
const valueKeys = ['value', 'answer', 'response', 'values', 'text', 'content', 'raw_value', 'display_value'];
const shortId = /^(?=[^_ -]*\d)[A-Za-z0-9_-]{8,}$/;

const textOf = (value: unknown): string | undefined => {
  const text = textIn(value);
  return typeof text === 'string' && text !== '' ? text : undefined;
};

function labelOf(cell: UnknownRecord, titles: ReadonlyMap<unknown, string>): string | undefined {
  const field = isRecord(cell.field) ? cell.field : undefined;
  const title = field && (titles.get(field.id) ?? titles.get(field.ref) ?? textOf(field.ref));
  if (title !== undefined && !shortId.test(title)) return title;
  const keys = Object.hasOwn(cell, 'answer') ? ['text', ...labelKeys] : labelKeys;
  for (const key of keys) {
    const label = textOf(cell[key]);
    if (label !== undefined && !shortId.test(label)) return label;
  }
  return undefined;
}

/** What stands in a cell. Notion and Typeform name the place by the type: `{ type: 'email', email: … }`. */
function valueOf(cell: UnknownRecord): { value: unknown } | undefined {
  if (typeof cell.type === 'string' && Object.hasOwn(cell, cell.type)) return { value: cell[cell.type] };
  const key = valueKeys.find((one) => Object.hasOwn(cell, one));
  return key === undefined ? undefined : { value: cell[key] };
}

/** A list of texts as it is, what nests a text by that text; the rest stays: a name in its parts. */
function plain(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === 'string' ? value : (textIn(value) ?? value);
}

type Pair = { label: string; value: unknown };

function pairIn(cell: UnknownRecord, key: string, titles: ReadonlyMap<unknown, string>): Pair | undefined {
  const found = valueOf(cell);
  const name = /^\d*$/.test(key) ? undefined : key;
  const label = name ?? labelOf(cell, titles) ?? textOf(cell.type);
  return found && label !== undefined ? { label, value: plain(found.value) } : undefined;
}

const noTitles: ReadonlyMap<unknown, string> = new Map();

/** What the questions of a form are called, by their ids: Typeform sends them beside the answers. */
export function titlesIn(record: UnknownRecord): ReadonlyMap<unknown, string> {
  const { definition } = record;
  const fields: unknown = isRecord(definition) ? definition.fields : undefined;
  if (!Array.isArray(fields)) return noTitles;
  return new Map(
    fields.slice(0, maxCells).flatMap((field: unknown): [unknown, string][] => {
      if (!isRecord(field) || typeof field.title !== 'string') return [];
      const { title } = field;
      return [field.id, field.ref].filter((id) => id !== undefined).map((id) => [id, title]);
    }),
  );
}

type Entry = [key: string, value: unknown];

function entriesOf(value: unknown): Entry[] {
  if (Array.isArray(value)) return value.slice(0, maxCells).map((cell: unknown) => ['', cell]);
  return isRecord(value) ? Object.entries(value).slice(0, maxCells) : [];
}

const mayBeCell = (entry: Entry): entry is [string, UnknownRecord] =>
  isRecord(entry[1]) && !isPerson(entry[1]);

/**
 * A list of labelled values (`[{ label: 'Email', value: … }]`), or an object whose values are such cells, as the flat
 * record that it stands for. Undefined for what is none.
 */
export function flatten(value: unknown, titles = noTitles): UnknownRecord | undefined {
  const entries = entriesOf(value);
  if (!entries.every(mayBeCell)) return undefined;
  const pairs = entries.map(([key, cell]) => pairIn(cell, key, titles)).filter((pair) => pair !== undefined);
  // Records in a list may have a name and a value too; but not nearly all that they have is these.
  if (pairs.length * 2 <= entries.length) return undefined;
  const flat = new Map<string, unknown>();
  for (const pair of pairs) if (!flat.has(pair.label)) flat.set(pair.label, pair.value);
  return Object.fromEntries(flat);
}

/** A record of its own rather than a cell: it has an address under a name for it, and no type that says so. */
function isPerson(cell: UnknownRecord): boolean {
  const hasAddress = ['email', 'Email', 'email_address', 'emails', 'emailAddress'].some((key) =>
    Object.hasOwn(cell, key),
  );
  return hasAddress && cell.type !== 'email';
}
