import { isRecord } from '../json';
import { isYes } from './clean/flag';
import { type UnknownRecord } from './preset';

/** Elements of one list that are looked at; a person has fewer addresses, and a hostile record may have any number. */
const maxElements = 100;

export type Step =
  { kind: 'key'; key: string } | { kind: 'each' } | { kind: 'where'; key: string; equals: string };

/**
 * A way into a record, compiled once. `text` is how it is written:
 * `a.b` a key in a key, `["a.b"]` a key with dots, `[0]` an element, `list[]` every element of a list (or every value
 * of an object), the one marked as primary first, `list[type=EMAIL]` only the elements with that value.
 */
export type Path = { text: string; steps: readonly Step[]; onlyKey: string | undefined };

const step = /\["([^"]*)"\]|\[([^=[\]]+)=([^[\]]*)\]|\[\]|[^.[\]]+/g;

export function parsePath(text: string): Path {
  const steps = Array.from(text.matchAll(step), ([whole, quoted, where, equals]): Step => {
    if (whole === '[]') return { kind: 'each' };
    if (where !== undefined) return { kind: 'where', key: where, equals: equals ?? '' };
    return { kind: 'key', key: quoted ?? whole };
  });
  const [first] = steps;
  const onlyKey = steps.length === 1 && first?.kind === 'key' ? first.key : undefined;
  return { text, steps, onlyKey };
}

function child(value: unknown, key: string): unknown {
  if (isRecord(value)) return value[key];
  return Array.isArray(value) ? value[Number(key)] : undefined;
}

/** Stands for the value of a path that leads to several; `valuesAt` has them. */
const several = Symbol('several values');

/** Whether a value stands for several. To ask for the type is cheaper than to compare, and no text is a symbol. */
export function isSeveral(value: unknown): boolean {
  return typeof value === 'symbol';
}

/** What a step through a list leads to, when it leads to one element or none. */
function soleElement(list: unknown, step: Exclude<Step, { kind: 'key' }>): unknown {
  if (!Array.isArray(list)) return isRecord(list) ? several : undefined;
  if (step.kind === 'each') return list.length > 1 ? several : list[0];
  let found: unknown;
  for (let index = 0; index < list.length && index < maxElements; index++) {
    const element: unknown = list[index];
    if (!isRecord(element) || !says(element[step.key], step.equals)) continue;
    if (found !== undefined) return several;
    found = element;
  }
  return found;
}

/** The value at a path, or `SEVERAL`. Nearly all paths of nearly all records lead to one value, found without a list. */
export function valueAt(record: UnknownRecord, { steps, onlyKey }: Path): unknown {
  if (onlyKey !== undefined) return record[onlyKey];
  let value: unknown = record;
  for (const step of steps) {
    value = step.kind === 'key' ? child(value, step.key) : soleElement(value, step);
    if (value === undefined || isSeveral(value)) return value;
  }
  return value;
}

function isPrimary(element: unknown): boolean {
  return (
    isRecord(element) && (isYes(element.primary) || isYes(element.is_primary) || isYes(element['is-primary']))
  );
}

/** What a list or an object holds, with the element that is marked as primary first. */
export function elementsOf(value: unknown): readonly unknown[] {
  if (isRecord(value)) return Object.values(value).slice(0, maxElements);
  if (!Array.isArray(value)) return [];
  const elements: readonly unknown[] = value.slice(0, maxElements);
  const primary = elements.findIndex(isPrimary);
  return primary === -1 ? elements : [elements[primary], ...elements.toSpliced(primary, 1)];
}

/** `current=true` means the value true as well as the text. */
function says(value: unknown, text: string): boolean {
  return value === text || (typeof value === 'boolean' && String(value) === text);
}

function collect(value: unknown, steps: readonly Step[], position: number, found: unknown[]): void {
  const step = steps[position];
  if (step === undefined) {
    found.push(value);
    return;
  }
  switch (step.kind) {
    case 'key':
      collect(child(value, step.key), steps, position + 1, found);
      return;
    case 'each':
      for (const element of elementsOf(value)) collect(element, steps, position + 1, found);
      return;
    case 'where':
      for (const element of elementsOf(value)) {
        if (isRecord(element) && says(element[step.key], step.equals)) {
          collect(element, steps, position + 1, found);
        }
      }
  }
}

/** The values that a path leads to, in the order of preference. */
export function valuesAt(record: unknown, path: Path): unknown[] {
  const found: unknown[] = [];
  collect(record, path.steps, 0, found);
  return found;
}
