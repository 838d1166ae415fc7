import { isRecord } from '../json';
import { cleanText } from './clean/text';
import { WordFilter } from './clean/word-filter';
import { saysNoMail } from './permission/value';
import { planOf } from './plan';
import { type RecordShape, type UnknownRecord } from './preset';
import { type Reading } from './reading';
import { type Columns } from './table';

/** How a source's own keys begin that its preset knows all about. */
type Known = Pick<RecordShape, 'knows'>;

function firstForbidding(record: UnknownRecord, { permissions }: Columns, { knows }: Known): string {
  const found = permissions.find(
    ({ header, column: { permission } }) =>
      saysNoMail(record[header], permission) && !knows?.some((begin) => header.startsWith(begin)),
  );
  return found?.header ?? '';
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
  reading.customer ||= customerHeader(record, columns);
}

/** As `readFlags` for a record that a table reads, which may have been given columns of its user's own. */
export function readAddedFlags(
  reading: Reading,
  record: UnknownRecord,
  columns: Columns,
  shape: RecordShape,
): void {
  readFlags(reading, record, columns, shape);
  if (shape.unmappedIn === undefined) return;
  const container = record[shape.unmappedIn];
  if (!isRecord(container)) return;
  const inside = planOf(container).columns;
  const path = `${shape.unmappedIn}.`;
  const forbidding = firstForbidding(container, inside, shape);
  if (forbidding !== '') reading.optOut ||= path + forbidding;
  const customer = customerHeader(container, inside);
  if (customer !== '') reading.customer ||= path + customer;
}
