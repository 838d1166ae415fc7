import { ApiError } from '../http/api-error';
import { type Route } from '../http/app';
import { announce } from '../webhooks/announce';
import { findCampaign, IdParams, refuseBody, responses } from './shared';

export const startCampaign: Route = (app, workspace) => {
  const { dialect, campaigns, enrollments, clock, sends, webhookDeliveries } = workspace;
  app.post(
    '/campaigns/:id/start',
    {
      preHandler: refuseBody,
      schema: {
        operationId: 'startCampaign',
        tags: ['campaigns'],
        summary: 'Start a draft or resume a paused campaign; a running one is left alone',
        params: IdParams,
        response: responses(dialect, dialect.startCampaign),
      },
    },
    ({ params }, reply) => {
      const campaign = findCampaign(workspace, params.id);
      if (campaign.status === 'running') return reply.send(dialect.startCampaign.body(campaign));
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
      if (campaign.status === 'draft') announce(workspace, { name: 'campaign.started', campaign: started });
      sends.nudge();
      webhookDeliveries.nudge();
      return reply.send(dialect.startCampaign.body(started));
    },
  );
};
