import { concept } from './concept';
import { type Dialect } from './dialect';
import { guide } from './guide';
import { quickstart } from './quickstart';
import { reference } from './reference';

/** Every dialect; a new one is one file and one line here. */
export const dialects = { reference, guide, concept, quickstart } satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

export function isDialectName(name: string): name is DialectName {
  return Object.hasOwn(dialects, name);
}
