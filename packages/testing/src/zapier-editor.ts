// What the Zap editor does between a user who fills in the fields of a step and the bundle that the step runs with, as
// far as zapier-platform-core's types, its documentation and issues of live Zaps tell.
import * as z from 'zod';

const fieldBase = z.object({
  key: z.string(),
  label: z.string().default(''),
  type: z.string().default('string'),
  required: z.boolean().default(false),
  list: z.boolean().default(false),
  default: z.string().optional(),
});
const fieldList = z.array(fieldBase.extend({ children: z.array(fieldBase).optional() }));
type Field = z.infer<typeof fieldBase>;

/**
 * What is put into the fields of a step, by their keys; line items by those of the children. A text may hold values of
 * earlier steps: `{{contact.properties.email}}`, and `{{order.people[].email}}` for each of a list. A list field takes
 * several texts, one of names and values an object of texts.
 */
export type Filled = Record<string, string | string[] | Record<string, string>>;

/** What earlier steps put out, by the names that fields call them. */
export type EarlierSteps = Record<string, unknown>;

/** A list that an earlier step gave, each of its columns mapped to the field of the same name. */
export function mappedList(rows: Record<string, unknown>[]): { filled: Filled; steps: EarlierSteps } {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return {
    filled: Object.fromEntries(columns.map((key) => [key, `{{list.rows[].${key}}}`])),
    steps: { list: { rows } },
  };
}

/**
 * The `inputData` that a live run of a step gets.
 * @param fields the step's input fields
 * @throws Error for a key that no field has, and for a required field without a value, with which Zapier runs no step
 */
export function resolveInput(
  fields: unknown,
  filled: Filled,
  steps: EarlierSteps = {},
): Record<string, unknown> {
  const inputData: Record<string, unknown> = {};
  const known = new Set<string>();
  for (const field of fieldList.parse(fields)) {
    known.add(field.key);
    for (const child of field.children ?? []) known.add(child.key);
    if (field.children) Object.assign(inputData, resolveLineItems(field.key, field.children, filled, steps));
    else if (field.type !== 'copy') Object.assign(inputData, resolveField(field, filled[field.key], steps));
  }
  const unknown = Object.keys(filled).filter((key) => !known.has(key));
  if (unknown.length > 0) throw new Error(`The step has no field ${unknown.join(', ')}.`);
  return inputData;
}

function resolveField(
  field: Field,
  given: Filled[string] | undefined,
  steps: EarlierSteps,
): Record<string, unknown> {
  const { key, label, required, list } = field;
  const filled = given ?? field.default;
  if (filled === undefined) {
    if (required) throw new Error(`Required field "${label}" (${key}) is missing.`);
    return {};
  }
  if (list) {
    const texts = Array.isArray(filled) ? filled : [textIn(key, filled)];
    const columns = texts.map((text) => columnOf(text, steps));
    return { [key]: columns.flatMap(({ text, list }) => list ?? [text]) };
  }
  if (typeof filled === 'object' && !Array.isArray(filled)) {
    const entries = Object.entries(filled).map(([name, text]) => [name, joined(text, steps)] as const);
    return { [key]: Object.fromEntries(entries) };
  }
  const text = joined(textIn(key, filled), steps);
  if (required && text.trim() === '') throw new Error(`Required field "${label}" (${key}) is missing.`);
  return { [key]: typed(field, text) };
}

function textIn(key: string, filled: Filled[string]): string {
  if (typeof filled === 'string') return filled;
  throw new Error(`The field ${key} takes one text.`);
}

/**
 * The parent stands there only where lists were mapped, with one object for each of them. What the children hold stands
 * at the top level in any case, lists joined with commas.
 */
function resolveLineItems(parent: string, children: Field[], filled: Filled, steps: EarlierSteps) {
  const columns = children.flatMap((child) => {
    const given = filled[child.key];
    return given === undefined ? [] : [{ child, ...columnOf(textIn(child.key, given), steps) }];
  });
  const top = columns.map(({ child, text }) => [child.key, typed(child, text)] as const);
  const length = Math.max(0, ...columns.map(({ list }) => list?.length ?? 0));
  const rows = Array.from({ length }, (_, row) =>
    Object.fromEntries(
      columns.map(({ child, text, list }) => {
        const value = list === undefined ? text : (list[row] ?? '');
        return [child.key, typed(child, value)] as const;
      }),
    ),
  );
  return { ...Object.fromEntries(top), ...(length > 0 && { [parent]: rows }) };
}

/** Zapier hands numbers and truth values over as such. */
function typed({ type }: Field, text: string): string | number | boolean {
  if (text.trim() === '') return text;
  if ((type === 'integer' || type === 'number') && !Number.isNaN(Number(text))) return Number(text);
  return type === 'boolean' ? ['true', 'yes', '1'].includes(text.trim().toLowerCase()) : text;
}

const pill = /\{\{([^{}]*)\}\}/g;
const onePill = /^\{\{([^{}]*)\}\}$/;

/** What was filled in as one text, and as a list where one was mapped. */
function columnOf(text: string, steps: EarlierSteps): { text: string; list?: string[] } {
  const path = onePill.exec(text.trim())?.[1];
  const value = path === undefined ? undefined : valueAt(path, steps);
  if (!Array.isArray(value)) return { text: joined(text, steps) };
  const list = value.map(shown);
  return { text: list.join(','), list };
}

/** The text with values in the place of its pills. What no earlier step gave is nothing. */
function joined(text: string, steps: EarlierSteps): string {
  return text.replace(pill, (_, path: string) => shown(valueAt(path, steps)));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(shown).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueAt(path: string, steps: unknown): unknown {
  let found = steps;
  for (const name of path.trim().split('.')) found = step(found, name.replace(/\[\]$/, ''));
  return found;
}

function step(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => step(one, name));
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return found;
}
