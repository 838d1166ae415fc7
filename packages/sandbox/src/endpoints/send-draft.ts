import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { wholeAnswer } from '../dialects/answer';
import { ApiError } from '../http/api-error';
import { draftStore } from '../sdr/drafts';
import { guardrailsFor } from '../sdr/guardrails';
import { gmailStateOf, sdrOfKey } from '../sdr/people';
import { threadStore } from '../sdr/threads';
import { leftOutOr } from '../shapes';
import { idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

type Sent = { messageId: string; guardrails: ReturnType<typeof guardrailsFor> };

export const sendDraft = defineEndpoint({
  method: 'POST',
  path: '/sdr/drafts/:id/send',
  operationId: 'sendDraft',
  tag: 'sdr',
  summary: 'Send a draft by Gmail, unless the guardrails block it',
  input: {
    params: idParams,
    body: leftOutOr(
      Type.Object(
        {
          finalBodyHtml: Type.Optional(Type.String()),
          finalBodyText: Type.Optional(Type.String()),
          additionalCc: Type.Optional(Type.Array(Type.String({ format: 'email' }))),
        },
        { additionalProperties: false },
      ),
    ),
  },
  answers: wholeAnswer(
    Type.Object({
      data: Type.Object({
        messageId: Type.String(),
        guardrails: Type.Object({
          blocked: Type.Boolean(),
          issues: Type.Array(Type.String()),
          scores: Type.Record(Type.String(), Type.Number()),
        }),
      }),
    }),
    (sent: Sent) => ({ data: sent }),
  ),
  open: (workspace) => {
    const { database, clock, random } = workspace;
    const threads = threadStore(database);
    const drafts = draftStore(database);
    return ({ params, body }) => {
      const { finalBodyHtml, finalBodyText, additionalCc = [] } = body ?? {};
      const sdr = sdrOfKey(workspace);
      const draft = drafts.unsent(params.id);
      threads.ofSdr(draft.threadId, sdr.id);
      const gmail = gmailStateOf(workspace);
      // A guess: no page says what happens then.
      if (gmail !== 'active') throw new ApiError(409, 'gmail_not_connected', `Gmail is ${gmail}.`);
      const bodyHtml = finalBodyHtml ?? draft.bodyHtml;
      const bodyText = finalBodyText ?? draft.bodyText;
      const guardrails = guardrailsFor(bodyHtml.replace(/<[^>]*>/g, ''));
      if (guardrails.blocked)
        throw new ApiError(422, 'guardrails_blocked', 'The draft was blocked.', { more: { guardrails } });
      const messageId = newId('gmail', random);
      drafts.setSent({ ...draft, bodyHtml, bodyText }, clock.now(), messageId, additionalCc);
      threads.setAnswered(draft.threadId, clock.now());
      return { messageId, guardrails };
    };
  },
});
