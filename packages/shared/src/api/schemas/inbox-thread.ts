import * as z from 'zod/mini';

import { listWithPaging } from '../envelope';
import { count, figure, flag, id, text } from './lenient';

const thread = z.object({
  id,
  contactEmail: text,
  contactName: text,
  subject: text,
  status: text,
  category: text,
  priorityScore: figure,
  lastMessageAt: text,
});

/** A conversation between an SDR and a lead. */
export type InboxThread = z.infer<typeof thread>;

/** One page of threads, and what the API says of those that follow. */
export const inboxPage = z.pipe(
  z.transform((body) => listWithPaging(body, 'threads')),
  z.object({ threads: z.array(thread), total: count, hasMore: flag }),
);
