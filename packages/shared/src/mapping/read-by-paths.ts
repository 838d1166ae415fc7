import { type LeadField, perLeadField } from '../lead';
import { isNo, isYes } from './clean/flag';
import { jobTitleIn, partOfName } from './clean/name-words';
import { cleanText } from './clean/text';
import { isSeveral, parsePath, type Path, valueAt, valuesAt } from './paths';
import { type OptOutFlag, type RecordShape, type UnknownRecord } from './preset';
import { emptyReading, type Reading, takeEmail, takeEmails } from './reading';

type CompiledFlag = { path: Path; when: OptOutFlag['when'] };

/** A record shape with its paths parsed. */
export type CompiledShape = Record<LeadField | 'fullName', readonly Path[]> & {
  shape: RecordShape;
  optOut: readonly CompiledFlag[];
  /** The record's own fields that the table reads. */
  takenKeys: ReadonlySet<string>;
};

const parsePaths = (paths: readonly string[] = []) => paths.map(parsePath);

/** `properties.email.value` takes `email` of HubSpot's properties; of a flat record it would take `properties`. */
function takenKey({ steps }: Path, container: string | undefined): string[] {
  const [first, second] = steps;
  if (first?.kind !== 'key') return [];
  if (container === undefined) return [first.key];
  if (first.key !== container || second === undefined) return [];
  switch (second.kind) {
    case 'key':
      return [second.key];
    case 'where':
      return [second.equals];
    case 'each':
      return [];
  }
}

export function compileShape(shape: RecordShape): CompiledShape {
  const optOut = (shape.optOut ?? []).map(({ path, when }) => ({ path: parsePath(path), when }));
  const fields = {
    ...perLeadField((field) => parsePaths(shape.fields[field])),
    fullName: parsePaths(shape.fields.fullName),
  };
  const paths = [...Object.values(fields).flat(), ...optOut.map((flag) => flag.path)];
  const takenKeys = new Set(paths.flatMap((path) => takenKey(path, shape.unmappedIn)));
  return { shape, ...fields, optOut, takenKeys };
}

function firstOf(values: readonly unknown[]): string {
  for (const value of values) {
    const text = cleanText(value);
    if (text !== '') return text;
  }
  return '';
}

function firstText(record: UnknownRecord, paths: readonly Path[]): string {
  for (const path of paths) {
    const value = valueAt(record, path);
    const text = isSeveral(value) ? firstOf(valuesAt(record, path)) : cleanText(value);
    if (text !== '') return text;
  }
  return '';
}

function takeFirstEmail(reading: Reading, record: UnknownRecord, paths: readonly Path[]): void {
  for (const path of paths) {
    const value = valueAt(record, path);
    const found = isSeveral(value)
      ? takeEmails(reading, valuesAt(record, path), path.text)
      : takeEmail(reading, value, path.text);
    if (found) return;
  }
}

function isRaised(value: unknown, when: OptOutFlag['when']): boolean {
  switch (when) {
    case 'yes':
      return isYes(value);
    case 'no':
      return isNo(value);
    case 'present':
      return value === true || cleanText(value) !== '';
    default:
      return when.includes(cleanText(value).toLowerCase());
  }
}

function isAnyRaised(values: readonly unknown[], when: OptOutFlag['when']): boolean {
  return values.some((value) => isRaised(value, when));
}

function raisedFlag(record: UnknownRecord, flags: readonly CompiledFlag[]): string {
  for (const { path, when } of flags) {
    const value = valueAt(record, path);
    if (value === undefined || value === null) continue;
    const isUp = isSeveral(value) ? isAnyRaised(valuesAt(record, path), when) : isRaised(value, when);
    if (isUp) return path.text;
  }
  return '';
}

/** Reads a record by the table of its shape. */
export function readByPaths(record: UnknownRecord, paths: CompiledShape): Reading {
  const reading = emptyReading();
  takeFirstEmail(reading, record, paths.email);
  reading.firstName = partOfName(firstText(record, paths.firstName));
  reading.lastName = partOfName(firstText(record, paths.lastName));
  if (reading.firstName === '' || reading.lastName === '')
    reading.fullName = firstText(record, paths.fullName);
  reading.company = firstText(record, paths.company);
  reading.jobTitle = jobTitleIn(firstText(record, paths.jobTitle));
  reading.optOut = raisedFlag(record, paths.optOut);
  return reading;
}
