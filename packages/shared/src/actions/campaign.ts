import { id } from './field';

/** The choice of a campaign. There is no list to choose from: the API documents no way to ask for one. */
export const campaign = id({
  label: 'Campaign',
  page: 'campaigns',
  placeholder: 'camp_01HZA1TPNQ8RD4KF',
  help: 'Its ID, from the step that created it or from Leadterra, where it begins with "camp_"; or the address of its page.',
});

/** What stands for a campaign in samples. */
export const campaignId = { label: 'Campaign ID', type: 'id', sample: 'camp_01HZA1TPNQ8RD4KF' } as const;

export const campaignStatus = { label: 'Status', type: 'text', sample: 'running' } as const;
