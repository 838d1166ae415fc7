// What the core can ask for and read, the sandbox must be able to answer and send, and the other way round.
import { endpoints, webhookEventNames } from '@leadterra/sandbox';
import { LeadterraClient, webhookEvents } from '@leadterra/shared';

/** What stands in one list only. */
function differences(core: string[], sandbox: string[]) {
  return {
    missingInTheSandbox: core.filter((name) => !sandbox.includes(name)),
    missingInTheCore: sandbox.filter((name) => !core.includes(name)),
  };
}

const none = { missingInTheSandbox: [], missingInTheCore: [] };

test('the client and the sandbox have the same endpoints', () => {
  const client = new LeadterraClient({
    transport: () => Promise.reject(new Error('Nothing is asked for here.')),
    sleep: () => Promise.resolve(),
  });
  const operations: unknown[] = Object.values(client);
  const asked = operations.flatMap((one) =>
    typeof one === 'function' && 'endpoint' in one ? [nameless(String(one.endpoint))] : [],
  );
  const answered = endpoints.map(({ method, path }) => nameless(`${method} ${path}`));

  expect(asked).not.toEqual([]);
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
