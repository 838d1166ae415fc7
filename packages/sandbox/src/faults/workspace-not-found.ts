import { ApiError } from '../http/api-error';
import { type Fault } from './fault';

export const workspaceNotFound: Fault = {
  summary: 'Answers the documented 404 for a key without a workspace',
  number: null,
  create: () => ({
    onRequest: () => {
      throw new ApiError(404, 'workspace_not_found', 'No workspace belongs to this API key.');
    },
  }),
};
