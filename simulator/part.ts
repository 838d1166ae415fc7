import { type Subject } from './subject.ts';

/** A check that a history has failed, and what is wrong. */
export type Violation = { check: string; what: string };

/** A part of the world that is simulated. A seed makes one history of each. */
export type Part = {
  name: string;
  /** What is wrong in the history of a seed. */
  violations: (subject: Subject, seed: number) => Promise<Violation[]>;
  /** The smallest history like that of the seed which still fails the check, in plain words. */
  explain: (subject: Subject, seed: number, check: string) => Promise<string[]>;
};
