import { type LeadField, perLeadField } from '../lead';
import { type Column, columnOf, type FieldColumn } from './headers/column';
import { type Whose } from './headers/whose';
import { squash, wordsOf } from './headers/words';
import { parsePath, type Path, type Step } from './paths';
import { type Permission } from './permission/column';
import { type OptOutFlag, type RecordShape } from './preset';

/** One place that a field may be read from. `isBare`: a column that says `title` and no more. */
export type Place = { path: Path; whose: Whose; isBare: boolean };

/** Where each field of a lead is looked for, the best place first: compiled from the shape of a preset, or from headers. */
export type Table = Record<LeadField | 'fullName', readonly Place[]> & {
  optOut: readonly { path: Path; when: OptOutFlag['when'] }[];
};

/** A record shape with its paths parsed. */
export type CompiledShape = {
  shape: RecordShape;
  table: Table;
  /** The record's own fields that the table reads. */
  takenKeys: ReadonlySet<string | undefined>;
};

const nameOf = (step: Step | undefined) => {
  if (step?.kind === 'where') return step.equals;
  return step?.kind === 'key' ? step.key : undefined;
};

/** `properties.email.value` takes `email` of HubSpot's properties; of a flat record it would take `properties`. */
function takenKey({ steps: [first, second] }: Path, container: string | undefined): string | undefined {
  if (container === undefined) return nameOf(first);
  return nameOf(first) === container ? nameOf(second) : undefined;
}

const placesOf = (paths: readonly string[] | undefined): Place[] =>
  paths?.map((text) => ({ path: parsePath(text), whose: 'bare', isBare: false })) ?? [];

export function compileShape(shape: RecordShape): CompiledShape {
  const optOut = (shape.optOut ?? []).map(({ path, when }) => ({ path: parsePath(path), when }));
  const fields = {
    ...perLeadField((field) => placesOf(shape.fields[field])),
    fullName: placesOf(shape.fields.fullName),
  };
  const paths = [
    ...Object.values(fields).flatMap((places) => places.map(({ path }) => path)),
    ...optOut.map((flag) => flag.path),
  ];
  const takenKeys = new Set(paths.map((path) => takenKey(path, shape.unmappedIn)));
  return { shape, table: { ...fields, optOut }, takenKeys };
}

/** What the headers of a record say, worked out once for all records that have the same. */
export type Columns = {
  table: Table & { name: readonly Place[] };
  permissions: readonly { header: string; column: { permission: Permission } }[];
  /** Headers that may say that the person is a customer already. */
  stages: readonly string[];
  /** Headers that may say that this is an organisation. */
  kinds: readonly string[];
  /** The row is a deal, a task or a place; a product or a post. What such a thing is called is nobody's name or job. */
  isDeal: boolean;
  isThing: boolean;
  /** Headers under which more of the same person may stand. */
  own: readonly string[];
};

const stages: ReadonlySet<string> = new Set(
  (
    'lifecyclestage hslifecyclestage stage status leadstatus contactstatus contactstage leadstage customerstatus ' +
    'relationship relationshiptype relationshipstatus accountstatus contacttype'
  ).split(' '),
);

type Headed<C> = { header: string; column: C };

/** A word that means a field in one language only counts where the record has other words of that language. */
const isMeant = ({ language }: FieldColumn, all: readonly Headed<FieldColumn>[]) =>
  all.some(({ column }) => !column.isAmbiguous && column.language === language);

export function compileColumns(headers: readonly string[]): Columns {
  const columns = headers.map((header) => ({ header, column: columnOf(header) }));
  const of = <K extends Column['kind']>(kind: K) =>
    columns.filter((one): one is Headed<Extract<Column, { kind: K }>> => one.column.kind === kind);
  const fields = of('field');
  const ranked = fields
    .filter(({ column }) => isMeant(column, fields))
    .sort((one, other) => one.column.rank - other.column.rank);
  const places = (field: FieldColumn['field']): Place[] =>
    ranked
      .filter(({ column }) => column.field === field)
      .map(({ header, column: { whose, isBare } }) => ({ path: pathOfKey(header), whose, isBare }));
  return {
    table: { ...perLeadField(places), fullName: places('fullName'), name: places('name'), optOut: [] },
    permissions: of('permission'),
    stages: headers.filter((header) => stages.has(squash(wordsOf(header)))),
    kinds: columns.filter(({ column }) => saysKind(column)).map(({ header }) => header),
    isDeal: of('deal').length > 0,
    isThing: of('thing').length > 0,
    own: of('own').map(({ header }) => header),
  };
}

const saysKind = (column: Column) =>
  column.kind === 'kind' || (column.kind === 'permission' && column.saysKind);

function pathOfKey(key: string): Path {
  return { text: key, steps: [{ kind: 'key', key }], onlyKey: key };
}
