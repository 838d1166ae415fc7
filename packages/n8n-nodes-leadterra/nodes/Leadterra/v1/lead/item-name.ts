/** Where sources say what a record is called. */
const keys = {
  rowNumber: ['row_number', 'rowNumber'],
  recordId: ['id', 'Id', 'ID', 'Record ID', 'contactid', 'leadid', 'vid'],
  name: ['name', 'Name', 'fullName', 'full_name', 'Full Name'],
};

/** What the user of an item knows it by, as far as it says so: for items without an address, all there is. */
export type ItemName = { [part in keyof typeof keys]?: string | number };

const longest = 60;

export function itemName(json: Record<string, unknown>): ItemName {
  return {
    rowNumber: firstOf(json, keys.rowNumber),
    recordId: firstOf(json, keys.recordId),
    name: firstOf(json, keys.name),
  };
}

function firstOf(json: Record<string, unknown>, names: string[]): string | number | undefined {
  for (const name of names) {
    const found = shortIn(json[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shortIn(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value !== '' && value.length <= longest ? value : undefined;
  // Attio's IDs hold those of the workspace and of the list as well.
  return typeof value === 'object' && value !== null && 'record_id' in value
    ? shortIn(value.record_id)
    : undefined;
}

type Labelled = { item: number; name: ItemName; lead?: { email: string } };

/** An item's number, counted from 0 as n8n does, and what its user knows it by: `item 3 (row 5, id 501, Ada Reed)`. */
export function itemLabel({ item, name: { rowNumber, recordId, name }, lead }: Labelled): string {
  const known = [
    lead?.email,
    rowNumber === undefined ? undefined : `row ${rowNumber}`,
    recordId === undefined ? undefined : `id ${recordId}`,
    name,
  ].filter((part) => part !== undefined);
  return `item ${item}${known.length > 0 ? ` (${known.join(', ')})` : ''}`;
}
