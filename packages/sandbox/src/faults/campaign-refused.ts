import { ApiError } from '../http/api-error';
import { type Fault } from './fault';
import { leadsOf } from './leads-of';

/** The words are the same every time, and name no lead: what is wrong is not in the leads. */
export const campaignRefused: Fault = {
  summary: 'Answers 422 about the campaign itself to every bulk request',
  number: null,
  create: () => ({
    preHandler: (request) => {
      if (leadsOf(request) === null) return;
      throw new ApiError(422, 'validation_failed', 'The campaign is archived and takes no leads.');
    },
  }),
};
