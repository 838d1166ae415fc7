import * as z from 'zod/mini';

import { defineOperation } from '../operation';

// Not documented: both webhook pages speak of deleting, neither names a path.
export const deleteWebhook = defineOperation({
  task: (webhookId: string) => `delete webhook "${webhookId}"`,
  request: (webhookId) => ({ method: 'DELETE', path: `/v1/webhooks/${encodeURIComponent(webhookId)}` }),
  answer: z.unknown(),
  repeat: 'always',
});
