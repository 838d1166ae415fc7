import { type Route } from '../http/app';
import { findCampaign, IdParams, responses } from './shared';

export const campaignStats: Route = (app, workspace) => {
  const { dialect, campaigns } = workspace;
  app.get(
    '/campaigns/:id/stats',
    {
      schema: {
        operationId: 'getCampaignStats',
        tags: ['campaigns'],
        summary: 'What a campaign has sent and what came back',
        params: IdParams,
        response: responses(dialect, dialect.campaignStats),
      },
    },
    ({ params }, reply) =>
      reply.send(dialect.campaignStats.body(campaigns.stats(findCampaign(workspace, params.id)))),
  );
};
