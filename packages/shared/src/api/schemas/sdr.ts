import * as z from 'zod/mini';

import { enveloped } from '../envelope';
import { flag, id, text } from './lenient';

const sdr = z.object({ id, name: text, email: text, gmailConnected: flag, gmailEmail: text });

/** A person who answers leads from a Gmail account of their own. */
export type Sdr = z.infer<typeof sdr>;
export const sdrs = enveloped(['sdrs'], z.array(sdr));

/** `healthState` is documented as `active`, `needs_reauth`, `rate_limited` or `disconnected`. */
export const gmailStatus = enveloped(
  ['gmail', 'status'],
  z
    .object({ connected: flag, email: text, healthState: text, lastSyncedAt: text, lastSyncError: text })
    .check(z.refine((status) => status.connected !== undefined || status.healthState !== undefined)),
);
