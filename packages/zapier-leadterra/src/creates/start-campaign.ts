import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { withLeadterra } from '../perform';

export const startCampaign = defineCreate({
  key: 'start_campaign',
  noun: 'Campaign',
  display: {
    label: 'Start Campaign',
    description: 'Starts a draft campaign, or resumes a paused one. A running campaign stays as it is.',
  },
  operation: {
    inputFields: [campaignField],
    perform: withLeadterra(z.object({ campaign }), async ({ client, input, deadline }) =>
      client.startCampaign(input.campaign, { deadline }),
    ),
    sample: { id: 'camp_01HZA1TPNQ8RD4KF', status: 'running', startedAt: '2026-03-02T09:00:00Z' },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'status', label: 'Status' },
      { key: 'startedAt', label: 'Started At', type: 'datetime' },
    ],
  },
});
