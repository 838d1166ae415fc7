import { defineAction } from './action';
import { yesNo } from './field';

export const findGmailStatus = defineAction({
  key: 'find_gmail_status',
  resource: 'gmail',
  operation: 'getStatus',
  label: 'Find Gmail Status',
  description: 'Finds whether the Gmail account of the SDR is connected and works.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    onlyIfUnwell: yesNo({
      label: 'Only If It Needs Attention',
      default: false,
      help: 'Whether to find nothing as long as Gmail is connected and works.',
    }),
  },
  output: {
    email: { label: 'Gmail Address', type: 'text', sample: 'jordan.sdr@example.com' },
    connected: { label: 'Is Connected', type: 'yesNo', sample: true },
    healthState: { label: 'State', type: 'text', sample: 'active' },
    needsAttention: { label: 'Needs Attention', type: 'yesNo', sample: false },
    lastSyncedAt: { label: 'Last Synced At', type: 'dateTime', sample: '2026-06-28T18:00:00.000Z' },
    lastSyncError: { label: 'Last Error', type: 'text', sample: 'The sign-in has expired.' },
  },
  runs: 'a list',
  run: async (client, { onlyIfUnwell }, options) => {
    const status = await client.getGmailStatus(options);
    const needsAttention =
      status.connected === false || (status.healthState !== undefined && status.healthState !== 'active');
    return { list: onlyIfUnwell && !needsAttention ? [] : [{ ...status, needsAttention }] };
  },
});
