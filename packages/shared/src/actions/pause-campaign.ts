import { defineAction } from './action';
import { campaign, campaignId, campaignStatus } from './campaign';

export const pauseCampaign = defineAction({
  key: 'pause_campaign',
  resource: 'campaign',
  operation: 'pause',
  label: 'Pause Campaign',
  description:
    'Pauses a campaign until it is started again; emails that are already on their way still arrive.',
  kind: 'write',
  isIdempotent: true,
  canBeUndone: true,
  fields: { campaign },
  output: {
    id: campaignId,
    status: { ...campaignStatus, sample: 'paused' },
    pausedAt: { label: 'Paused At', type: 'dateTime', sample: '2026-03-05T14:30:00Z' },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign }, options) => await client.pauseCampaign(campaign, options),
});
