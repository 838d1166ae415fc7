import { defineAction } from './action';
import { campaign } from './campaign';
import { limit, optional } from './field';
import { classification, isClassified, replyOutput } from './reply';

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
    classification: optional(classification),
  },
  output: replyOutput,
  runs: 'a list',
  run: async (client, { limit, campaign: campaignId, classification: word }, options) => {
    const isWanted = (reply: { classification?: string }) => isClassified(reply, word);
    const { replies, isComplete } = await client.listReplies({ campaignId, limit, isWanted }, options);
    return {
      list: replies,
      ...(!isComplete && { note: 'Leadterra has more replies than it handed out: older ones are missing.' }),
    };
  },
});
