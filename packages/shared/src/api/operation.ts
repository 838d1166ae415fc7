import type * as z from 'zod/mini';

import { type TransportRequest } from './transport';

/** One call of the API: how it is sent, what it answers, and whether it may be sent again. */
export type Operation<Input, Answer> = {
  /** Completes "Could not …" in errors, with the item's name: `start campaign "camp_1"`. */
  task: (input: Input) => string;
  request: (input: Input) => TransportRequest;
  answer: z.ZodMiniType<Answer>;
  /**
   * `always`: a second time changes nothing, so any failure may be retried. `never-twice`: a second time would make
   * a second one, so it is retried only when the first certainly did nothing.
   */
  repeat: 'always' | 'never-twice';
  /** For `never-twice`: where a person sees whether it happened, when that is in doubt. */
  lookHere?: (input: Input) => string;
};

/** Gives an operation its types. */
export function defineOperation<Input, Answer>(
  operation: Operation<Input, Answer>,
): Operation<Input, Answer> {
  return operation;
}
