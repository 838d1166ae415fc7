import { isRecord } from '../json';
import { cleanText } from './clean/text';
import { WordFilter } from './clean/word-filter';
import { saysNoMail } from './permission/value';
import { planOf } from './plan';
import { type RecordShape, type UnknownRecord } from './preset';
import { type Reading } from './reading';
import { type Columns } from './table';

type Known = Pick<RecordShape, 'optOut' | 'knows'>;

function isKnown(key: string, { optOut = [], knows = [] }: Known): boolean {
  return (
    knows.some((begin) => key.startsWith(begin)) ||
    optOut.some(({ path }) => path.split(/[.[]/).includes(key))
  );
}

function firstForbidding(record: UnknownRecord, { permissions }: Columns, shape: Known): string {
  for (const { header, permission } of permissions) {
    const value = record[header];
    if (value === undefined || value === null || !saysNoMail(value, permission)) continue;
    if (!isKnown(header, shape)) return header;
  }
  return '';
}

const customers = new WordFilter(() => [
  'customer',
  'existing customer',
  'current customer',
  'client',
  'kunde',
  'bestandskunde',
  'cliente',
  'klient',
]);

/** The header that says that the person is a customer already. */
function customerHeader(record: UnknownRecord, { stages }: Columns): string {
  return stages.find((header) => customers.has(cleanText(record[header]))) ?? '';
}

/** Takes what columns say beside the fields of a lead: that the person must not be mailed, or is a customer. */
export function readFlags(reading: Reading, record: UnknownRecord, columns: Columns, shape: Known): void {
  reading.optOut ||= firstForbidding(record, columns, shape);
  if (columns.stages.length > 0) reading.customer ||= customerHeader(record, columns);
}

/** As `readFlags` for a record that a table reads, which may have been given columns of its user's own. */
export function readAddedFlags(
  reading: Reading,
  record: UnknownRecord,
  columns: Columns,
  shape: RecordShape,
): void {
  readFlags(reading, record, columns, shape);
  const key = shape.unmappedIn;
  const container = key === undefined ? undefined : record[key];
  if (!isRecord(container)) return;
  const inside = planOf(container).columns;
  const path = `${key ?? ''}.`;
  const forbidding = firstForbidding(container, inside, shape);
  if (forbidding !== '') reading.optOut ||= path + forbidding;
  const customer = customerHeader(container, inside);
  if (customer !== '') reading.customer ||= path + customer;
}
