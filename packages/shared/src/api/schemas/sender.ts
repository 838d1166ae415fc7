import * as z from 'zod/mini';

import { orUnknown } from '../../or-else';
import { enveloped } from '../envelope';
import { count, id, text } from './lenient';

const pool = z.pipe(
  z.object({
    id,
    name: text,
    dailyCapacity: count,
    remainingVolume: count,
    remainingToday: count,
    senderCount: count,
    senderAccountIds: orUnknown(z.array(z.string())),
  }),
  z.transform(({ remainingToday, ...rest }) => ({
    ...rest,
    remainingVolume: rest.remainingVolume ?? remainingToday,
    senderCount: rest.senderCount ?? rest.senderAccountIds?.length,
  })),
);

/** A pool of sender accounts with what it may still send in the current 24 hours. */
export type SenderPool = z.infer<typeof pool>;
export const senderPools = enveloped(['senderPools', 'pools'], z.array(pool));

const account = z.pipe(
  z.object({ id, email: text, name: text, status: text }),
  z.transform((fields) => ({ ...fields, canSend: fields.status === 'active' })),
);

/** A sending identity. Only an `active` one sends; `paused` and `warming` are the other documented states. */
export type SenderAccount = z.infer<typeof account>;
export const senderAccounts = enveloped(['senderAccounts', 'accounts'], z.array(account));
