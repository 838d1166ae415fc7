import { lazily } from '../lazily';
import { type RecordShape, type UnknownRecord } from './preset';
import { type LeadSource, presets } from './presets';
import { type CompiledShape, compileShape } from './table';

/**
 * How a record is to be read: by a table, or (without one) by its headers. Certain when the record has the shape of the
 * table, so that it cannot be a wrapper.
 */
export type Recognised = { source: LeadSource; paths: CompiledShape | undefined; isCertain: boolean };

/** One shape of a source. It is compiled when it is first needed: a host may load this anew for each run. */
export class Candidate implements Recognised {
  readonly isCertain = true;
  readonly source: LeadSource;
  readonly shape: RecordShape;
  readonly order: number;
  #paths: CompiledShape | undefined;

  constructor(source: LeadSource, shape: RecordShape, order: number) {
    this.source = source;
    this.shape = shape;
    this.order = order;
  }

  get paths(): CompiledShape {
    return (this.#paths ??= compileShape(this.shape));
  }
}

const candidates = lazily<readonly Candidate[]>(() =>
  presets
    .flatMap(({ source, shapes }) => shapes.map((shape) => ({ source, shape })))
    .map(({ source, shape }, order) => new Candidate(source, shape, order)),
);

/** A record has few of the keys that give a shape away, so few shapes need a closer look. */
const candidatesByKey = lazily(() => {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates()) {
    for (const key of candidate.shape.keys) byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
  }
  return byKey;
});

/** The shapes that records with these keys may have, the most specific first. */
export function candidatesFor(keys: readonly string[]): readonly Candidate[] {
  const found = new Set(keys.flatMap((key) => candidatesByKey().get(key) ?? []));
  return [...found].sort((one, other) => one.order - other.order);
}

const byHeaders: Recognised = { source: 'spreadsheet', paths: undefined, isCertain: false };

/**
 * The shape of a record, among those that its keys allow. A source chosen by hand (`wanted`) whose shapes do not fit is
 * read by its last one, which is then not certain.
 */
export function recognise(
  record: UnknownRecord,
  allowed: readonly Candidate[],
  wanted: LeadSource | 'auto',
): Recognised {
  for (const candidate of allowed) {
    if (wanted !== 'auto' && wanted !== candidate.source) continue;
    const { shape } = candidate;
    if (shape.isNested && !shape.keys.some((key) => typeof record[key] === 'object')) continue;
    if (shape.matches(record)) return candidate;
  }
  if (wanted === 'auto' || wanted === 'spreadsheet') return byHeaders;
  const general = candidates().findLast(({ source }) => source === wanted);
  return { source: wanted, paths: general?.paths, isCertain: false };
}

const bySource = new Map<string, { source: LeadSource; label: string }>(
  presets.map((preset) => [preset.source, preset]),
);

/** The source of that name; `auto` when there is none. */
export function knownSource(name: string): LeadSource | 'auto' {
  return bySource.get(name)?.source ?? 'auto';
}

export function labelOf(source: LeadSource): string {
  return bySource.get(source)?.label ?? source;
}
