import { LeadterraError } from '../error';
import { defineAction } from './action';
import { campaignId, campaignStatus } from './campaign';
import { optional, text } from './field';

// Hosts that let users search by something want the names to be found by a part of them, in whatever case.
export const findCampaigns = defineAction({
  key: 'find_campaigns',
  resource: 'campaign',
  operation: 'getMany',
  label: 'Find Campaigns',
  description: 'Finds the campaigns of the workspace, where Leadterra lists them.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    name: optional(
      text({
        label: 'Name',
        placeholder: 'Logistics managers, spring',
        help: 'Only campaigns whose name contains this; one of exactly this name comes first.',
      }),
    ),
  },
  output: {
    id: campaignId,
    name: { label: 'Name', type: 'text', sample: 'Logistics managers, spring' },
    status: campaignStatus,
  },
  runs: 'a list',
  run: async (client, { name }, options) => {
    const campaigns = await client.listCampaigns(options);
    if (campaigns === undefined) {
      throw new LeadterraError({
        kind: 'invalid_request',
        summary: 'Could not list the campaigns: this Leadterra offers no list of them.',
        advice: 'Enter the ID of the campaign, or the address of its page, where a campaign is asked for.',
      });
    }
    const wanted = name?.toLowerCase() ?? '';
    const found = campaigns.filter(
      (campaign) => campaign.name?.toLowerCase().includes(wanted) ?? wanted === '',
    );
    const isExact = (campaign: (typeof found)[number]) => campaign.name?.toLowerCase() === wanted;
    return { list: [...found.filter(isExact), ...found.filter((campaign) => !isExact(campaign))] };
  },
});
