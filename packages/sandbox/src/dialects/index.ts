import { concept } from './concept';
import { type Dialect, type DialectName } from './dialect';
import { guide } from './guide';
import { quickstart } from './quickstart';
import { reference } from './reference';

/** Every dialect; a new one is one file, one line here and one in `PerDialect`. */
export const dialects: Record<DialectName, Dialect> = { reference, guide, concept, quickstart };
