import { ApiError } from '../http/api-error';
import { type Fault } from './fault';
import { leadsOf } from './leads-of';

/** Refuses a bulk request with too many leads. No page names a limit, so neither the number nor the status is known. */
export function batchLimit(status: 400 | 413): Fault {
  return {
    summary: `Answers ${status} to a bulk request with too many leads`,
    number: { meaning: 'leads that a request may carry', default: 100 },
    create: (limit) => ({
      preHandler: (request) => {
        const count = leadsOf(request)?.length ?? 0;
        if (count <= limit) return;
        const code = status === 413 ? 'payload_too_large' : 'invalid_request';
        throw new ApiError(status, code, `leads: ${count} are too many, at most ${limit} are allowed.`);
      },
    }),
  };
}
