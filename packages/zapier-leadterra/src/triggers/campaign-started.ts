import { hookTrigger, noneRecent } from './hook-trigger';

export const campaignStarted = hookTrigger('campaign.started', {
  noun: 'Campaign',
  label: 'Campaign Started',
  description: 'Triggers when a campaign starts to send.',
  sample: {
    id: 'campaign.started:4f5c0f0f1f2f6f53d1a2b8f1f6f0c3c77d8a1be2d4f9a0b64c5a6d7e8f901234',
    event: 'campaign.started',
    timestamp: '2026-03-02T09:00:00Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    campaignName: 'Spring launch: heads of sales',
  },
  outputFields: [{ key: 'campaignName', label: 'Campaign Name' }],
  filters: ['campaign'],
  recent: noneRecent,
});
