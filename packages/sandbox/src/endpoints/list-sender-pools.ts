import { Type } from '@sinclair/typebox';

import { integer } from '../database/rows';
import { answer, wholeAnswer } from '../dialects/answer';
import { count } from '../shapes';
import { defineEndpoint } from './define-endpoint';

type SenderPool = {
  id: string;
  name: string;
  dailyCapacity: number;
  remainingVolume: number;
  senderAccountIds: string[];
};

/** The same in every sandbox: the API can only read them. Capacity is told, never enforced. */
const pools = [
  {
    id: 'pool_5RT8W3N1',
    name: 'Primary outbound',
    dailyCapacity: 2000,
    senderAccountIds: ['sa_7QK2M9D41', 'sa_7QK2M9D42'],
  },
  {
    id: 'pool_5RT8W3N2',
    name: 'New senders',
    dailyCapacity: 100,
    senderAccountIds: ['sa_7QK2M9D43', 'sa_7QK2M9D44'],
  },
];

/** Reference and guide count over a rolling day; the concept page resets once a day. */
const windowMs = 24 * 60 * 60 * 1000;

const poolShape = Type.Object({ id: Type.String(), name: Type.String(), dailyCapacity: count });

export const listSenderPools = defineEndpoint({
  method: 'GET',
  path: '/sender-pools',
  operationId: 'listSenderPools',
  tag: 'senders',
  summary: 'Sender pools and what they may still send',
  input: {},
  holds: 'pools',
  answers: {
    reference: answer(
      Type.Array(
        Type.Composite([
          poolShape,
          Type.Object({ remainingVolume: count, senderAccountIds: Type.Array(Type.String()) }),
        ]),
      ),
      (pools: SenderPool[]) => pools,
    ),
    guide: answer(
      Type.Array(Type.Composite([poolShape, Type.Object({ senderCount: count, remainingVolume: count })])),
      (pools: SenderPool[]) =>
        pools.map(({ senderAccountIds, ...pool }) => ({ ...pool, senderCount: senderAccountIds.length })),
    ),
    concept: answer(
      Type.Array(Type.Composite([poolShape, Type.Object({ remainingVolume: count })])),
      (pools: SenderPool[]) =>
        pools.map(({ id, name, dailyCapacity, remainingVolume }) => ({
          id,
          name,
          dailyCapacity,
          remainingVolume,
        })),
    ),
    quickstart: wholeAnswer(
      Type.Object({
        senderPools: Type.Array(
          Type.Composite([poolShape, Type.Object({ remainingToday: count, senderCount: count })]),
        ),
      }),
      (pools: SenderPool[]) => ({
        senderPools: pools.map(({ remainingVolume, senderAccountIds, ...pool }) => ({
          ...pool,
          remainingToday: remainingVolume,
          senderCount: senderAccountIds.length,
        })),
      }),
    ),
  },
  open: ({ database, clock }) => {
    const countSince = database.prepare('SELECT count(*) AS n FROM messages WHERE sent_at > ?');
    return () => {
      const sentToday = integer(countSince.get(clock.now() - windowMs) ?? {}, 'n');
      // All that is sent counts for the first pool.
      return pools.map((pool, index) => ({
        ...pool,
        remainingVolume: Math.max(0, pool.dailyCapacity - (index === 0 ? sentToday : 0)),
      }));
    };
  },
});
