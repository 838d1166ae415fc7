import { columnOf } from './headers/column';
import { phraseSet } from './headers/vocabulary';
import { wordsOf } from './headers/words';

export type LikelyKey = { key: string; rank: number };

/** Where APIs, webhooks and wrapping steps put the record itself: one record first, lists after. */
const wrappers = (
  'contact person data body current event fields results records value items people contacts payload attributes object ' +
  'record item result profile values properties resource response form_response form_response_parsed submission fieldData ' +
  'formData answers field_data column_values entry'
).split(' ');
const wrapperRanks = new Map(wrappers.map((key, index) => [key, index]));

/** Of keys with less, the first that holds a person is the one. */
export const unknownRank = 1_000;
const userRank = 2_000;

/** How likely a key holds the person: named as one or a usual wrapper, any other key, a user of some app. */
function rankOf(key: string): number {
  const usual = wrapperRanks.get(key);
  if (usual !== undefined) return usual;
  const words = wordsOf(key);
  if (words.some((word) => word === 'user' || word === 'users')) return userRank;
  return phraseSet('people').has(words.join(' ')) ? 0 : unknownRank;
}

export const isUsualWrapper = (key: string) => wrapperRanks.has(key);

/** The keys that may hold the person a record is about, the likeliest first; not those of an owner or a host. */
export function likelyKeys(keys: readonly string[]): LikelyKey[] {
  return keys
    .filter((key) => !['others', 'ignored'].includes(columnOf(key).kind))
    .map((key) => ({ key, rank: rankOf(key) }))
    .sort((one, other) => one.rank - other.rank);
}
