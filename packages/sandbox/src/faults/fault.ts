import { type Socket } from 'node:net';

import { type FastifyReply, type FastifyRequest } from 'fastify';

import { type Workspace } from '../workspace';

/** Where a fault can act on a request. Each hook is optional; state lives in what `create` closes over. */
export type FaultHooks = {
  /** A connection was accepted; nothing was read. */
  onConnection?(socket: Socket): void;
  /** The headers were read. True when the fault took the answer upon itself: then nothing else acts. */
  onRequest?(request: FastifyRequest, reply: FastifyReply): boolean | Promise<boolean>;
  /** The body was read and checked; the route has not acted. Throw an ApiError to refuse. */
  preHandler?(request: FastifyRequest): void;
  /** The route has acted. Returns the payload to send instead. */
  onSend?(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown;
};

export type Fault = {
  summary: string;
  /** What NUMBER in `name:NUMBER` means and what it is when left out; null where the fault takes none. */
  number: { meaning: string; default: number } | null;
  create(number: number, workspace: Workspace): FaultHooks;
};

/** The text of a successful answer's body, or null where the answer is of another kind. */
export function successText(reply: FastifyReply, payload: unknown): string | null {
  return reply.statusCode < 300 && typeof payload === 'string' ? payload : null;
}

/** The body with every value in it replaced by what `change` makes of it; a body that is no JSON stays as it is. */
export function mapJson(payload: unknown, change: (key: string, value: unknown) => unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.stringify(JSON.parse(payload, change));
  } catch {
    return payload;
  }
}
