import { id } from './field';

/** The choice of a campaign. Hosts offer a list of them where the API answers one; no page documents that it does. */
export const campaign = id({
  label: 'Campaign',
  page: 'campaigns',
  search: 'find_campaigns',
  placeholder: 'camp_01HZA1TPNQ8RD4KF',
  help: 'The ID of the campaign, which begins with "camp_", or the URL of its page in Leadterra.',
});

/** What stands for a campaign in samples. */
export const campaignId = { label: 'Campaign ID', type: 'id', sample: 'camp_01HZA1TPNQ8RD4KF' } as const;

export const campaignStatus = { label: 'Status', type: 'text', sample: 'running' } as const;
