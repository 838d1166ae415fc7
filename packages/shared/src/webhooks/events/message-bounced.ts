import { messageId, present, text } from './delivery';
import { defineEvent } from './event';

type Bounce = {
  messageId?: string;
  /** `hard` only where Leadterra says so: suppression cannot be undone, so anything unclear is `soft`. */
  bounceType: 'hard' | 'soft';
  bounceReason?: string;
};

export const messageBounced = defineEvent({
  event: 'message.bounced',
  label: 'Message Bounced',
  description: 'An e-mail could not be delivered',
  fields: (delivery): Bounce => {
    const { data, message } = delivery;
    const bounceType = text(data['bounceType'], message['bounceType'])?.toLowerCase();
    return {
      bounceType: bounceType === 'hard' ? 'hard' : 'soft',
      ...present({
        messageId: messageId(delivery),
        bounceReason: text(data['bounceReason'], message['bounceReason']),
      }),
    };
  },
});
