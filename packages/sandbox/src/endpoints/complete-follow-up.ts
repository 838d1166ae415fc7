import { followUpAnswer, followUpStore } from '../sdr/follow-ups';
import { sdrOfKey } from '../sdr/people';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const completeFollowUp = defineEndpoint({
  method: 'POST',
  path: '/sdr/followups/:id/complete',
  operationId: 'completeFollowUp',
  tag: 'sdr',
  summary: 'Mark a follow-up as done',
  input: { params: idParams },
  answers: followUpAnswer,
  open: (workspace) => {
    const followUps = followUpStore(workspace);
    return ({ params }) => followUps.settle(params.id, sdrOfKey(workspace).id, 'completed');
  },
});
