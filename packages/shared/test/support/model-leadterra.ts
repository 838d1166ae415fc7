import { type Transport, type TransportResponse } from '@leadterra/shared';

import { connectionError } from './scripted';

/** How the API treats one request; `lost` acts and then drops the connection, the nasty one. */
export type Mood =
  | 'ok'
  | 'lost'
  | 'reset'
  | 'refused'
  | 'timeout'
  | 'html'
  | 'empty'
  | 'rate_limited'
  | 'unavailable'
  | 'server_error';

type ModelOptions = {
  dialect?: 'reference' | 'guide' | 'concept';
  /** The mood for request number 0, 1, 2 …; `ok` after the last. */
  moods?: Mood[];
  /** Addresses that the API refuses, and how a 422 names them. */
  bad?: string[];
  names?: 'index' | 'email' | 'path' | 'nothing';
  /** What the first position is called. */
  positionsFrom?: number;
  suppressed?: string[];
  batchLimit?: { size: number; status: 413 | 400 };
};

type StoredLead = Record<string, unknown>;

function isLead(value: unknown): value is StoredLead & { email: string } {
  return typeof value === 'object' && value !== null && 'email' in value && typeof value.email === 'string';
}

function leadsOf(body: unknown): (StoredLead & { email: string })[] {
  const leads = typeof body === 'object' && body !== null && 'leads' in body ? body.leads : undefined;
  return Array.isArray(leads) ? leads.filter(isLead) : [];
}

/**
 * A bulk endpoint over a Map, for the engine's tests: it keeps what it is sent and misbehaves as it is told. The
 * sandbox package is the full API; this one is quick enough for thousands of property runs.
 */
export function modelLeadterra(options: ModelOptions = {}) {
  const { dialect = 'reference', moods = [], names = 'index', positionsFrom = 0, batchLimit } = options;
  const bad = new Set(options.bad);
  const suppressed = new Set(options.suppressed);
  const stored = new Map<string, StoredLead>();
  const batches: string[][] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  let answered = 0;

  function upsert(leads: (StoredLead & { email: string })[]): TransportResponse {
    if (batchLimit && leads.length > batchLimit.size) {
      return {
        status: batchLimit.status,
        headers: {},
        body: { code: 'invalid_request', message: 'Too many leads.' },
      };
    }
    const refused = leads.flatMap((lead, index) =>
      bad.has(lead.email) ? [{ index: index + positionsFrom, email: lead.email }] : [],
    );
    const errors = refused.map(({ index, email }) => {
      const message = 'invalid email';
      if (names === 'index') return { index, message };
      if (names === 'email') return { email, message };
      return names === 'path' ? { path: `leads[${index}].email`, message } : { message };
    });
    if (refused.length > 0 && dialect !== 'concept') return { status: 422, headers: {}, body: { errors } };
    const counts = { created: 0, updated: 0, skipped: 0 };
    for (const lead of leads) {
      if (bad.has(lead.email)) continue;
      const before = stored.get(lead.email);
      if (suppressed.has(lead.email)) counts.skipped += 1;
      else counts[before ? 'updated' : 'created'] += 1;
      if (!suppressed.has(lead.email)) stored.set(lead.email, { ...before, ...lead });
    }
    const { created, updated, skipped } = counts;
    const body = {
      reference: { enrolled: created, updated, total: created + updated },
      guide: { enrolled: created, updated, skipped },
      concept: { data: { created, updated, enrolled: created + updated, errors } },
    }[dialect];
    return { status: 200, headers: {}, body };
  }

  function answer(mood: Mood, leads: (StoredLead & { email: string })[]): TransportResponse {
    switch (mood) {
      case 'ok':
        return upsert(leads);
      case 'lost':
        upsert(leads);
        throw connectionError('ECONNRESET');
      case 'reset':
        throw connectionError('ECONNRESET');
      case 'refused':
        throw connectionError('ECONNREFUSED');
      case 'timeout':
        throw connectionError('ETIMEDOUT');
      case 'html':
        return { status: 200, headers: {}, body: '<html>Welcome</html>' };
      case 'empty':
        return { status: 200, headers: {}, body: '' };
      case 'rate_limited':
        return { status: 429, headers: { 'retry-after': '1' }, body: '' };
      case 'unavailable':
        return { status: 503, headers: {}, body: '' };
      case 'server_error':
        return { status: 500, headers: {}, body: '' };
    }
  }

  const transport: Transport = async ({ body }) => {
    const leads = leadsOf(structuredClone(body));
    const mood = moods[batches.length] ?? 'ok';
    batches.push(leads.map(({ email }) => email));
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    // One turn of the event loop, so that requests that may overlap do.
    await new Promise(setImmediate);
    inFlight -= 1;
    answered += 1;
    return answer(mood, leads);
  };
  return { transport, stored, batches, mostInFlight: () => mostInFlight, answered: () => answered };
}
