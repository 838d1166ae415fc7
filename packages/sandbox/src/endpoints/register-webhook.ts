import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { type Webhook } from '../database/webhooks';
import { answer } from '../dialects/answer';
import { timestamp } from '../domain';
import { ApiError } from '../http/api-error';
import { isLoopback, isPrivateName } from '../http/private-host';
import { time } from '../shapes';
import { webhookEventNames } from '../webhooks/events';
import { defineEndpoint } from './define-endpoint';

/** A webhook that has just been registered; `secret` is null where the answer is to hide it. */
type RegisteredWebhook = Omit<Webhook, 'secret'> & { secret: string | null };

/** The same URL twice makes two webhooks: no page says otherwise. */
export const registerWebhook = defineEndpoint({
  method: 'POST',
  path: '/webhooks',
  operationId: 'registerWebhook',
  tag: 'webhooks',
  summary: 'Have events delivered to a URL',
  input: {
    body: Type.Object(
      {
        url: Type.String({ format: 'uri', description: 'https, or http in a private network' }),
        events: Type.Array(Type.Union(webhookEventNames.map((name) => Type.Literal(name))), {
          minItems: 1,
          uniqueItems: true,
        }),
      },
      { additionalProperties: false },
    ),
  },
  status: 201,
  holds: 'webhook',
  answers: answer(
    Type.Object({
      id: Type.String(),
      url: Type.String(),
      events: Type.Array(Type.String()),
      status: Type.Literal('active'),
      createdAt: time,
      secret: Type.Optional(
        Type.String({ description: 'Signing secret. A guess: no page shows where it comes from.' }),
      ),
    }),
    ({ id, url, events, createdAt, secret }: RegisteredWebhook) => ({
      id,
      url,
      events,
      status: 'active' as const,
      createdAt: timestamp(createdAt),
      ...(secret === null ? {} : { secret }),
    }),
  ),
  open:
    ({ webhooks, clock, random, options }) =>
    ({ body }) => {
      refusePlainHttp(body.url);
      const webhook: Webhook = {
        id: newId('wh', random),
        url: body.url,
        events: webhookEventNames.filter((name) => body.events.includes(name)),
        secret: options.signingSecret ?? newId('whsec', random),
        createdAt: clock.now(),
      };
      webhooks.add(webhook);
      return { ...webhook, secret: options.webhookSecret === 'hidden' ? null : webhook.secret };
    },
});

/** Plain HTTP is refused as documented, except where the sandbox can reach nothing safer: here, and among containers. */
function refusePlainHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || (protocol === 'http:' && (isLoopback(hostname) || isPrivateName(hostname))))
    return;
  throw new ApiError(
    400,
    'invalid_request',
    'url: it must start with https:// (http:// only on this machine or for a name of a private network).',
  );
}
