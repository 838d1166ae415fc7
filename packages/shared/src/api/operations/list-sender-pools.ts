import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { senderPools } from '../schemas/sender';

/** The workspace's sender pools with their capacity. */
export const listSenderPools = defineOperation({
  endpoint: 'GET /v1/sender-pools',
  answer: senderPools,
  repeat: 'always',
  run: async (send, options?: CallOptions) => await send({ task: 'list the sender pools' }, options),
});
