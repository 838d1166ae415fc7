import { messageId, present } from './delivery';
import { defineEvent } from './event';

export const messageSent = defineEvent({
  event: 'message.sent',
  label: 'Message Sent',
  description: 'An email of a sequence step was handed over for delivery',
  id: 'messageId',
  sample: {
    timestamp: '2026-03-03T10:20:05Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    messageId: 'msg_01HZB7',
    sequenceStep: 0,
  },
  fields: (delivery): { messageId?: string; sequenceStep?: number } => {
    const { data, message } = delivery;
    const sequenceStep = [data('sequenceStep'), message('sequenceStep')].find(
      (step) => typeof step === 'number',
    );
    return present({ messageId: messageId(delivery), sequenceStep });
  },
});
