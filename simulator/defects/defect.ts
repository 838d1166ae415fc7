import { type LargeShape } from '../enrollment/history.ts';

/** A deliberate bug: a text in a file of the sources and what stands in its place, in a bundled copy alone. */
export type Defect = {
  name: string;
  /** From the root of the repository. */
  file: string;
  /** Must be in the file exactly once. */
  find: string;
  replace: string;
  /** Which part of the simulator finds it. */
  foundBy: 'enrollment' | 'calls' | 'webhooks' | 'trigger';
  /** Shows only among many leads: in histories of this shape, which are rare among all. */
  shape?: LargeShape;
};
