import { defineAction } from './action';
import { campaign } from './campaign';
import { limit, optional, text } from './field';
import { classifications, replyOutput } from './reply';

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
        suggestions: classifications,
        help: 'Only replies that Leadterra classified like this: interested, not_interested, out_of_office, bounce, unsubscribe or another word it uses.',
      }),
    ),
  },
  output: replyOutput,
  runs: 'a list',
  run: async (client, { limit, campaign: campaignId, classification }, options) => {
    const isWanted = (reply: { classification?: string }) =>
      classification === undefined || reply.classification === classification;
    const { replies, isComplete } = await client.listReplies({ campaignId, limit, isWanted }, options);
    return {
      list: replies,
      ...(!isComplete && { note: 'Leadterra has more replies than it handed out: older ones are missing.' }),
    };
  },
});
