import { type Choices, id } from './field';

/** The campaigns to choose from; undefined where Leadterra lists none, which no page documents. */
export const campaignChoices: Choices = async (client, options) => {
  const campaigns = await client.listCampaigns(options);
  return campaigns?.map(({ id, name, status }) => ({
    id,
    label: status === undefined ? (name ?? id) : `${name ?? id} (${status})`,
  }));
};

/** The choice of a campaign. */
export const campaign = id({
  label: 'Campaign',
  page: 'campaigns',
  list: campaignChoices,
  search: 'find_campaigns',
  placeholder: 'camp_01HZA1TPNQ8RD4KF',
  help: 'The ID of the campaign, which begins with "camp_", or the URL of its page in Leadterra.',
});

/** What stands for a campaign in samples. */
export const campaignId = { label: 'Campaign ID', type: 'id', sample: 'camp_01HZA1TPNQ8RD4KF' } as const;

export const campaignStatus = { label: 'Status', type: 'text', sample: 'running' } as const;
