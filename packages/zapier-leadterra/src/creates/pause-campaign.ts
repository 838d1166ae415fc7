import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { withLeadterra } from '../perform';

export const pauseCampaign = defineCreate({
  key: 'pause_campaign',
  noun: 'Campaign',
  display: {
    label: 'Pause Campaign',
    description: 'Pauses a running campaign. E-mails that are already on their way still arrive.',
  },
  operation: {
    inputFields: [campaignField],
    perform: withLeadterra(z.object({ campaign }), async ({ client, input, deadline }) =>
      client.pauseCampaign(input.campaign, { deadline }),
    ),
    sample: { id: 'camp_01HZA1TPNQ8RD4KF', status: 'paused', pausedAt: '2026-03-05T14:30:00Z' },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'status', label: 'Status' },
      { key: 'pausedAt', label: 'Paused At', type: 'datetime' },
    ],
  },
});
