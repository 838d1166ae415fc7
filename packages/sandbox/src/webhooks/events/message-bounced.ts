import { type BounceType, type Campaign, type Message } from '../../domain';
import { type WebhookEvent } from './event';
import { messageData } from './message-data';

type Bounced = { campaign: Campaign; message: Message; bounceType: BounceType; bounceReason: string };

export const messageBounced: WebhookEvent<'message.bounced', Bounced> = {
  name: 'message.bounced',
  data: messageData<Bounced>(({ bounceType, bounceReason }) => ({ bounceType, bounceReason })),
};
