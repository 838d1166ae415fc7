import { defineAction } from './action';
import { optional, text } from './field';

// The API answers with all pools at once and filters by nothing. A Zapier search must have something to search by.
export const findSenderPools = defineAction({
  key: 'find_sender_pools',
  resource: 'senderPool',
  operation: 'getMany',
  label: 'Find Sender Pools',
  description: 'Finds the sender pools, each with its daily capacity and what it may still send today.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    name: optional(
      text({ label: 'Name', placeholder: 'Primary Outbound Pool', help: 'Only the pool of this name.' }),
    ),
  },
  output: {
    id: { label: 'Sender Pool ID', type: 'id', sample: 'pool_01HABC123' },
    name: { label: 'Name', type: 'text', sample: 'Primary Outbound Pool' },
    dailyCapacity: { label: 'Daily Capacity', type: 'integer', sample: 2000 },
    remainingVolume: { label: 'Remaining Today', type: 'integer', sample: 1340 },
    senderCount: { label: 'Sender Accounts', type: 'integer', sample: 2 },
    senderAccountIds: {
      label: 'Sender Account IDs',
      type: 'texts',
      sample: ['sa_01HXYZ001', 'sa_01HXYZ002'],
    },
  },
  runs: 'a list',
  run: async (client, { name }, options) => {
    const pools = await client.listSenderPools(options);
    const wanted = name?.toLowerCase();
    return { list: pools.filter((pool) => wanted === undefined || pool.name?.toLowerCase() === wanted) };
  },
});
