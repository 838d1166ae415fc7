import { Type } from '@sinclair/typebox';

import { answer, wholeAnswer } from '../dialects/answer';
import { type Reply } from '../domain';
import { count, replyBody, replyShape } from '../shapes';
import { findCampaign } from './campaign';
import { defineEndpoint } from './define-endpoint';

type ReplyPage = { replies: Reply[]; total: number; page: number; perPage: number };

/** What the monitoring guide's answer shows. */
const defaultPerPage = 50;

const list = answer(Type.Array(replyShape), ({ replies }: ReplyPage) => replies.map(replyBody));

export const listReplies = defineEndpoint({
  method: 'GET',
  path: '/replies',
  operationId: 'listReplies',
  tag: 'replies',
  summary: 'Classified replies, newest first',
  input: {
    // Only `campaignId` is documented. `page` and `perPage` are a guess by the names in the guide's answer.
    querystring: Type.Object(
      {
        campaignId: Type.Optional(Type.String({ minLength: 1 })),
        page: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,8}$' })),
        perPage: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|100)$' })),
      },
      { additionalProperties: false },
    ),
  },
  holds: 'replies',
  answers: {
    reference: list,
    guide: wholeAnswer(
      Type.Object({
        replies: Type.Array(replyShape),
        pagination: Type.Object({ total: count, page: count, perPage: count }),
      }),
      ({ replies, total, page, perPage }: ReplyPage) => ({
        replies: replies.map(replyBody),
        pagination: { total, page, perPage },
      }),
    ),
    concept: list,
  },
  open:
    (workspace) =>
    ({ query }) => {
      const { dialect, replies } = workspace;
      const campaignId = query.campaignId === undefined ? null : findCampaign(workspace, query.campaignId).id;
      const total = replies.count(campaignId);
      const page = dialect.pages ? Number(query.page ?? 1) : 1;
      const perPage = dialect.pages ? Number(query.perPage ?? defaultPerPage) : total;
      return { replies: replies.list(campaignId, perPage, (page - 1) * perPage), total, page, perPage };
    },
});
