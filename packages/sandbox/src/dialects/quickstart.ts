import { type Dialect } from './dialect';
import { guide } from './guide';

/** The guides' dialect, with the few answers that the quickstart shows in another shape. */
export const quickstart: Dialect = {
  ...guide,
  name: 'quickstart',
  choose: ({ quickstart, guide }) => quickstart ?? guide,
};
