import { type TSchema, Type } from '@sinclair/typebox';
import { type preHandlerHookHandler } from 'fastify';

import { type Answer, type Dialect } from '../dialects/dialect';
import { type Campaign } from '../domain';
import { ApiError } from '../http/api-error';
import { type Workspace } from '../workspace';

export const IdParams = Type.Object({ id: Type.String({ minLength: 1 }) });

/** The responses of an endpoint, for the OpenAPI document and for writing them out. */
export function responses<Subject>(
  dialect: Dialect,
  success: Answer<Subject>,
  status: 200 | 201 = 200,
): Record<string, TSchema> {
  return { [status]: success.schema, '4xx': dialect.error.schema };
}

/** The campaign of the path. Throws the documented 404. */
export function findCampaign({ campaigns }: Workspace, id: string): Campaign {
  const campaign = campaigns.find(id);
  if (campaign === null) throw new ApiError(404, 'campaign_not_found', `There is no campaign "${id}".`);
  return campaign;
}

/** A hook for endpoints without a body: an empty object passes, a body that says something does not. */
export const refuseBody: preHandlerHookHandler = ({ body }, _reply, done) => {
  const empty = typeof body === 'object' && Object.keys(body ?? {}).length === 0;
  if (body === undefined || empty) done();
  else done(new ApiError(400, 'invalid_request', 'This endpoint takes no body.'));
};
