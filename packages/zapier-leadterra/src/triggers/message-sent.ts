import { hookTrigger, noneRecent } from './hook-trigger';

export const messageSent = hookTrigger('message.sent', {
  noun: 'Message',
  label: 'Message Sent',
  description: 'Triggers when an email of a sequence step is handed over for delivery.',
  sample: {
    id: 'message.sent:msg_01HZB7',
    event: 'message.sent',
    timestamp: '2026-03-03T10:20:05Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    messageId: 'msg_01HZB7',
    sequenceStep: 0,
  },
  outputFields: [
    { key: 'email', label: 'Email' },
    { key: 'messageId', label: 'Message ID' },
    { key: 'sequenceStep', label: 'Sequence Step', type: 'integer' },
  ],
  filters: ['campaign'],
  recent: noneRecent,
});
