import { hookTrigger, noneRecent } from './hook-trigger';

export const campaignStarted = hookTrigger('campaign.started', {
  noun: 'Campaign',
  label: 'Campaign Started',
  description: 'Triggers when a campaign starts to send.',
  outputFields: [{ key: 'campaignName', label: 'Campaign Name' }],
  filters: ['campaign'],
  recent: noneRecent,
});
