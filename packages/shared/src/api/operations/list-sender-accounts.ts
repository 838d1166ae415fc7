import { defineOperation } from '../operation';
import { senderAccounts } from '../schemas/sender';

export const listSenderAccounts = defineOperation({
  task: () => 'list the sender accounts',
  request: () => ({ method: 'GET', path: '/v1/sender-accounts' }),
  answer: senderAccounts,
  repeat: 'always',
});
