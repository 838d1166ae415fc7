import { ApiError } from '../http/api-error';
import { type Fault } from './fault';

/** As a proxy does, which goes by Content-Length and does not read the body: one that comes in chunks passes. */
export const bodyLimit: Fault = {
  summary: 'Answers 413 to a request whose body has too many bytes',
  number: { meaning: 'bytes that a body may have', default: 1_000_000 },
  create: (limit) => ({
    onRequest: (request) => {
      const bytes = Number(request.headers['content-length'] ?? 0);
      if (bytes <= limit) return false;
      const message = `The body has ${bytes} bytes, at most ${limit} are allowed.`;
      throw new ApiError(413, 'payload_too_large', message);
    },
  }),
};
