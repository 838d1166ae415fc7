import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type OutputField } from './action';
import { campaignId } from './campaign';
import { type Choice, id, text } from './field';

/** The documented words that Leadterra classifies replies by. The list is open: it may use others. */
export const classifications: readonly Choice[] = [
  { value: 'interested', label: 'Interested' },
  { value: 'unsubscribe', label: 'Unsubscribed' },
  { value: 'not_interested', label: 'Not Interested' },
  { value: 'out_of_office', label: 'Out of Office' },
  { value: 'bounce', label: 'Bounce' },
];

/** The choice of a classification. */
export const classification = text({
  label: 'Classification',
  placeholder: 'interested',
  suggestions: classifications,
  help: 'Only replies that Leadterra classified like this. It may use other words than those in the list.',
});

/** Whether a reply is classified by this word, however it is written. */
export function isClassified(reply: { classification?: string }, word: string | undefined): boolean {
  return word === undefined || reply.classification?.toLowerCase() === word.toLowerCase();
}

/** The choice of a reply. */
export const reply = id({
  label: 'Reply',
  placeholder: 'rpl_01HZB3MNPW6XT8QA',
  help: 'What the lead answered.',
  list: async (client: LeadterraClient, options?: CallOptions) => {
    const { replies } = await client.listReplies({ limit: 50 }, options);
    return replies.map(({ id, email, classification, receivedAt }) => ({
      id,
      label: [email ?? id, classification, receivedAt?.slice(0, 10)].filter((part) => part).join(', '),
    }));
  },
});

/** What is known of a reply. */
export const replyOutput = {
  id: { label: 'Reply ID', type: 'id', sample: 'rpl_01HZB3MNPW6XT8QA' },
  email: { label: 'Email', type: 'text', sample: 'ava@example.com' },
  campaignId,
  classification: { label: 'Classification', type: 'text', sample: 'interested' },
  receivedAt: { label: 'Received At', type: 'dateTime', sample: '2026-03-04T09:14:32Z' },
  threadSnippet: {
    label: 'Beginning of the Reply',
    type: 'text',
    sample: 'Sounds useful. Could you show it to us next week?',
  },
} as const satisfies Record<string, OutputField>;
