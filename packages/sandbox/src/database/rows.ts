import { type SQLOutputValue } from 'node:sqlite';

/** By hand: node:sqlite says nothing of the types in a row, and these readers are all that is needed of a typed layer. */
export type Row = Record<string, SQLOutputValue>;

function wrongType(row: Row, column: string): TypeError {
  return new TypeError(`Column ${column} holds ${typeof row[column]}, which the sandbox did not write.`);
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw wrongType(row, column);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw wrongType(row, column);
  return value;
}

export function optionalInteger(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

export function optionalText(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** The column's value, which must be one of `values`. */
export function oneOf<Value extends string>(row: Row, column: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === row[column]);
  if (found === undefined) throw wrongType(row, column);
  return found;
}
