import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import { defineEndpoint } from './define-endpoint';

type SenderAccount = { id: string; email: string; name: string; status: 'active' | 'paused' | 'warming' };

/** The same in every sandbox: the API can only read them. */
const senderAccounts: SenderAccount[] = [
  { id: 'sa_7QK2M9D41', email: 'robin@outbound.example.com', name: 'Robin Vale', status: 'active' },
  { id: 'sa_7QK2M9D42', email: 'kim@outbound.example.com', name: 'Kim Marsh', status: 'active' },
  { id: 'sa_7QK2M9D43', email: 'toni@outreach.example.org', name: 'Toni Brook', status: 'paused' },
  { id: 'sa_7QK2M9D44', email: 'alex@outreach.example.org', name: 'Alex Heath', status: 'warming' },
];

const accountsShape = Type.Array(
  Type.Object({ id: Type.String(), email: Type.String(), name: Type.String(), status: Type.String() }),
);
const allStatuses = answer(accountsShape, (accounts: SenderAccount[]) => accounts);

export const listSenderAccounts = defineEndpoint({
  method: 'GET',
  path: '/sender-accounts',
  operationId: 'listSenderAccounts',
  tag: 'senders',
  summary: 'Sending identities',
  input: {},
  // A guess: no guide shows this call.
  holds: 'senderAccounts',
  answers: {
    // The page knows two statuses only: an account that warms up does not send, so it is told as paused.
    reference: answer(accountsShape, (accounts: SenderAccount[]) =>
      accounts.map((account) => ({ ...account, status: account.status === 'active' ? 'active' : 'paused' })),
    ),
    guide: allStatuses,
    concept: allStatuses,
  },
  open: () => () => senderAccounts,
});
