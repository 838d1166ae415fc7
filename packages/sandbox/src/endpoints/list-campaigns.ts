import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import { type Campaign } from '../domain';
import { ApiError } from '../http/api-error';
import { campaignStatus } from '../shapes';
import { defineEndpoint } from './define-endpoint';

/** No page names a call that lists campaigns: this one is a guess, and is not there unless an option says so. */
export const listCampaigns = defineEndpoint({
  method: 'GET',
  path: '/campaigns',
  operationId: 'listCampaigns',
  tag: 'campaigns',
  summary: 'The campaigns of the workspace (not documented upstream)',
  input: {},
  holds: 'campaigns',
  answers: answer(
    Type.Array(Type.Object({ id: Type.String(), name: Type.String(), status: campaignStatus })),
    (campaigns: Campaign[]) => campaigns.map(({ id, name, status }) => ({ id, name, status })),
  ),
  open:
    ({ campaigns, options }) =>
    () => {
      if (options.campaignList !== 'works') {
        throw new ApiError(404, 'not_found', 'There is no such endpoint.');
      }
      return campaigns.ids().flatMap((id) => campaigns.find(id) ?? []);
    },
});
