import { defineAction } from './action';
import { campaign, campaignId } from './campaign';
import { limit, optional, text } from './field';

export const findReplies = defineAction({
  key: 'find_replies',
  resource: 'reply',
  operation: 'getMany',
  label: 'Find Replies',
  description: 'Finds the replies of leads, newest first, each with its classification.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    limit: limit({ default: 50 }),
    campaign: optional(campaign),
    classification: optional(
      text({
        label: 'Classification',
        placeholder: 'interested',
        help: 'Only replies that Leadterra classified so: interested, not_interested, out_of_office, bounce, unsubscribe or another word it uses.',
      }),
    ),
  },
  output: {
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
  },
  runs: 'a list',
  run: async (client, { limit, campaign: campaignId, classification }, options) => {
    // The API filters by campaign only; to limit what is left, all replies must be read first.
    const { replies, isComplete } = await client.listReplies(
      { campaignId, limit: classification === undefined ? limit : undefined },
      options,
    );
    const wanted = replies.filter(
      (reply) => classification === undefined || reply.classification === classification,
    );
    return {
      list: wanted.slice(0, limit),
      ...(!isComplete && {
        note: `Leadterra has more replies than the ${replies.length} that it handed out: older ones are missing.`,
      }),
    };
  },
});
