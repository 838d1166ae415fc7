import * as z from 'zod/mini';

import { isRecord } from '../../json';
import { unwrap } from '../envelope';
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

const paging = z.object({ total: count, hasMore: flag });

/** One page of threads, and what the API says of those that follow. */
export const inboxPage = z.transform((body, context) => {
  const parsed = z.array(thread).safeParse(unwrap(body, 'threads'));
  if (!parsed.success) {
    context.issues.push({ code: 'custom', message: 'it holds no list of threads', input: body });
    return z.NEVER;
  }
  const inner = isRecord(body) && isRecord(body['data']) ? body['data'] : body;
  const { total, hasMore } = paging.safeParse(inner).data ?? {};
  return { threads: parsed.data, total, hasMore };
});
