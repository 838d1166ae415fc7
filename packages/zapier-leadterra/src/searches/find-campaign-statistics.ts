import { defineSearch } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { withLeadterra } from '../perform';
import { noneIfUnknown } from './none-if-unknown';

export const findCampaignStatistics = defineSearch({
  key: 'find_campaign_statistics',
  noun: 'Campaign Statistics',
  display: {
    label: 'Find Campaign Statistics',
    description: 'Finds how many e-mails of a campaign were sent, delivered, bounced and answered.',
  },
  operation: {
    inputFields: [campaignField],
    perform: withLeadterra(z.object({ campaign }), async ({ client, input, deadline }) =>
      noneIfUnknown(async () => {
        const { campaignId: id, ...figures } = await client.getCampaignStats(input.campaign, { deadline });
        return { id, ...figures };
      }),
    ),
    sample: {
      id: 'camp_01HZA1TPNQ8RD4KF',
      status: 'running',
      totalEnrolled: 250,
      sent: 200,
      delivered: 185,
      bounced: 15,
      replied: 12,
      queued: 50,
      openRate: 0.42,
      replyRate: 0.065,
      bounceRate: 0.075,
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'status', label: 'Status' },
      { key: 'totalEnrolled', label: 'Enrolled', type: 'integer' },
      { key: 'sent', label: 'Sent', type: 'integer' },
      { key: 'delivered', label: 'Delivered', type: 'integer' },
      { key: 'bounced', label: 'Bounced', type: 'integer' },
      { key: 'replied', label: 'Replied', type: 'integer' },
      { key: 'queued', label: 'Queued', type: 'integer' },
      { key: 'openRate', label: 'Open Rate', type: 'number' },
      { key: 'replyRate', label: 'Reply Rate', type: 'number' },
      { key: 'bounceRate', label: 'Bounce Rate', type: 'number' },
    ],
  },
});
