import { Type } from '@sinclair/typebox';

import { ApiError } from '../http/api-error';
import { type Route } from '../http/app';
import { IdParams } from './shared';

/** The webhook pages speak of deleting and name no path: this one is a guess, and an option takes it away. */
export const deleteWebhook: Route = (app, { dialect, webhooks, clock, options }) => {
  app.delete(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'deleteWebhook',
        tags: ['webhooks'],
        summary: 'Stop deliveries (not documented upstream)',
        params: IdParams,
        response: { 204: Type.Null(), '4xx': dialect.error.schema },
      },
    },
    ({ params }, reply) => {
      if (options.webhookDelete === 'not-allowed') {
        throw new ApiError(405, 'method_not_allowed', 'Webhooks cannot be deleted by the API.', {
          headers: { allow: 'POST' },
        });
      }
      if (!webhooks.remove(params.id, clock.now())) {
        throw new ApiError(404, 'webhook_not_found', `There is no webhook "${params.id}".`);
      }
      return reply.code(204).send(null);
    },
  );
};
