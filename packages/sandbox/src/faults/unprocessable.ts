import { refuseBadRequest, type RefusedLead, refusedLeads } from '../enrollment';
import { ApiError } from '../http/api-error';
import { problemsOf } from '../http/problems';
import { type Fault } from './fault';
import { leadsOf } from './leads-of';

/**
 * Answers 422 in every dialect when a batch has leads that are refused, and names them in one way only. Leads are
 * refused when they are not valid, when their address starts with `rejected`, or when the option `reject` says so.
 */
function unprocessable(how: string, toError: (refused: RefusedLead) => object): Fault {
  return {
    summary: `Answers 422 to a batch with refused leads and names them ${how}`,
    number: null,
    create: (_number, { options }) => ({
      preHandler: (request) => {
        const leads = leadsOf(request);
        if (leads === null) return;
        const problems = problemsOf(request.validationError);
        refuseBadRequest(problems);
        const refused = refusedLeads(leads, problems, options.reject);
        if (refused.length === 0) return;
        const message = `${refused.length} of ${leads.length} leads are not valid.`;
        throw new ApiError(422, 'validation_failed', message, { errors: refused.map(toError) });
      },
    }),
  };
}

export const unprocessableByIndex = unprocessable('by index', ({ index, message }) => ({ index, message }));

export const unprocessableByEmail = unprocessable('by email', ({ email, message }) => ({ email, message }));

export const unprocessableByPath = unprocessable('by path', ({ index, message }) => ({
  path: `leads[${index}].email`,
  message,
}));

export const unprocessableUnnamed = unprocessable('not at all', () => ({ message: 'A lead is not valid.' }));
