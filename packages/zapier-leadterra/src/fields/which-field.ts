import { type LeadField, leadFields, presets, type RecordShape } from '@leadterra/shared';

const general = new Map<string, string>(leadFields.map(({ key, help }) => [key, help]));

/** The help of a lead's field: which field of the chosen CRM to pick for it. */
export function whichField(source: unknown, field: LeadField): string {
  const preset = presets.find((one) => one.source === source);
  if (preset === undefined || preset.source === 'spreadsheet') return general.get(field) ?? '';
  const { label } = preset;
  const all: RecordShape[] = [...preset.shapes];
  // Forms and tables have the fields that their authors gave them.
  if (all.every(({ fields }) => fields.email.length === 0)) return general.get(field) ?? '';
  // The last shape is the general one. In a record of several people a name may be that of their company.
  const shapes = all.reverse().filter(({ people }) => people === undefined);
  const namesOf = (name: LeadField | 'fullName') => [
    ...new Set(shapes.flatMap(({ fields }) => fields[name] ?? []).map(named)),
  ];
  const names = namesOf(field).slice(0, 2).join(' or ');
  if (names !== '') return `From ${label}, pick ${names}.`;
  const [fullName] = namesOf('fullName');
  if ((field === 'firstName' || field === 'lastName') && fullName !== undefined) {
    return `${label} keeps the name in one piece, ${fullName}: map *Whole Record* instead, which takes it apart.`;
  }
  return `${label} gives none with a person: map it from another step, or leave it empty.`;
}

/** A path as Zapier shows it, a title without selectors: `org_id.name` is *Org Id Name*; and as the API calls it. */
function named(path: string): string {
  const plain = path.replace(/\[\w+=(\w+)\].*|\[\]/g, (_, value: string | undefined) =>
    value ? `.${value}` : '',
  );
  const words = plain.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return `*${title}* (\`${plain}\`)`;
}
