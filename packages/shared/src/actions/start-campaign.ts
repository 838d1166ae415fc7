import { defineAction } from './action';
import { campaign, campaignId, campaignStatus } from './campaign';

export const startCampaign = defineAction({
  key: 'start_campaign',
  resource: 'campaign',
  operation: 'start',
  label: 'Start Campaign',
  description: 'Starts a draft campaign, or resumes a paused one; a running campaign stays as it is.',
  kind: 'write',
  isIdempotent: true,
  fields: { campaign },
  output: {
    id: campaignId,
    status: campaignStatus,
    startedAt: { label: 'Started At', type: 'dateTime', sample: '2026-03-02T09:00:00Z' },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign }, options) => await client.startCampaign(campaign, options),
});
