import { type LeadterraClient } from '@leadterra/shared';
import { type Bundle, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';

import { leadterraClient } from './client';
import { zapierError } from './errors';
import { parseInput } from './input';

/** Zapier ends a run after 30 seconds; what is left is for its own work before and after. */
const budgetMs = 25_000;

type Work<Input, Output> = (context: {
  client: LeadterraClient;
  input: Input;
  /** Epoch milliseconds after which nothing is sent. */
  deadline: number;
  z: ZObject;
  bundle: Bundle;
}) => Promise<Output>;

/** A perform function: reads the input fields, hands over a client, and turns errors into Zapier's. */
export function withLeadterra<Input, Output>(inputData: zod.ZodMiniType<Input>, work: Work<Input, Output>) {
  return async (z: ZObject, bundle: Bundle): Promise<Output> => {
    try {
      return await work({
        client: leadterraClient(z, bundle),
        input: parseInput(inputData, bundle.inputData),
        deadline: Date.now() + budgetMs,
        z,
        bundle,
      });
    } catch (thrown) {
      throw zapierError(z, thrown);
    }
  };
}

/** For performs without input fields. */
export const noInput = zod.unknown();
