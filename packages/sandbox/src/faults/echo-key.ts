import { type Fault, mapJson } from './fault';

/** Gives the key back where it may end up in a log: as the request's id, and in two disguises in errors' messages. */
export const echoKey: Fault = {
  summary: "Does what was asked, and echoes the request's API key in x-request-id and in messages of errors",
  number: null,
  create: () => ({
    onSend: (request, reply, payload) => {
      const key = request.headers.authorization?.replace(/^Bearer +/i, '');
      if (key === undefined) return payload;
      reply.header('x-request-id', key);
      if (reply.statusCode < 400) return payload;
      return mapJson(payload, (name, value) =>
        name === 'message' && typeof value === 'string' ? `${value} (Bearer%20${key}, key${key})` : value,
      );
    },
  }),
};
