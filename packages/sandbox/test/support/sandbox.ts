import { type Sandbox, type SandboxOptions, startSandbox } from '../../src';

export type Answer = {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, else the text. */
  body: unknown;
};

export type Caller = {
  sandbox: Sandbox;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** The rows that a query finds. */
  rows: (query: string) => unknown[];
};

const opened: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(
    opened
      .splice(0)
      .filter(({ database }) => database.isOpen)
      .map((sandbox) => sandbox.close()),
  );
});

/** A sandbox whose clock stands still, closed after the test. */
export async function start(options: SandboxOptions = {}): Promise<Caller> {
  const sandbox = await startSandbox({ timeScale: 0, seed: 1, ...options });
  opened.push(sandbox);
  return callerOf(sandbox);
}

/** One sandbox for all tests of a `describe`, for tests that cannot disturb each other. */
export function shared(options: SandboxOptions = {}): Caller {
  let caller: Caller | undefined;
  const started = (): Caller => {
    if (caller === undefined) throw new Error('The shared sandbox starts with the first test.');
    return caller;
  };
  beforeAll(async () => {
    caller = callerOf(await startSandbox({ timeScale: 0, seed: 1, ...options }));
  });
  afterAll(() => started().sandbox.close());
  return {
    get sandbox() {
      return started().sandbox;
    },
    call: (...request) => started().call(...request),
    rows: (query) => started().rows(query),
  };
}

function callerOf(sandbox: Sandbox): Caller {
  return {
    sandbox,
    rows: (query) => sandbox.database.prepare(query).all(),
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(sandbox.url + path, {
        method,
        headers: {
          authorization: `Bearer ${sandbox.apiKey}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
    },
  };
}

/** What the text says as JSON; the text itself where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The first `id` in an answer, in whatever envelope it stands. */
export function idIn(body: unknown): string {
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
  if (id === undefined) throw new Error(`No id in ${JSON.stringify(body)}`);
  return id;
}

const twoSteps = [
  { subject: 'Hello {{firstName}}', bodyHtml: '<p>About {{company}} and {{useCase}}</p>' },
  { subject: 'Again', bodyHtml: '<p>Still there?</p>', delayDays: 3 },
];

/** Creates a campaign and returns its id. */
export async function campaign({ call }: Caller, sequenceSteps: object[] = twoSteps): Promise<string> {
  return idIn((await call('POST', '/v1/campaigns', { name: 'Spring', sequenceSteps })).body);
}

export function enroll(
  { call }: Caller,
  campaignId: string,
  leads: unknown[],
  headers = {},
): Promise<Answer> {
  return call('POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads }, headers);
}

/** Creates a campaign, enrolls the addresses, starts it and waits for what is due at once. */
export async function running(caller: Caller, emails: string[], sequenceSteps?: object[]): Promise<string> {
  const id = await campaign(caller, sequenceSteps);
  await enroll(
    caller,
    id,
    emails.map((email) => ({ email })),
  );
  await caller.call('POST', `/v1/campaigns/${id}/start`);
  await caller.sandbox.settled();
  return id;
}

export const dayMs = 24 * 60 * 60 * 1000;
