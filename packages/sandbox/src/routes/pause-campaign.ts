import { type Route } from '../http/app';
import { findCampaign, IdParams, refuseBody, responses } from './shared';

export const pauseCampaign: Route = (app, workspace) => {
  const { dialect, campaigns, clock } = workspace;
  app.post(
    '/campaigns/:id/pause',
    {
      preHandler: refuseBody,
      schema: {
        operationId: 'pauseCampaign',
        tags: ['campaigns'],
        summary: 'Pause a running campaign; a draft or a paused one is left alone',
        params: IdParams,
        response: responses(dialect, dialect.pauseCampaign),
      },
    },
    ({ params }, reply) => {
      const { id, status } = findCampaign(workspace, params.id);
      if (status === 'running') campaigns.setPaused(id, clock.now());
      return reply.send(dialect.pauseCampaign.body(findCampaign(workspace, id)));
    },
  );
};
