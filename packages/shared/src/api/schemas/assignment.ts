import * as z from 'zod/mini';

import { isRecord } from '../../json';
import { enveloped, unwrap } from '../envelope';
import { messageIn } from '../errors/from-answer';
import { type TransportResponse } from '../transport';
import { text } from './lenient';

const ids = z.object({ handoffId: text, threadId: text, messageId: text, gmailThreadId: text });

/**
 * What became of handing a reply to an SDR. `already_forwarded`: it was before, and nothing happened now.
 * `icp_failed`: the contact does not fit the workspace's ideal customer profile, and nothing was forwarded.
 */
export type Assignment =
  | ({ status: 'assigned' } & z.infer<typeof ids>)
  | { status: 'already_forwarded' | 'icp_failed'; reason?: string };

export const assigned = z.pipe(
  enveloped(['assignment', 'handoff'], ids),
  z.transform((made): Assignment => ({ status: 'assigned', ...made })),
);

/** The two refusals that are documented as outcomes. */
export function notAssigned({ status, body }: TransportResponse): Assignment | undefined {
  const reason = messageIn(body);
  if (status === 409) return { status: 'already_forwarded', reason };
  const said = [body, unwrap(body), unwrap(body, 'error')];
  const isIcpFailed = said.some((part) => isRecord(part) && part['icpFailed'] === true);
  return status === 400 && isIcpFailed ? { status: 'icp_failed', reason } : undefined;
}
