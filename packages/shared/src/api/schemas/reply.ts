import * as z from 'zod/mini';

import { orUnknown } from '../../or-else';
import { listWithPaging } from '../envelope';
import { id, text } from './lenient';

/** A lead's reply. The documented classifications are an open list: an unknown one is for a person to look at. */
const reply = z.object({
  id,
  email: text,
  campaignId: text,
  classification: text,
  receivedAt: text,
  threadSnippet: text,
});
export type Reply = z.infer<typeof reply>;

const pagination = z.object({
  total: z.int(),
  page: z.int(),
  perPage: z.int().check(z.positive()),
});

/** One page of replies, and whether the API says that more follow; undefined where it says nothing of pages. */
export const replyPage = z.pipe(
  z.pipe(
    z.transform((body) => listWithPaging(body, 'replies')),
    z.object({ replies: z.array(reply), pagination: orUnknown(pagination) }),
  ),
  z.transform(({ replies, pagination: pages }) => ({
    replies,
    more: pages && pages.page * pages.perPage < pages.total,
  })),
);
