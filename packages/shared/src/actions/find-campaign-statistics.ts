import { defineAction } from './action';
import { campaign, campaignId, campaignStatus } from './campaign';

export const findCampaignStatistics = defineAction({
  key: 'find_campaign_statistics',
  resource: 'campaign',
  operation: 'getStatistics',
  label: 'Find Campaign Statistics',
  description:
    'Finds how many leads of a campaign are enrolled, and how many emails were sent, were delivered, bounced and were answered.',
  kind: 'read',
  isIdempotent: true,
  fields: { campaign },
  output: {
    campaignId,
    status: campaignStatus,
    totalEnrolled: { label: 'Enrolled', type: 'integer', sample: 250 },
    sent: { label: 'Sent', type: 'integer', sample: 200 },
    delivered: { label: 'Delivered', type: 'integer', sample: 185 },
    bounced: { label: 'Bounced', type: 'integer', sample: 15 },
    replied: { label: 'Replied', type: 'integer', sample: 12 },
    queued: { label: 'Queued', type: 'integer', sample: 50 },
    openRate: { label: 'Open Rate', type: 'number', sample: 0.42 },
    replyRate: { label: 'Reply Rate', type: 'number', sample: 0.065 },
    bounceRate: { label: 'Bounce Rate', type: 'number', sample: 0.075 },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign }, options) => await client.getCampaignStats(campaign, options),
});
