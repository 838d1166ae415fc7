import { PassThrough, Readable } from 'node:stream';

import { LeadterraClient, type TransportRequest } from '@leadterra/shared';
import { type INode, NodeApiError } from 'n8n-workflow';
import { z } from 'zod';

import { createClient } from '../nodes/shared/client';
import { n8nTransport } from '../nodes/shared/transport';

const apiKey = 'sk_test_5ecre7_k3y_that_must_stay_inside';
const campaign = { name: 'Spring', sequenceSteps: [] };

/** An n8n whose requests come to this. */
function n8nWith(request: (options: Record<string, unknown>) => Promise<unknown>) {
  return {
    getCredentials: () => Promise.resolve({ apiKey, baseUrl: 'https://api.example' }),
    helpers: {
      httpRequestWithAuthentication: (_: string, options: Record<string, unknown>) => request(options),
    },
  };
}

function n8nAnswering(body: Readable, headers: Record<string, string> = {}) {
  return n8nWith(() => Promise.resolve({ statusCode: 201, headers, body }));
}

async function clientOf(n8n: object): Promise<LeadterraClient> {
  const client: unknown = await Reflect.apply(createClient, undefined, [n8n]);
  if (!(client instanceof LeadterraClient)) throw new Error('There is no client.');
  return client;
}

const answered = z.object({ headers: z.record(z.string(), z.string()), body: z.unknown() });

/** Sends one request as the core would. */
async function send(n8n: object, request: TransportRequest) {
  const transport: unknown = Reflect.apply(n8nTransport, undefined, [n8n, 'https://api.example', apiKey]);
  if (typeof transport !== 'function') throw new Error('There is no transport.');
  const answer: unknown = await Reflect.apply(transport, undefined, [request]);
  return answered.parse(answer);
}

test('an answer that never ends is given up after the time for a request', async () => {
  const body = new PassThrough();
  body.write('{"id":');
  const client = await clientOf(n8nAnswering(body));
  await expect(client.createCampaign(campaign, { deadline: Date.now() + 20 })).rejects.toMatchObject({
    kind: 'timeout',
    mayHaveActed: true,
  });
  expect(body.destroyed).toBe(true);
});

test('a request ends at once when it is aborted, before an answer or while it comes in', async () => {
  const whileItComesIn = new AbortController();
  const pieces = ['{"id":'];
  const body = new Readable({
    read() {
      const piece = pieces.pop();
      if (piece === undefined) whileItComesIn.abort();
      else this.push(piece);
    },
  });
  const request = { method: 'GET', path: '/v1/replies' } as const;
  await expect(send(n8nAnswering(body), { ...request, signal: whileItComesIn.signal })).rejects.toMatchObject(
    { code: 'ABORT_ERR' },
  );
  expect(body.destroyed).toBe(true);

  const before = new AbortController();
  const silent = n8nWith(() => {
    before.abort();
    return new Promise(() => {});
  });
  await expect(send(silent, { ...request, signal: before.signal })).rejects.toMatchObject({
    code: 'ABORT_ERR',
  });
});

test('an answer that is too long to be one of Leadterra’s is not read to its end', async () => {
  const body = new PassThrough({ highWaterMark: 10_000_000 });
  body.write(Buffer.alloc(5_000_001, ' '));
  const client = await clientOf(n8nAnswering(body));
  await expect(client.createCampaign(campaign)).rejects.toMatchObject({
    kind: 'network',
    mayHaveActed: true,
  });
  expect(body.destroyed).toBe(true);
});

test('an answer is read across the seams of its pieces', async () => {
  const body = new PassThrough();
  const text = Buffer.from(JSON.stringify({ id: 'camp_1', name: 'Frühling', status: 'draft' }));
  const seam = text.indexOf('ü') + 1;
  body.write(text.subarray(0, seam));
  body.end(text.subarray(seam));
  const client = await clientOf(n8nAnswering(body));
  await expect(client.createCampaign(campaign)).resolves.toMatchObject({ id: 'camp_1', name: 'Frühling' });
});

// Of n8n 1.102 to 2.33: the error has no cause.
test('a refused connection is known for one, also where n8n tells it by httpCode alone', async () => {
  const node: INode = {
    id: '1',
    name: 'Leadterra',
    type: 'x',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
  let tries = 0;
  const refusing = n8nWith(() => {
    tries++;
    const error = new NodeApiError(node, { message: 'Bad connection' }, { httpCode: 'ECONNREFUSED' });
    Reflect.deleteProperty(error, 'cause');
    return Promise.reject(error);
  });
  const client = await clientOf(refusing);
  jest.useFakeTimers();
  try {
    const creating = expect(client.createCampaign(campaign)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      mayHaveActed: false,
    });
    await jest.advanceTimersByTimeAsync(60_000);
    await creating;
  } finally {
    jest.useRealTimers();
  }
  expect(tries).toBeGreaterThan(1);
});

test.each([apiKey, `Bearer%20${apiKey}`, `x${apiKey}`, Buffer.from(`Bearer ${apiKey}`).toString('base64')])(
  'a server that echoes the key as %s is not repeated',
  async (echo) => {
    const body = new PassThrough();
    body.end(JSON.stringify({ message: echo }));
    const answer = await send(n8nAnswering(body, { 'X-Request-Id': echo }), {
      method: 'GET',
      path: '/v1/replies',
    });
    expect(answer.headers['x-request-id']).toContain('[redacted]');
    expect(JSON.stringify(answer.body)).toContain('[redacted]');
  },
);
