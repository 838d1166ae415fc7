import { campaignChoices } from '@leadterra/shared';

import { dropdownTrigger } from './dropdown-trigger';

export const campaigns = dropdownTrigger({
  key: 'campaigns',
  noun: 'Campaign',
  when: 'Triggers when a campaign is created.',
  list: campaignChoices,
  sample: { id: 'camp_01HZA1TPNQ8RD4KF', name: 'Logistics managers, spring (running)' },
});
