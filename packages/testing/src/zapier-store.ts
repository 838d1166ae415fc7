import * as z from 'zod';

import { type StandIn, startStandIn } from './stand-in.ts';

const call = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()) });
const setParams = z.tuple([z.string(), z.string(), z.unknown(), z.unknown(), z.boolean().nullable()]);

/** The store behind `z.cache`, as a service on this machine: with `nx` a key is set once, and null says that it was. */
export async function startZapierStore(): Promise<StandIn> {
  const store = new Map<string, string>();
  return await startStandIn((response, { body }) => {
    const { id, method, params } = call.parse(JSON.parse(body));
    response.end(JSON.stringify({ id, result: resultOf(method, params) }));
  });

  function resultOf(method: string, params: unknown[]) {
    const key = String(params[0]);
    if (method === 'zcache_get') return store.get(key) ?? null;
    if (method !== 'zcache_set') return { error: `This store has no ${method}.` };
    const [, value, , , onlyOnce] = setParams.parse(params);
    if (onlyOnce === true && store.has(key)) return null;
    store.set(key, value);
    return true;
  }
}
