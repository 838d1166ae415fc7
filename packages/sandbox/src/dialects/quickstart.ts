import { Type } from '@sinclair/typebox';

import { type SenderPool } from '../domain';
import { answer, type Dialect, wrapped } from './dialect';
import { guide } from './guide';
import { Count } from './parts';

/** The guides' dialect with the one answer that the quickstart shows in another shape. */
export const quickstart: Dialect = {
  ...guide,
  listSenderPools: wrapped(
    'senderPools',
    answer(
      Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          dailyCapacity: Count,
          remainingToday: Count,
          senderCount: Count,
        }),
      ),
      (pools: SenderPool[]) =>
        pools.map(({ id, name, dailyCapacity, remainingVolume, senderAccountIds }) => ({
          id,
          name,
          dailyCapacity,
          remainingToday: remainingVolume,
          senderCount: senderAccountIds.length,
        })),
    ),
  ),
};
