import { listOnce, type Operation } from '../operation';

/** Reads the sender accounts. The API answers with all of them at once. */
export const getMany: Operation = {
  option: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many sender accounts',
    description: 'Get all sender accounts, each with its address, its status and whether it can send',
  },
  description: [],
  execute: async (context, client) =>
    await listOnce(context, async (options) => await client.listSenderAccounts(options)),
};
