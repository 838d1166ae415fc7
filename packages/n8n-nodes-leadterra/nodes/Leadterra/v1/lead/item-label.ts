/** Where sources say what a person calls a record, by the word for it. */
const names: [word: string, keys: string[]][] = [
  ['row', ['row_number']],
  ['id', ['id', 'Id', 'ID']],
  ['', ['name', 'Name', 'fullName', 'full_name', 'Full Name']],
];

const longestName = 60;

/** An item's number, counted from 0 as n8n does, and what its user knows it by: `item 3 (row 5, id 501, Ada Reed)`. */
export function itemLabel(item: number, json: Record<string, unknown>, email?: string): string {
  const known = names.flatMap(([word, keys]) => {
    const value = keys.map((key) => json[key]).find(isShort);
    return value === undefined ? [] : `${word} ${value}`.trim();
  });
  const all = email === undefined ? known : [email, ...known];
  return `item ${item}${all.length > 0 ? ` (${all.join(', ')})` : ''}`;
}

function isShort(value: unknown): value is string | number {
  return (
    typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= longestName)
  );
}
