import { Type } from '@sinclair/typebox';

import { followUpAnswer, followUpStore } from '../sdr/follow-ups';
import { sdrOfKey } from '../sdr/people';
import { leftOutOr } from '../shapes';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const skipFollowUp = defineEndpoint({
  method: 'POST',
  path: '/sdr/followups/:id/skip',
  operationId: 'skipFollowUp',
  tag: 'sdr',
  summary: 'Drop a follow-up',
  input: {
    params: idParams,
    body: leftOutOr(Type.Object({ reason: Type.Optional(Type.String()) }, { additionalProperties: false })),
  },
  answers: followUpAnswer,
  open: (workspace) => {
    const followUps = followUpStore(workspace);
    return ({ params, body }) => followUps.settle(params.id, sdrOfKey(workspace).id, 'skipped', body?.reason);
  },
});
