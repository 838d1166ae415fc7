import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { senderAccounts } from '../schemas/sender';

/** The workspace's sender accounts. */
export const listSenderAccounts = defineOperation({
  endpoint: 'GET /v1/sender-accounts',
  answer: senderAccounts,
  repeat: 'always',
  run: async (send, options?: CallOptions) => await send({ task: 'list the sender accounts' }, options),
});
