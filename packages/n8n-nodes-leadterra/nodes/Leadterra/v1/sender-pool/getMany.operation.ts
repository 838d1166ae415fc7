import { listOnce, type Operation } from '../operation';

/** Reads the sender pools. The API answers with all of them at once. */
export const getMany: Operation = {
  option: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many sender pools',
    description: 'Get all sender pools, each with its daily capacity and what it may still send today',
  },
  description: [],
  execute: async (context, client) =>
    await listOnce(context, async (options) => await client.listSenderPools(options)),
};
