import { type FastifyRequest } from 'fastify';

import { type GivenLead } from '../enrollment';

/** The leads of a bulk request, or null for a request of another kind. */
export function leadsOf(request: FastifyRequest): GivenLead[] | null {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !('leads' in body) || !Array.isArray(body.leads))
    return null;
  return body.leads.map((lead: unknown) => (typeof lead === 'object' && lead !== null ? { ...lead } : {}));
}
