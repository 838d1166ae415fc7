import { type Guardrails } from '../api/schemas/draft';
import { LeadterraError } from '../error';
import { defineAction } from './action';
import { everyAddress } from './every-address';
import { emails, html, id, longText, optional } from './field';

export const sendDraft = defineAction({
  key: 'send_draft',
  resource: 'draft',
  operation: 'send',
  label: 'Send Draft',
  description:
    'Sends a draft to the lead from the Gmail account of the SDR, unless Leadterra’s guardrails block it.',
  warning: 'It sends a real email.',
  kind: 'write',
  isIdempotent: false,
  fields: {
    // The API offers no list of drafts to choose from.
    draft: id({ label: 'Draft', placeholder: 'draft_id', help: 'What Generate Draft gives.' }),
    finalBodyHtml: optional(
      html({ label: 'Final Body (HTML)', help: 'What to send in the place of the text of the draft.' }),
    ),
    finalBodyText: optional(
      longText({ label: 'Final Body (Text)', help: 'The same for programs that show no HTML.' }),
    ),
    additionalCc: optional(
      emails({ label: 'Additional CC', placeholder: 'name@email.com', help: 'Who else gets the email.' }),
    ),
  },
  output: {
    messageId: { label: 'Message ID', type: 'id', sample: '18f2c4a9d1e0b7a3' },
    draftId: { label: 'Draft ID', type: 'id', sample: 'draft_01HZH9' },
    issues: { label: 'Issues', type: 'texts', sample: ['The second sentence is long.'] },
    overall: { label: 'Score', type: 'number', sample: 0.92 },
    readability: { label: 'Score of Readability', type: 'number', sample: 0.88 },
    personalization: { label: 'Score of Personalization', type: 'number', sample: 0.95 },
    linkQuality: { label: 'Score of Links', type: 'number', sample: 0.9 },
  },
  runs: 'once per distinct input',
  run: async (client, { draft: draftId, additionalCc, ...body }, options) => {
    const copies = additionalCc && everyAddress('Additional CC', additionalCc);
    const sent = await client.sendDraft({ draftId, ...body, additionalCc: copies }, options);
    const { status, guardrails } = sent;
    // A lead who is not answered must not pass for one who is.
    if (status === 'blocked') throw blockedError(draftId, guardrails);
    return { draftId, messageId: sent.messageId, issues: guardrails.issues, ...guardrails.scores };
  },
});

function blockedError(draftId: string, { issues, scores }: Guardrails): LeadterraError {
  const said = scoreNames.flatMap(([key, name]) =>
    scores[key] === undefined ? [] : [`${name} ${scores[key]}`],
  );
  const reasons = issues.map((issue) => issue.replace(/\.$/, ''));
  const why = [...reasons, ...(said.length > 0 ? [`scores from 0 to 1: ${said.join(', ')}`] : [])].join('; ');
  return new LeadterraError({
    kind: 'invalid_request',
    status: 422,
    code: 'blocked_by_guardrails',
    summary: `Could not send draft "${draftId}": Leadterra's guardrails blocked it${why && `: ${why}`}.`,
    advice: 'Nothing was sent. Correct the text under Final Body, or generate another draft.',
  });
}

const scoreNames = [
  ['overall', 'overall'],
  ['readability', 'readability'],
  ['personalization', 'personalization'],
  ['linkQuality', 'links'],
] as const;
