import { LeadterraError } from '../error';
import { defineAction } from './action';
import { campaign } from './campaign';
import { emails, optional } from './field';
import { replyOutput } from './reply';

export const findReplyByEmail = defineAction({
  key: 'find_reply_by_email',
  resource: 'reply',
  operation: 'getByEmail',
  label: 'Find Reply by Email',
  description: 'Finds the newest reply of a lead by the address that it came from.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    email: emails({ label: 'Email', placeholder: 'name@email.com', help: 'The address of the lead.' }),
    campaign: optional(campaign),
  },
  output: replyOutput,
  runs: 'a list',
  run: async (client, { email: { emails }, campaign: campaignId }, options) => {
    const isWanted = (reply: { email?: string }) =>
      reply.email !== undefined && emails.includes(reply.email.trim().toLowerCase());
    const { replies, isComplete } = await client.listReplies({ campaignId, limit: 1, isWanted }, options);
    if (replies.length > 0 || isComplete) return { list: replies };
    throw new LeadterraError({
      kind: 'unexpected_answer',
      summary: `Could not find a reply of ${emails.join(', ')}: Leadterra has more replies than it handed out, and none of those is from there.`,
      advice: 'Choose the campaign, so that there are fewer replies to look through.',
    });
  },
});
