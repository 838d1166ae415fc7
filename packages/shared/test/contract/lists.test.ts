// What the core can ask for and read, the sandbox must be able to answer and send, and the other way round.
import { endpoints, webhookEventNames } from '@leadterra/sandbox';
import { LeadterraClient, webhookEvents } from '@leadterra/shared';

/** What the documentation names, in the order of its pages. */
const documented = [
  'GET /v1/sender-accounts',
  'GET /v1/sender-pools',
  'POST /v1/campaigns',
  'POST /v1/campaigns/:id/start',
  'POST /v1/campaigns/:id/pause',
  'GET /v1/campaigns/:id/stats',
  'POST /v1/campaigns/:id/leads/bulk',
  'GET /v1/replies',
  'POST /v1/replies/:id/assign',
  'POST /v1/suppression-list',
  'POST /v1/webhooks',
  'GET /v1/sdrs',
  'GET /v1/sdr/inbox',
  'GET /v1/sdr/followups/due',
  'POST /v1/sdr/followups/:id/complete',
  'POST /v1/sdr/followups/:id/skip',
  'POST /v1/sdr/followups/:id/reschedule',
  'POST /v1/sdr/threads/:id/followup/schedule',
  'POST /v1/sdr/drafts/generate',
  'POST /v1/sdr/drafts/:id/send',
  'GET /v1/sdr/gmail/status',
];

/** What it speaks of without naming a path. */
const guessed = ['GET /v1/campaigns', 'DELETE /v1/webhooks/:id'];

/** What stands in one list only. */
function differences(core: string[], sandbox: string[]) {
  return {
    missingInTheSandbox: core.filter((name) => !sandbox.includes(name)),
    missingInTheCore: sandbox.filter((name) => !core.includes(name)),
  };
}

const none = { missingInTheSandbox: [], missingInTheCore: [] };

test('the client and the sandbox have all 21 documented endpoints, and the same guesses', () => {
  const client = new LeadterraClient({
    transport: () => Promise.reject(new Error('Nothing is asked for here.')),
    sleep: () => Promise.resolve(),
  });
  const operations: unknown[] = Object.values(client);
  const asked = operations.flatMap((one) =>
    typeof one === 'function' && 'endpoint' in one ? [nameless(String(one.endpoint))] : [],
  );
  const answered = endpoints.map(({ method, path }) => nameless(`${method} ${path}`));

  expect(documented).toHaveLength(21);
  expect(asked.toSorted()).toEqual([...documented, ...guessed].toSorted());
  expect(differences(asked, answered)).toEqual(none);
});

/** An endpoint without the names of its IDs, which each side chooses for itself. */
function nameless(endpoint: string): string {
  return endpoint.replaceAll(/:\w+/g, ':id');
}

test('the core and the sandbox have the same webhook events', () => {
  const read = webhookEvents.map(({ event }) => event);

  expect(differences(read, [...webhookEventNames])).toEqual(none);
});
