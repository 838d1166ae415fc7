import { LeadterraError } from '../../error';
import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { campaigns, type ListedCampaign } from '../schemas/campaign';

/** The workspace's campaigns; undefined where the API answers no such list. */
export const listCampaigns = defineOperation({
  // Not documented: no page names a call that lists campaigns.
  endpoint: 'GET /v1/campaigns',
  answer: campaigns,
  repeat: 'always',
  run: async (send, options?: CallOptions): Promise<ListedCampaign[] | undefined> => {
    try {
      return await send({ task: 'list the campaigns' }, options);
    } catch (error) {
      if (error instanceof LeadterraError && isMissing(error)) return undefined;
      throw error;
    }
  },
});

function isMissing({ status, code }: LeadterraError): boolean {
  return status === 405 || status === 501 || (status === 404 && code !== noWorkspace);
}

/** The code of the one 404 that is about the key and not about the path. */
const noWorkspace = 'workspace_not_found';
