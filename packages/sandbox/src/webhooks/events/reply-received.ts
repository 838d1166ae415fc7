import { type Campaign, type Reply } from '../../domain';
import { replyBody } from '../../shapes';
import { type WebhookEvent } from './event';

type Received = { campaign: Campaign; reply: Reply };

/** The guide names `data.reply.id`; the rest is a guess, as in every dialect. */
export const replyReceived: WebhookEvent<'reply.received', Received> = {
  name: 'reply.received',
  data: {
    reference: ({ reply }) => replyBody(reply),
    guide: ({ reply, campaign }) => ({
      reply: replyBody(reply),
      lead: { email: reply.email },
      campaign: { id: campaign.id, name: campaign.name },
    }),
    concept: ({ reply, campaign }) => ({ reply: replyBody(reply), campaign: { id: campaign.id } }),
  },
};
