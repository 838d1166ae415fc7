import { setTimeout } from 'node:timers/promises';

import { defaultBaseUrl, LeadterraClient, LeadterraError, parseBaseUrl } from '@leadterra/shared';
import { type Bundle, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';

import { zapierError } from './errors';
import { parseInput } from './input';
import { zapierTransport } from './transport';

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

/** What fits into the time of a run; Zapier itself repeats a step that fails. */
const shortRetries = { attempts: 3, baseDelayMs: 500, maxRetryAfterMs: 10_000, rateLimitedMs: 15_000 };

/** For performs without input fields. */
export const noInput = zod.unknown();

function leadterraClient(z: ZObject, bundle: Bundle): LeadterraClient {
  const apiKey = bundle.authData['apiKey']?.trim() ?? '';
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new LeadterraError({
      kind: 'authentication',
      summary: 'The API key is empty or holds characters that no key has.',
      advice: 'Copy it again from Leadterra under Settings → API Keys.',
    });
  }
  return new LeadterraClient({
    transport: zapierTransport(z, parseBaseUrl(process.env['LEADTERRA_BASE_URL'] || defaultBaseUrl), apiKey),
    retry: shortRetries,
    sleep: async (ms) => await setTimeout(ms),
  });
}
