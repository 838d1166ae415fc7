import { defineOperation } from '../operation';
import { senderPools } from '../schemas/sender';

export const listSenderPools = defineOperation({
  task: () => 'list the sender pools',
  request: () => ({ method: 'GET', path: '/v1/sender-pools' }),
  answer: senderPools,
  repeat: 'always',
});
