import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { wholeAnswer } from '../dialects/answer';
import { draftStore, writeDrafts } from '../sdr/drafts';
import { sdrOfKey } from '../sdr/people';
import { threadStore } from '../sdr/threads';
import { defineEndpoint } from './define-endpoint';

type Written = ReturnType<typeof writeDrafts>[number] & { id: string };

export const generateDrafts = defineEndpoint({
  method: 'POST',
  path: '/sdr/drafts/generate',
  operationId: 'generateDrafts',
  tag: 'sdr',
  summary: 'Have answers to a thread written',
  input: {
    body: Type.Object(
      {
        threadId: Type.String({ minLength: 1 }),
        instructions: Type.Optional(Type.String()),
        variantCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
      },
      { additionalProperties: false },
    ),
  },
  answers: wholeAnswer(
    Type.Object({
      data: Type.Object({
        drafts: Type.Array(
          Type.Object({
            id: Type.String(),
            bodyText: Type.String(),
            bodyHtml: Type.String(),
            subject: Type.String(),
          }),
        ),
        insights: Type.Array(
          Type.Object({
            draftId: Type.String(),
            approach: Type.String(),
            confidence: Type.Number(),
            rationale: Type.String(),
          }),
        ),
        appliedRules: Type.Array(Type.Any()),
      }),
    }),
    (written: Written[]) => ({
      data: {
        drafts: written.map(({ id, bodyText, bodyHtml, subject }) => ({ id, bodyText, bodyHtml, subject })),
        insights: written.map(({ id: draftId, approach, confidence, rationale }) => ({
          draftId,
          approach,
          confidence,
          rationale,
        })),
        appliedRules: [],
      },
    }),
  ),
  open: (workspace) => {
    const { database, random } = workspace;
    const threads = threadStore(database);
    const drafts = draftStore(database);
    return ({ body: { threadId, instructions, variantCount = 1 } }) => {
      const thread = threads.ofSdr(threadId, sdrOfKey(workspace).id);
      return writeDrafts(thread, variantCount, instructions).map((written) => {
        const draft = { id: newId('draft', random), ...written };
        drafts.add({ ...draft, threadId });
        return draft;
      });
    };
  },
});
