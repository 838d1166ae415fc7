import { type OptionalLeadField } from '../lead';

/** A record as it comes from upstream: an object with keys. */
export type UnknownRecord = Record<string, unknown>;

/** Says that a person must not be mailed: a path (as in `parsePath`) and the values there that mean it. */
export type OptOutFlag = {
  path: string;
  /** `yes`: true, "true", 1, "yes" …; `no`: false, "false" …; `present`: anything but empty; or the words themselves. */
  when: 'yes' | 'no' | 'present' | readonly string[];
};

/** Where each field of a lead stands in one kind of record. Of several paths the first with a value wins. */
export type RecordShape = {
  /** What the source calls such a record, for the documentation. */
  name: string;
  /** A record of this shape has at least one of these keys; only then is `matches` asked. */
  keys: readonly string[];
  /** Only where one of the keys holds an object or a list; for keys that are common with other values. */
  isNested?: true;
  /** Whether a record has this shape. */
  matches: (record: UnknownRecord) => boolean;
  fields: { email: readonly string[] } & { [field in OptionalLeadField]?: readonly string[] } & {
    /** Read where the first or the last name is missing. */
    fullName?: readonly string[];
  };
  optOut?: readonly OptOutFlag[];
  /** How the source's own keys begin about whose meaning `optOut` says all: no other of them is an opt-out. */
  knows?: readonly string[];
  /**
   * The path of the record's columns, a flat object or a list of labelled values, which are then read by their headers;
   * empty for the record itself. `fields` then only says what they are mostly called.
   */
  columnsIn?: string;
  /** The key of a list of people in the record. With more than one of them the record is no single lead. */
  people?: string;
  /** The key that holds the record's own fields, for `customFields: 'unmapped'`; without it, the record itself. */
  unmappedIn?: string;
};

/** A CRM: its shapes, the most specific first. An explicit source whose record has none of them is read by the last. */
export type Preset = {
  source: string;
  /** The name that users know it by. */
  label: string;
  shapes: readonly [RecordShape, ...RecordShape[]];
};
