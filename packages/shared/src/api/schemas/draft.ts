import * as z from 'zod/mini';

import { isRecord } from '../../json';
import { orElse, orUnknown } from '../../or-else';
import { enveloped, unwrap } from '../envelope';
import { refusedItems } from '../errors/refused-items';
import { type TransportResponse } from '../transport';
import { figure, flag, id, text } from './lenient';

const draft = z.object({ id, subject: text, bodyText: text, bodyHtml: text });
const insight = z.object({ draftId: text, approach: text, confidence: figure, rationale: text });

// No page shows what a rule looks like.
const sentences = z.pipe(
  z.optional(z.unknown()),
  z.transform((items) => refusedItems(items).map(({ message }) => message)),
);

/** Drafts of an answer, with why each was written as it is, and the rules of the workspace that went into them. */
export const generatedDrafts = enveloped(
  [],
  z.object({
    drafts: z.array(draft),
    insights: orUnknown(z.array(insight)),
    appliedRules: sentences,
  }),
);

/** What Leadterra thinks of a text: `issues` in sentences, `scores` from 0 to 1. */
const guardrails = z.object({
  blocked: flag,
  issues: sentences,
  scores: orElse(
    z.object({ overall: figure, readability: figure, personalization: figure, linkQuality: figure }),
    {},
  ),
});
export type Guardrails = z.infer<typeof guardrails>;

/** What became of sending a draft; a `blocked` one was not sent. */
export type SentDraft =
  | { status: 'sent'; messageId?: string; guardrails: Guardrails }
  | { status: 'blocked'; guardrails: Guardrails };

export const sentDraft = z.pipe(
  enveloped([], z.object({ messageId: text, guardrails: orElse(guardrails, { issues: [], scores: {} }) })),
  z.transform(({ messageId, guardrails }): SentDraft => {
    const isBlocked = guardrails.blocked === true && messageId === undefined;
    return isBlocked ? { status: 'blocked', guardrails } : { status: 'sent', messageId, guardrails };
  }),
);

/** The refusal that is documented to bring the guardrails along. */
export function blockedDraft({ status, body }: TransportResponse): SentDraft | undefined {
  const said = unwrap(body, 'guardrails', 'error', 'details');
  const isAbout = isRecord(said) && ('blocked' in said || 'issues' in said || 'scores' in said);
  return status === 422 && isAbout ? { status: 'blocked', guardrails: guardrails.parse(said) } : undefined;
}
