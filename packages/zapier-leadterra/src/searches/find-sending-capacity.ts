import { checkCapacity } from '@leadterra/shared';
import { defineSearch } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { withLeadterra } from '../perform';
import { noneIfUnknown } from './none-if-unknown';

export const findSendingCapacity = defineSearch({
  key: 'find_sending_capacity',
  noun: 'Sending Capacity',
  display: {
    label: 'Find Sending Capacity',
    description: 'Finds whether the sender pools may still send enough today for all leads of a campaign.',
  },
  operation: {
    inputFields: [campaignField],
    perform: withLeadterra(z.object({ campaign }), async ({ client, input, deadline }) =>
      noneIfUnknown(async () => {
        const { campaignId: id, ...check } = await checkCapacity(client, input.campaign, { deadline });
        return { id, ...check };
      }),
    ),
    sample: {
      id: 'camp_01HZA1TPNQ8RD4KF',
      leads: 250,
      remainingToday: 1340,
      pools: 2,
      enough: true,
      missing: 0,
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'leads', label: 'Leads', type: 'integer' },
      { key: 'remainingToday', label: 'Remaining Today', type: 'integer' },
      { key: 'pools', label: 'Sender Pools', type: 'integer' },
      { key: 'enough', label: 'Is Enough', type: 'boolean' },
      { key: 'missing', label: 'Leads Left Over', type: 'integer' },
    ],
  },
});
