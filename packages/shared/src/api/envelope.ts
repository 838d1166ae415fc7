import * as z from 'zod/mini';

import { isRecord } from '../json';

/**
 * The part of an answer that matters. The documentation shows every answer bare, under `data`, or under a name of
 * its own (`campaign`, `pools` …), and both may be nested; whichever is there is taken off.
 */
export function unwrap(body: unknown, ...names: string[]): unknown {
  if (!isRecord(body)) return body;
  for (const name of [...names, 'data']) {
    const inner = body[name];
    if (typeof inner === 'object' && inner !== null) return unwrap(inner, ...names);
  }
  return body;
}

/** A list as `unwrap` finds it, under its name, with what the answer says beside it, such as how many there are. */
export function listWithPaging(body: unknown, name: string): Record<string, unknown> {
  const inner = isRecord(body) && isRecord(body['data']) ? body['data'] : body;
  return { ...(isRecord(inner) && inner), [name]: unwrap(body, name) };
}

/** The schema of an answer that may stand in an envelope of one of these names, or under `data`. */
export function enveloped<Schema extends z.ZodMiniType>(names: string[], schema: Schema) {
  return z.pipe(
    z.transform((body) => unwrap(body, ...names)),
    schema,
  );
}
