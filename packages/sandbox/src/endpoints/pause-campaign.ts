import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import { type Campaign, optionalTimestamp } from '../domain';
import { campaignStatus, optionalTime } from '../shapes';
import { findCampaign, idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const pauseCampaign = defineEndpoint({
  method: 'POST',
  path: '/campaigns/:id/pause',
  operationId: 'pauseCampaign',
  tag: 'campaigns',
  summary: 'Pause a running campaign; a draft or a paused one is left alone',
  input: { params: idParams },
  holds: 'campaign',
  // A draft that is paused stays a draft, and was never paused: `pausedAt` is null then. No page shows this case.
  answers: answer(
    Type.Object({ id: Type.String(), status: campaignStatus, pausedAt: optionalTime }),
    ({ id, status, pausedAt }: Campaign) => ({ id, status, pausedAt: optionalTimestamp(pausedAt) }),
  ),
  open:
    (workspace) =>
    ({ params }) => {
      const { id, status } = findCampaign(workspace, params.id);
      if (status === 'running') workspace.campaigns.setPaused(id, workspace.clock.now());
      return findCampaign(workspace, id);
    },
});
