import { defineOperation } from '../operation';
import { replyPage } from '../schemas/reply';

/** `page` counts from 1. The documentation names no page parameter; it is the name that the answers use. */
export type ListRepliesPageInput = { campaignId?: string; page: number };

export const listReplies = defineOperation({
  task: ({ campaignId }: ListRepliesPageInput) =>
    campaignId === undefined ? 'list the replies' : `list the replies to campaign "${campaignId}"`,
  request: ({ campaignId, page }) => ({
    method: 'GET',
    path: '/v1/replies',
    query: { ...(campaignId !== undefined && { campaignId }), ...(page > 1 && { page: String(page) }) },
  }),
  answer: replyPage,
  repeat: 'always',
});
