import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { inboxPage, type InboxThread } from '../schemas/inbox-thread';

/** Threads that were read; `isComplete` is false where Leadterra has more than it handed out. */
export type InboxThreadList = { threads: InboxThread[]; isComplete: boolean };

export type InboxFilter = {
  statuses?: string[];
  category?: 'A' | 'B' | 'C';
  search?: string;
  snoozed?: boolean;
  /** Default: by priority. */
  orderBy?: 'priority' | 'lastMessage' | 'created';
  /** How many threads at most. Default: all. */
  limit?: number;
};

/** The most that the API gives at a time. */
const maxPerPage = 100;
/** The most pages that are read of one list. */
const maxPages = 200;

/** The threads in the inbox of the key's SDR, read page by page. */
export const listInboxThreads = defineOperation({
  endpoint: 'GET /v1/sdr/inbox',
  answer: inboxPage,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, filter: InboxFilter = {}, options?: CallOptions): Promise<InboxThreadList> => {
    const { limit = Infinity } = filter;
    const found = new Map<string, InboxThread>();
    let offset = 0;
    for (let page = 0; page < maxPages; page++) {
      const asked = Math.min(maxPerPage, limit - found.size);
      const query = { ...queryOf(filter), limit: String(asked), offset: String(offset) };
      const { threads, total, hasMore } = await send({ task: "list the SDR's threads", query }, options);
      const before = found.size;
      for (const thread of threads) found.set(thread.id, thread);
      offset += threads.length;
      const more = hasMore ?? (total === undefined ? threads.length >= asked : offset < total);
      if (!more || found.size >= limit)
        return { threads: [...found.values()].slice(0, limit), isComplete: true };
      // As where the offset is not understood.
      if (found.size === before) break;
    }
    return { threads: [...found.values()], isComplete: false };
  },
});

function queryOf({ statuses = [], category, search, snoozed, orderBy }: InboxFilter) {
  return {
    ...(statuses.length > 0 && { status: statuses }),
    ...(category !== undefined && { category }),
    ...(search !== undefined && { search }),
    ...(snoozed !== undefined && { snoozed: String(snoozed) }),
    ...(orderBy !== undefined && { orderBy }),
  };
}
