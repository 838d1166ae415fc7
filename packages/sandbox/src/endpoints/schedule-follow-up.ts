import { Type } from '@sinclair/typebox';

import { followUpAnswer, followUpStore } from '../sdr/follow-ups';
import { sdrOfKey } from '../sdr/people';
import { threadStore } from '../sdr/threads';
import { leftOutOr, time } from '../shapes';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

/** A second time makes a second one: no page says otherwise. */
export const scheduleFollowUp = defineEndpoint({
  method: 'POST',
  path: '/sdr/threads/:id/followup/schedule',
  operationId: 'scheduleFollowUp',
  tag: 'sdr',
  summary: 'Make a follow-up for a thread',
  input: {
    params: idParams,
    body: leftOutOr(Type.Object({ dueAt: Type.Optional(time) }, { additionalProperties: false })),
  },
  answers: followUpAnswer,
  open: (workspace) => {
    const threads = threadStore(workspace.database);
    const followUps = followUpStore(workspace);
    return ({ params, body }) => {
      const { id, sdrId } = threads.ofSdr(params.id, sdrOfKey(workspace).id);
      return followUps.schedule(id, sdrId, body?.dueAt === undefined ? undefined : Date.parse(body.dueAt));
    };
  },
});
