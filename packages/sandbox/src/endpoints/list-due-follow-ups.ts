import { Type } from '@sinclair/typebox';

import { wholeAnswer } from '../dialects/answer';
import { type FollowUp, followUpBody, followUpShape, followUpStore } from '../sdr/follow-ups';
import { sdrOfKey } from '../sdr/people';
import { defineEndpoint } from './define-endpoint';

export const listDueFollowUps = defineEndpoint({
  method: 'GET',
  path: '/sdr/followups/due',
  operationId: 'listDueFollowUps',
  tag: 'sdr',
  summary: 'The follow-ups of the SDR of the key that are due',
  input: {
    querystring: Type.Object(
      {
        limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$' })),
        includeUpcoming: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
      },
      { additionalProperties: false },
    ),
  },
  answers: wholeAnswer(Type.Object({ data: Type.Array(followUpShape) }), (followUps: FollowUp[]) => ({
    data: followUps.map(followUpBody),
  })),
  open: (workspace) => {
    const followUps = followUpStore(workspace);
    return ({ query: { limit, includeUpcoming } }) => {
      const upTo = includeUpcoming === 'true' ? Number.MAX_SAFE_INTEGER : workspace.clock.now();
      return followUps.due(sdrOfKey(workspace).id, upTo, Number(limit ?? 50));
    };
  },
});
