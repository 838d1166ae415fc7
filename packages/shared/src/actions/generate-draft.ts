import { defineAction } from './action';
import { longText, number, optional } from './field';
import { thread, threadId } from './inbox-thread';

export const generateDraft = defineAction({
  key: 'generate_draft',
  resource: 'draft',
  operation: 'generate',
  label: 'Generate Draft',
  description: 'Has an answer to a lead written by AI, with why it was written like that; nothing is sent.',
  kind: 'write',
  isIdempotent: false,
  canBeUndone: true,
  fields: {
    thread,
    instructions: optional(
      longText({
        label: 'Instructions',
        placeholder: 'Offer a call on Thursday afternoon',
        help: 'What it should say, and how.',
      }),
    ),
    variantCount: optional(
      number({
        label: 'Variants',
        min: 1,
        max: 3,
        isWhole: true,
        default: 1,
        help: 'How many to choose from.',
      }),
    ),
  },
  output: {
    id: { label: 'Draft ID', type: 'id', sample: 'draft_01HZH9' },
    threadId,
    subject: { label: 'Subject', type: 'text', sample: 'Re: Quick question' },
    bodyText: { label: 'Body (Text)', type: 'text', sample: 'Hi Ava, thanks for your answer.' },
    bodyHtml: { label: 'Body (HTML)', type: 'text', sample: '<p>Hi Ava, thanks for your answer.</p>' },
    approach: { label: 'Approach', type: 'text', sample: 'Answers the question' },
    confidence: { label: 'Confidence', type: 'number', sample: 0.85 },
    rationale: { label: 'Rationale', type: 'text', sample: 'The lead asked about the price.' },
    appliedRules: { label: 'Applied Rules', type: 'texts', sample: ['Never promise a discount'] },
  },
  runs: 'a list',
  run: async (client, { thread: threadId, instructions, variantCount }, options) => {
    const drafts = await client.generateDrafts({ threadId, instructions, variantCount }, options);
    return { list: drafts.map((draft) => ({ ...draft, threadId })) };
  },
});
