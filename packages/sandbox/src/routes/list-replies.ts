import { Type } from '@sinclair/typebox';

import { type Route } from '../http/app';
import { findCampaign, responses } from './shared';

/** What the monitoring guide's answer shows. */
const defaultPerPage = 50;

/** Only `campaignId` is documented. `page` and `perPage` are a guess by the names in the guide's answer. */
const Query = Type.Object(
  {
    campaignId: Type.Optional(Type.String({ minLength: 1 })),
    page: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,8}$' })),
    perPage: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|100)$' })),
  },
  { additionalProperties: false },
);

export const listReplies: Route = (app, workspace) => {
  const { dialect, replies } = workspace;
  app.get(
    '/replies',
    {
      schema: {
        operationId: 'listReplies',
        tags: ['replies'],
        summary: 'Classified replies, newest first',
        querystring: Query,
        response: responses(dialect, dialect.listReplies),
      },
    },
    ({ query }, reply) => {
      const campaignId = query.campaignId === undefined ? null : findCampaign(workspace, query.campaignId).id;
      const total = replies.count(campaignId);
      const page = dialect.pagesReplies ? Number(query.page ?? 1) : 1;
      const perPage = dialect.pagesReplies ? Number(query.perPage ?? defaultPerPage) : total;
      const found = replies.list(campaignId, perPage, (page - 1) * perPage);
      return reply.send(dialect.listReplies.body({ replies: found, total, page, perPage }));
    },
  );
};
