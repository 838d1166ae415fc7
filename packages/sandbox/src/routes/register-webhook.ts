import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { webhookEvents } from '../domain';
import { ApiError } from '../http/api-error';
import { type Route } from '../http/app';
import { responses } from './shared';

const Body = Type.Object(
  {
    url: Type.String({ format: 'uri', description: 'https, or http on this machine' }),
    events: Type.Array(Type.Union(webhookEvents.map((name) => Type.Literal(name))), {
      minItems: 1,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
);

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The same URL twice makes two webhooks: no page says otherwise. */
export const registerWebhook: Route = (app, { dialect, webhooks, clock, random, options }) => {
  app.post(
    '/webhooks',
    {
      schema: {
        operationId: 'registerWebhook',
        tags: ['webhooks'],
        summary: 'Have events delivered to a URL',
        body: Body,
        response: responses(dialect, dialect.registerWebhook, 201),
      },
    },
    ({ body }, reply) => {
      refusePlainHttp(body.url);
      const webhook = {
        id: newId('wh', random),
        url: body.url,
        events: webhookEvents.filter((name) => body.events.includes(name)),
        secret: options.signingSecret ?? newId('whsec', random),
        createdAt: clock.now(),
      };
      webhooks.add(webhook);
      const secret = options.webhookSecret === 'hidden' ? null : webhook.secret;
      return reply.code(201).send(dialect.registerWebhook.body({ ...webhook, secret }));
    },
  );
};

/** Plain HTTP is refused as documented, except on this machine: the sandbox can reach nothing safer there. */
function refusePlainHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))) return;
  throw new ApiError(
    400,
    'invalid_request',
    'url: it must start with https:// (http:// only on this machine).',
  );
}
