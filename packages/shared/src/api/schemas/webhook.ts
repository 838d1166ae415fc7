import * as z from 'zod/mini';

import { enveloped } from '../envelope';
import { id, text, texts } from './lenient';

/**
 * A registered webhook. The documentation does not say where the signing secret comes from, so a secret in the
 * answer is taken under either of the usual names.
 */
export const registeredWebhook = z.pipe(
  enveloped(
    ['webhook'],
    z.object({ id, url: text, events: texts, status: text, secret: text, signingSecret: text }),
  ),
  z.transform(({ signingSecret, ...webhook }) => ({ ...webhook, secret: webhook.secret ?? signingSecret })),
);
export type RegisteredWebhook = z.infer<typeof registeredWebhook>;
