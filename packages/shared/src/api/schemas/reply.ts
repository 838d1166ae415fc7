import * as z from 'zod/mini';

import { isRecord } from '../../json';
import { unwrap } from '../envelope';
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
export const replyPage = z.transform((body, context) => {
  const parsed = z.array(reply).safeParse(unwrap(body, 'replies'));
  if (!parsed.success) {
    context.issues.push({ code: 'custom', message: 'it holds no list of replies', input: body });
    return z.NEVER;
  }
  const inner = isRecord(body) && isRecord(body['data']) ? body['data'] : body;
  const pages = pagination.safeParse(isRecord(inner) ? inner['pagination'] : undefined);
  const more = pages.success ? pages.data.page * pages.data.perPage < pages.data.total : undefined;
  return { replies: parsed.data, more };
});
