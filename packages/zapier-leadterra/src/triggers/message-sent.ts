import { hookTrigger, noneRecent } from './hook-trigger';

export const messageSent = hookTrigger('message.sent', {
  noun: 'Message',
  label: 'Message Sent',
  description: 'Triggers when an email of a sequence step is handed over for delivery.',
  outputFields: [
    { key: 'email', label: 'Email' },
    { key: 'messageId', label: 'Message ID' },
    { key: 'sequenceStep', label: 'Sequence Step', type: 'integer' },
  ],
  filters: ['campaign'],
  recent: noneRecent,
});
