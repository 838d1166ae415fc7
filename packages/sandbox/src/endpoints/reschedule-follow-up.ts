import { Type } from '@sinclair/typebox';

import { followUpAnswer, followUpStore } from '../sdr/follow-ups';
import { sdrOfKey } from '../sdr/people';
import { time } from '../shapes';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const rescheduleFollowUp = defineEndpoint({
  method: 'POST',
  path: '/sdr/followups/:id/reschedule',
  operationId: 'rescheduleFollowUp',
  tag: 'sdr',
  summary: 'Move a follow-up to another time',
  input: { params: idParams, body: Type.Object({ dueAt: time }, { additionalProperties: false }) },
  answers: followUpAnswer,
  open: (workspace) => {
    const followUps = followUpStore(workspace);
    return ({ params, body }) =>
      followUps.reschedule(params.id, sdrOfKey(workspace).id, Date.parse(body.dueAt));
  },
});
