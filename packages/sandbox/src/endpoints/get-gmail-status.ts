import { Type } from '@sinclair/typebox';

import { wholeAnswer } from '../dialects/answer';
import { type GmailState } from '../domain';
import { gmailStateOf, sdrOfKey } from '../sdr/people';
import { time } from '../shapes';
import { defineEndpoint } from './define-endpoint';

type GmailStatus = { email: string | null; state: GmailState; syncedAt: number };

export const getGmailStatus = defineEndpoint({
  method: 'GET',
  path: '/sdr/gmail/status',
  operationId: 'getGmailStatus',
  tag: 'sdr',
  summary: 'Whether the Gmail account of the SDR of the key is well',
  input: {},
  answers: wholeAnswer(
    Type.Object({
      data: Type.Object({
        connected: Type.Boolean(),
        email: Type.Union([Type.String(), Type.Null()]),
        healthState: Type.String(),
        lastSyncedAt: time,
        lastSyncError: Type.Optional(Type.String()),
      }),
    }),
    ({ email, state, syncedAt }: GmailStatus) => ({
      data: {
        connected: state !== 'disconnected',
        email,
        healthState: state,
        lastSyncedAt: new Date(syncedAt).toISOString(),
        ...(state === 'active' ? {} : { lastSyncError: `Gmail says: ${state}.` }),
      },
    }),
  ),
  open: (workspace) => () => ({
    email: sdrOfKey(workspace).gmailEmail,
    state: gmailStateOf(workspace),
    syncedAt: workspace.clock.now(),
  }),
});
