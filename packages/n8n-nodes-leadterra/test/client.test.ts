import { PassThrough } from 'node:stream';

import { LeadterraClient } from '@leadterra/shared';

import { createClient } from '../nodes/shared/client';

afterEach(() => {
  jest.useRealTimers();
});

/** Creates a campaign, which is never tried twice, through an n8n whose requests are answered with this body. */
async function createCampaignOver(body: PassThrough): Promise<unknown> {
  const context = {
    getCredentials: async () =>
      await Promise.resolve({ apiKey: 'sk_test_1', baseUrl: 'https://api.example' }),
    helpers: {
      httpRequestWithAuthentication: async () =>
        await Promise.resolve({ statusCode: 201, headers: {}, body }),
    },
  };
  const client: unknown = await Reflect.apply(createClient, undefined, [context]);
  if (!(client instanceof LeadterraClient)) throw new Error('There is no client.');
  return await client.createCampaign({ name: 'Spring', sequenceSteps: [] });
}

test('an answer that never ends is given up after the time for a request', async () => {
  jest.useFakeTimers();
  const body = new PassThrough();
  body.write('{"id":');
  const created = expect(createCampaignOver(body)).rejects.toMatchObject({
    kind: 'timeout',
    mayHaveActed: true,
  });
  await jest.advanceTimersByTimeAsync(20_000);
  await created;
  expect(body.destroyed).toBe(true);
});

test('an answer that is too long to be one of Leadterra’s is not read to its end', async () => {
  const body = new PassThrough({ highWaterMark: 10_000_000 });
  body.write(Buffer.alloc(5_000_001, ' '));
  await expect(createCampaignOver(body)).rejects.toMatchObject({ kind: 'network', mayHaveActed: true });
  expect(body.destroyed).toBe(true);
});

test('an answer is read across the seams of its pieces', async () => {
  const body = new PassThrough();
  const text = Buffer.from(JSON.stringify({ id: 'camp_1', name: 'Frühling', status: 'draft' }));
  const seam = text.indexOf('ü') + 1;
  body.write(text.subarray(0, seam));
  body.end(text.subarray(seam));
  await expect(createCampaignOver(body)).resolves.toMatchObject({ id: 'camp_1', name: 'Frühling' });
});
