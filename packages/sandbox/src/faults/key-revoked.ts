import { ApiError } from '../http/api-error';
import { type Fault } from './fault';

export const keyRevoked: Fault = {
  summary: 'The key stops working half-way',
  number: { meaning: 'requests that still pass', default: 10 },
  create: (passing) => {
    let seen = 0;
    return {
      onRequest: () => {
        seen += 1;
        if (seen > passing) throw new ApiError(401, 'authentication_failed', 'The API key was revoked.');
        return false;
      },
    };
  },
};
