import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { leadFromRow } from '../database/leads';
import { inTransaction } from '../database/open';
import { text } from '../database/rows';
import { wholeAnswer } from '../dialects/answer';
import { type Reply } from '../domain';
import { ApiError } from '../http/api-error';
import { draftTables } from '../sdr/drafts';
import { followUpStore, followUpTables } from '../sdr/follow-ups';
import { failsIcp } from '../sdr/icp';
import { sdrsOf } from '../sdr/people';
import { categories, type Thread, threadStore, threadTables } from '../sdr/threads';
import { type Workspace } from '../workspace';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

type Handoff = { handoffId: string; threadId: string; messageId: string; gmailThreadId: string };

const email = Type.String({ format: 'email' });

/** For any key of the workspace: it names the SDR. */
export const assignReply = defineEndpoint({
  method: 'POST',
  path: '/replies/:id/assign',
  operationId: 'assignReply',
  tag: 'replies',
  summary: 'Forward a reply to an SDR and make a thread of it',
  input: {
    params: idParams,
    body: Type.Object(
      {
        sdrId: Type.String({ minLength: 1 }),
        to: Type.Optional(email),
        cc: Type.Optional(Type.Array(email)),
        subject: Type.Optional(Type.String()),
        note: Type.Optional(Type.String()),
        category: Type.Optional(Type.Union(categories.map((name) => Type.Literal(name)))),
        forceForward: Type.Optional(Type.Boolean()),
        skipIcpCheck: Type.Optional(Type.Boolean()),
        seniority: Type.Optional(Type.String()),
        employeeCount: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
  },
  tables: threadTables + followUpTables + draftTables,
  answers: wholeAnswer(
    Type.Object({
      data: Type.Object({
        handoffId: Type.String(),
        threadId: Type.String(),
        messageId: Type.String(),
        gmailThreadId: Type.String(),
      }),
    }),
    (handoff: Handoff) => ({ data: handoff }),
  ),
  open: (workspace) => {
    const { database, random } = workspace;
    const threads = threadStore(database);
    const followUps = followUpStore(workspace);
    return ({ params, body }) => {
      const { sdrId, category = 'B', forceForward = false, skipIcpCheck = false } = body;
      const reply = workspace.replies.find(params.id);
      if (reply === null) throw new ApiError(404, 'reply_not_found', `There is no reply "${params.id}".`);
      if (!sdrsOf(workspace).some(({ id }) => id === sdrId))
        throw new ApiError(404, 'sdr_not_found', `There is no SDR "${sdrId}".`);
      if (!skipIcpCheck) checkIcp(body);
      const known = threads.ofReply(reply.id);
      if (known !== null && !forceForward)
        throw new ApiError(409, 'already_forwarded', 'The reply was already forwarded.');
      return inTransaction(database, () => {
        const thread = known ?? newThread(workspace, reply, { sdrId, category });
        if (known === null) {
          threads.add(thread);
          followUps.schedule(thread.id, sdrId);
        } else threads.handOver(thread.id, sdrId, category);
        return {
          handoffId: newId('handoff', random),
          threadId: thread.id,
          messageId: newId('gmail', random),
          gmailThreadId: newId('gmail_thread', random),
        };
      });
    };
  },
});

function checkIcp({ seniority, employeeCount }: { seniority?: string; employeeCount?: string }): void {
  if (seniority === undefined || employeeCount === undefined)
    throw new ApiError(400, 'invalid_request', 'seniority and employeeCount are needed for the ICP check.');
  if (failsIcp(seniority, employeeCount))
    throw new ApiError(400, 'icp_failed', 'The contact does not meet the ICP criteria.', {
      more: { icpFailed: true },
    });
}

function newThread(
  { database, clock, random }: Workspace,
  reply: Reply,
  { sdrId, category }: Pick<Thread, 'sdrId' | 'category'>,
): Thread {
  const row = database
    .prepare(
      `SELECT l.*, m.subject FROM replies r JOIN leads l ON l.id = r.lead_id
        JOIN messages m ON m.campaign_id = r.campaign_id AND m.lead_id = r.lead_id
        WHERE r.id = ? ORDER BY m.sent_at DESC LIMIT 1`,
    )
    .get(reply.id);
  const { firstName = '', lastName = '' } = row === undefined ? {} : leadFromRow(row);
  const now = clock.now();
  return {
    id: newId('thread', random),
    replyId: reply.id,
    sdrId,
    contactEmail: reply.email,
    contactName: `${firstName} ${lastName}`.trim() || reply.email,
    subject: `Re: ${row === undefined ? '' : text(row, 'subject')}`,
    status: 'new',
    category,
    priorityScore: category === 'A' ? 85 : category === 'B' ? 60 : 35,
    createdAt: now,
    lastMessageAt: reply.receivedAt,
  };
}
