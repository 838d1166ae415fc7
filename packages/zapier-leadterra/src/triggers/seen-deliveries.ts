import { type ZObject } from 'zapier-platform-core';

/** Leadterra repeats a delivery for about 11 hours. */
const rememberedForSeconds = 24 * 60 * 60;

/**
 * Whether an event has not started the Zap before. Zapier itself starts a Zap with every delivery of a webhook, also
 * with one that is repeated because an answer was lost.
 * @param webhook the ID of the Zap's webhook; without it, and while Zapier's store fails, every event is new
 */
export async function isNew(z: ZObject, webhook: string | undefined, event: string): Promise<boolean> {
  if (webhook === undefined) return true;
  const key = `seen ${z.hash('sha256', `${webhook} ${event}`)}`;
  try {
    if ((await z.cache.get(key)) !== null) return false;
    // Of two deliveries at the same time one alone sets it.
    const isFirst = await z.cache.set(key, true, rememberedForSeconds, undefined, true);
    return isFirst === true;
  } catch {
    return true;
  }
}
