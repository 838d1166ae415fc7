import { messageId, present } from './delivery';
import { defineEvent } from './event';

export const messageSent = defineEvent({
  event: 'message.sent',
  label: 'Message Sent',
  description: 'An email of a sequence step was handed over for delivery',
  id: 'messageId',
  fields: (delivery): { messageId?: string; sequenceStep?: number } => {
    const { data, message } = delivery;
    const sequenceStep = [data('sequenceStep'), message('sequenceStep')].find(
      (step) => typeof step === 'number',
    );
    return present({ messageId: messageId(delivery), sequenceStep });
  },
});
