import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import { type Campaign, optionalTimestamp } from '../domain';
import { ApiError } from '../http/api-error';
import { campaignStatus, optionalTime } from '../shapes';
import { announce } from '../webhooks/announce';
import { campaignStarted } from '../webhooks/events/campaign-started';
import { findCampaign, idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const startCampaign = defineEndpoint({
  method: 'POST',
  path: '/campaigns/:id/start',
  operationId: 'startCampaign',
  tag: 'campaigns',
  summary: 'Start a draft or resume a paused campaign; a running one is left alone',
  input: { params: idParams },
  holds: 'campaign',
  answers: answer(
    Type.Object({ id: Type.String(), status: campaignStatus, startedAt: optionalTime }),
    ({ id, status, startedAt }: Campaign) => ({ id, status, startedAt: optionalTimestamp(startedAt) }),
  ),
  open: (workspace) => {
    const { campaigns, enrollments, clock, sends, webhookDeliveries } = workspace;
    return ({ params }) => {
      const campaign = findCampaign(workspace, params.id);
      if (campaign.status === 'running') return campaign;
      if (campaign.steps.length === 0) {
        throw new ApiError(400, 'no_sequence_steps', 'The campaign has no sequence steps.');
      }
      if (enrollments.count(campaign.id) === 0) {
        throw new ApiError(400, 'no_leads_enrolled', 'The campaign has no enrolled leads.');
      }
      const now = clock.now();
      campaigns.setRunning(campaign.id, now);
      enrollments.queueDrafted(campaign.id, now);
      const started = findCampaign(workspace, campaign.id);
      // The event is documented for draft → running; of a resume no page speaks.
      if (campaign.status === 'draft') announce(workspace, campaignStarted, { campaign: started });
      sends.nudge();
      webhookDeliveries.nudge();
      return started;
    };
  },
});
