import { type RecordShape, type UnknownRecord } from './preset';
import { type LeadSource, presets } from './presets';
import { type CompiledShape, compileShape } from './read-by-paths';

/** The sources to offer in a list, by label, the fallback last. */
export const leadSources: readonly { source: LeadSource; label: string }[] = presets
  .map(({ source, label }) => ({ source, label }))
  .sort((one, other) =>
    one.source === 'spreadsheet' ? 1 : other.source === 'spreadsheet' ? -1 : one.label < other.label ? -1 : 1,
  );

/**
 * How a record is to be read: by a table, or (without one) by its headers. Certain when the record has the shape of the
 * table, so that it cannot be a wrapper.
 */
export type Recognised = { source: LeadSource; paths: CompiledShape | undefined; isCertain: boolean };

/** One shape of a source. It is compiled when it is first needed: a host may load this anew for each run. */
class Candidate implements Recognised {
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

const candidates: readonly Candidate[] = presets
  .flatMap(({ source, shapes }) => shapes.map((shape) => ({ source, shape })))
  .map(({ source, shape }, order) => new Candidate(source, shape, order));

/** A record has few of the keys that give a shape away, so few shapes need a closer look. */
const candidatesByKey = new Map<string, Candidate[]>();
for (const candidate of candidates) {
  for (const key of candidate.shape.keys) {
    candidatesByKey.set(key, [...(candidatesByKey.get(key) ?? []), candidate]);
  }
}

/** Most keys give nothing away, and their length and first letter show it for less than a look into the map. */
const places = 4096;
const isTaken = new Uint8Array(places);
const placeOf = (key: string) => ((key.length << 7) ^ key.charCodeAt(0)) & (places - 1);
for (const key of candidatesByKey.keys()) isTaken[placeOf(key)] = 1;

const byHeaders: Recognised = { source: 'spreadsheet', paths: undefined, isCertain: false };

/**
 * The shape of a record. A source chosen by hand (`wanted`) whose shapes do not fit is read by its last one, which is
 * then not certain.
 */
export function recognise(record: UnknownRecord, wanted: LeadSource | 'auto'): Recognised {
  let best: Candidate | undefined;
  for (const key in record) {
    if (isTaken[placeOf(key)] !== 1) continue;
    const hinted = candidatesByKey.get(key);
    if (!hinted) continue;
    for (const candidate of hinted) {
      if (best && best.order <= candidate.order) break;
      if (wanted !== 'auto' && wanted !== candidate.source) continue;
      if (candidate.shape.isNested && typeof record[key] !== 'object') continue;
      if (candidate.shape.matches(record)) best = candidate;
    }
  }
  if (best) return best;
  if (wanted === 'auto' || wanted === 'spreadsheet') return byHeaders;
  const general = candidates.findLast(({ source }) => source === wanted);
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
