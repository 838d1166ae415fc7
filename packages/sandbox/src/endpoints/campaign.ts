import { Type } from '@sinclair/typebox';

import { type Campaign } from '../domain';
import { ApiError } from '../http/api-error';
import { type Workspace } from '../workspace';

export const idParams = Type.Object({ id: Type.String({ minLength: 1 }) });

/** The campaign of that id. Throws the documented 404. */
export function findCampaign({ campaigns }: Workspace, id: string): Campaign {
  const campaign = campaigns.find(id);
  if (campaign === null) throw new ApiError(404, 'campaign_not_found', `There is no campaign "${id}".`);
  return campaign;
}
