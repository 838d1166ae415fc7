import { Type } from '@sinclair/typebox';

import { wholeAnswer } from '../dialects/answer';
import { sdrOfKey } from '../sdr/people';
import { categories, type Thread, threadStatuses, threadStore } from '../sdr/threads';
import { count, time } from '../shapes';
import { defineEndpoint } from './define-endpoint';

type InboxPage = { threads: Thread[]; total: number; hasMore: boolean };

const status = Type.Union(threadStatuses.map((name) => Type.Literal(name)));
const yesNo = Type.Union([Type.Literal('true'), Type.Literal('false')]);

export const listInboxThreads = defineEndpoint({
  method: 'GET',
  path: '/sdr/inbox',
  operationId: 'listInboxThreads',
  tag: 'sdr',
  summary: 'The threads of the SDR of the key',
  input: {
    querystring: Type.Object(
      {
        status: Type.Optional(Type.Union([status, Type.Array(status)])),
        category: Type.Optional(Type.Union(categories.map((name) => Type.Literal(name)))),
        search: Type.Optional(Type.String()),
        snoozed: Type.Optional(yesNo),
        limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|100)$' })),
        offset: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
        orderBy: Type.Optional(
          Type.Union([Type.Literal('priority'), Type.Literal('lastMessage'), Type.Literal('created')]),
        ),
      },
      { additionalProperties: false },
    ),
  },
  answers: wholeAnswer(
    Type.Object({
      data: Type.Object({
        threads: Type.Array(
          Type.Object({
            id: Type.String(),
            contactEmail: Type.String(),
            contactName: Type.String(),
            subject: Type.String(),
            status: Type.String(),
            category: Type.String(),
            priorityScore: count,
            lastMessageAt: time,
          }),
        ),
        total: count,
        hasMore: Type.Boolean(),
      }),
    }),
    ({ threads, total, hasMore }: InboxPage) => ({
      data: {
        threads: threads.map(
          ({ id, contactEmail, contactName, subject, status, category, priorityScore, lastMessageAt }) => ({
            ...{ id, contactEmail, contactName, subject, status, category, priorityScore },
            lastMessageAt: new Date(lastMessageAt).toISOString(),
          }),
        ),
        total,
        hasMore,
      },
    }),
  ),
  open: (workspace) => {
    const threads = threadStore(workspace.database);
    return ({ query }) => {
      const { id } = sdrOfKey(workspace);
      const found = threads.list(id, {
        statuses: [query.status ?? []].flat(),
        category: query.category ?? null,
        search: query.search ?? null,
        snoozed: query.snoozed === undefined ? null : query.snoozed === 'true',
        orderBy: query.orderBy ?? 'priority',
      });
      const offset = Number(query.offset ?? 0);
      const end = offset + Number(query.limit ?? 50);
      return { threads: found.slice(offset, end), total: found.length, hasMore: end < found.length };
    };
  },
});
