import { isRecord } from '../json';
import { saysNoMail } from './permission/value';
import { planOf } from './plan';
import { type RecordShape, type UnknownRecord } from './preset';
import { type Columns } from './table';

function isKnown(key: string, { optOut = [], knows = [] }: RecordShape): boolean {
  return (
    knows.some((begin) => key.startsWith(begin)) ||
    optOut.some(({ path }) => path.split(/[.[]/).includes(key))
  );
}

function firstForbidding(record: UnknownRecord, { permissions }: Columns, shape: RecordShape): string {
  for (const { header, permission } of permissions) {
    const value = record[header];
    if (value === undefined || value === null || !saysNoMail(value, permission)) continue;
    if (!isKnown(header, shape)) return header;
  }
  return '';
}

/** What forbids to mail a person beside the flags that the table of the record's shape names: a column that was added. */
export function forbiddingKey(record: UnknownRecord, columns: Columns, shape: RecordShape): string {
  const found = firstForbidding(record, columns, shape);
  if (found !== '' || shape.unmappedIn === undefined) return found;
  const container = record[shape.unmappedIn];
  if (!isRecord(container)) return '';
  const inside = firstForbidding(container, planOf(container).columns, shape);
  return inside === '' ? '' : `${shape.unmappedIn}.${inside}`;
}
