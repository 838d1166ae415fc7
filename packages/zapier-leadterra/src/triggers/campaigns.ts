import { campaignChoices } from '@leadterra/shared';
import { defineTrigger } from 'zapier-platform-core';

import { noInput, withLeadterra } from '../perform';

/** Fills the dropdowns of campaigns. */
export const campaigns = defineTrigger({
  key: 'campaigns',
  noun: 'Campaign',
  display: {
    label: 'Campaigns',
    description: 'Triggers when a campaign is created. Only the dropdowns of campaigns use it.',
    hidden: true,
  },
  operation: {
    type: 'polling',
    perform: withLeadterra(noInput, async ({ client, deadline }) => {
      const choices = await campaignChoices(client, { deadline });
      // Who finds nothing to choose from types the ID or the address.
      return (choices ?? []).map(({ id, label: name }) => ({ id, name }));
    }),
    sample: { id: 'camp_01HZA1TPNQ8RD4KF', name: 'Logistics managers, spring (running)' },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'name', label: 'Name' },
    ],
  },
});
