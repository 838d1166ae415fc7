import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import { ApiError } from '../http/api-error';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

/** The webhook pages speak of deleting and name no path: this one is a guess, and an option takes it away. */
export const deleteWebhook = defineEndpoint({
  method: 'DELETE',
  path: '/webhooks/:id',
  operationId: 'deleteWebhook',
  tag: 'webhooks',
  summary: 'Stop deliveries (not documented upstream)',
  input: { params: idParams },
  status: 204,
  answers: answer(Type.Null(), () => null),
  open:
    ({ webhooks, clock, options }) =>
    ({ params }) => {
      if (options.webhookDelete === 'not-allowed') {
        throw new ApiError(405, 'method_not_allowed', 'Webhooks cannot be deleted by the API.', {
          headers: { allow: 'POST' },
        });
      }
      if (!webhooks.remove(params.id, clock.now())) {
        throw new ApiError(404, 'webhook_not_found', `There is no webhook "${params.id}".`);
      }
    },
});
