import { type Campaign, type Message } from '../../domain';
import { type WebhookEvent } from './event';
import { messageData } from './message-data';

type Sent = { campaign: Campaign; message: Message };

export const messageSent: WebhookEvent<'message.sent', Sent> = {
  name: 'message.sent',
  data: messageData<Sent>(() => ({})),
};
