import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { type Reply, replyPage } from '../schemas/reply';

/** Replies that were read, newest first; `isComplete` is false where Leadterra has more than it handed out. */
export type ReplyList = { replies: Reply[]; isComplete: boolean };

/** The most pages that are read of one list: 10,000 replies at the documented 50 a page. */
const maxPages = 200;

type Wanted = {
  campaignId?: string;
  /** How many at most of those that are wanted. */
  limit?: number;
  /** Default: all are. */
  isWanted?: (reply: Reply) => boolean;
  /** Reading ends with the page that holds one of which this is true: what is older is known too. */
  isKnown?: (reply: Reply) => boolean;
};

/**
 * Replies, newest first, of one campaign or of all. Reads further pages until there are `limit` of them that are wanted
 * or no page brings a new one.
 */
export const listReplies = defineOperation({
  endpoint: 'GET /v1/replies',
  answer: replyPage,
  repeat: 'always',
  run: async (
    send,
    { campaignId, limit = Infinity, isWanted = () => true, isKnown }: Wanted = {},
    options?: CallOptions,
  ): Promise<ReplyList> => {
    const task =
      campaignId === undefined ? 'list the replies' : `list the replies to campaign "${campaignId}"`;
    const found = new Map<string, Reply>();
    let isComplete = false;
    let wanted: Reply[] = [];
    for (let page = 1; page <= maxPages && wanted.length < limit; page++) {
      // The documentation names no page parameter; this is the name that the answers use.
      const query = {
        ...(campaignId !== undefined && { campaignId }),
        ...(page > 1 && { page: String(page) }),
      };
      const { replies, more } = await send({ task, query }, options);
      const before = found.size;
      for (const reply of replies) found.set(reply.id, reply);
      wanted = [...found.values()].filter(isWanted);
      // Where nothing is said of pages, the answer is the whole list.
      isComplete = !more || replies.some((reply) => isKnown?.(reply));
      if (isComplete || found.size === before) break;
    }
    return { replies: wanted.slice(0, limit), isComplete: isComplete || wanted.length >= limit };
  },
});
