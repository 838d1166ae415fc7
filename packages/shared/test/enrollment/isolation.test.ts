import {
  enrollLeads,
  type EnrollmentInput,
  LeadterraClient,
  type TransportResponse,
} from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf } from '../support/scripted';

const address = (number: number) => `lead${number}@acme.example`;
const people = (count: number) => Array.from({ length: count }, (_, number) => ({ email: address(number) }));
const numbers = (batch: string[]) => batch.map((email) => Number(/\d+/.exec(email)?.[0]));

async function enroll(
  options: Parameters<typeof modelLeadterra>[0],
  count: number,
  input: Partial<EnrollmentInput> = {},
) {
  const api = modelLeadterra(options);
  const report = await enrollLeads(clientOf(api.transport), {
    campaignId: 'camp_1',
    leads: people(count),
    concurrency: 1,
    ...input,
  });
  return { ...report, batches: api.batches.map(numbers) };
}

/** A Leadterra that looks at one request after the other, and what a run comes to with it. */
async function enrollWith(
  answer: (numbers: number[]) => Partial<TransportResponse>,
  count: number,
  input: Partial<EnrollmentInput> = {},
) {
  const batches: number[][] = [];
  const client = new LeadterraClient({
    transport: ({ body }) => {
      const batch = numbers(JSON.stringify(body).match(/lead\d+@/g) ?? []);
      batches.push(batch);
      return Promise.resolve({
        status: 200,
        headers: {},
        body: { enrolled: batch.length, updated: 0 },
        ...answer(batch),
      });
    },
    sleep: () => Promise.resolve(),
  });
  const report = await enrollLeads(client, {
    campaignId: 'camp_1',
    leads: people(count),
    concurrency: 1,
    ...input,
  });
  return { ...report, batches, statuses: report.outcomes.map(({ status }) => status) };
}

const refused = (message: string, status = 422) => ({ status, body: { message } });

describe('the lead that a refusal is about', () => {
  test.each([
    [
      'by its address at once',
      { names: 'email' as const },
      [
        [0, 1, 2, 3],
        [0, 1, 3],
      ],
    ],
    ['at the position that is named', { names: 'index' as const }, [[0, 1, 2, 3], [0, 1, 3], [2]]],
    ['in the path that is named', { names: 'path' as const }, [[0, 1, 2, 3], [0, 1, 3], [2]]],
    [
      'before the position that is named, where they count from 1',
      { names: 'index' as const, positionsFrom: 1 },
      [[0, 1, 2, 3], [0, 1, 2], [0, 1], [2], [3]],
    ],
    [
      'in halves, where nothing is named',
      { names: 'nothing' as const },
      [[0, 1, 2, 3], [0, 1], [2, 3], [2], [3]],
    ],
  ])('is found %s', async (_, names, requests) => {
    const { outcomes, batches, totals } = await enroll({ bad: [address(2)], ...names }, 4);
    expect(batches).toEqual(requests);
    expect(outcomes[2]).toEqual({ status: 'rejected', reason: 'invalid email' });
    expect(totals).toMatchObject({ enrolled: 3, created: 3, rejected: 1 });
  });

  test('is found the sooner once it is known what positions count from', async () => {
    const options = { bad: [address(2), address(5)], names: 'index' as const, positionsFrom: 1 };
    const { batches, totals } = await enroll(options, 8, { batchSize: 4 });
    expect(batches.slice(5)).toEqual([[4, 5, 6, 7], [4, 6, 7], [5]]);
    expect(totals).toMatchObject({ enrolled: 6, rejected: 2 });
  });

  test('is found without positions once neither way to count has led to it', async () => {
    const { batches, totals } = await enroll(
      { bad: [address(0), address(8)], names: 'index', positionsFrom: 2 },
      16,
      { batchSize: 8 },
    );
    expect(totals).toMatchObject({ enrolled: 14, rejected: 2 });
    expect(batches.slice(-7)).toEqual([
      [8, 9, 10, 11, 12, 13, 14, 15],
      [8, 9, 10, 11],
      [8, 9],
      [8],
      [9],
      [10, 11],
      [12, 13, 14, 15],
    ]);
  });

  test('is found though positions beyond the end are named, or all of them', async () => {
    for (const errors of [[{ index: 99 }], [{ index: 0 }, { index: 1 }], [{ index: -1 }]]) {
      const { batches, statuses } = await enrollWith(
        (batch) => (batch.includes(1) ? { status: 422, body: { errors } } : {}),
        2,
      );
      expect(batches).toEqual([[0, 1], [0], [1]]);
      expect(statuses).toEqual(['enrolled', 'rejected']);
    }
  });

  test('is not sent again with others that are named by their address', async () => {
    const errors = [
      { email: 'LEAD1@acme.example ', message: 'no such domain' },
      { email: 'somebody@else.example', message: 'x' },
    ];
    const { batches, outcomes } = await enrollWith(
      (batch) => (batch.includes(1) ? { status: 422, body: { errors } } : {}),
      3,
    );
    expect(batches).toEqual([
      [0, 1, 2],
      [0, 2],
    ]);
    expect(outcomes).toEqual([
      { status: 'enrolled', verdict: 'created' },
      { status: 'rejected', reason: 'no such domain' },
      { status: 'enrolled', verdict: 'created' },
    ]);
  });

  test.each([
    [{ errors: [{ message: 'bad name' }], message: 'Refused.' }, 'bad name'],
    [{ message: 'Refused.' }, 'Refused.'],
    [{ code: 'bad_lead', message: 'Refused.' }, 'bad_lead Refused.'],
    ['', 'Leadterra refused it without a reason (422).'],
  ])('is rejected with what the refusal says of it: %j', async (body, reason) => {
    const { outcomes } = await enrollWith(() => ({ status: 422, body }), 1);
    expect(outcomes).toEqual([{ status: 'rejected', reason }]);
  });

  test('is no proof that others are new, as a refused request may have taken some', async () => {
    const { outcomes, oddities, totals } = await enrollWith((batch) => {
      if (batch.includes(1)) return refused('no');
      return { body: { enrolled: 0, updated: batch.length } };
    }, 2);
    expect(outcomes).toEqual([{ status: 'enrolled' }, { status: 'rejected', reason: 'no' }]);
    expect(totals.updated).toBeUndefined();
    expect(oddities).toEqual([
      'Some leads were sent again, after an answer that settled nothing: those told to be updated may be new.',
    ]);
  });
});

describe('a limit of leads', () => {
  test.each([
    [400, [8, 4, 2, 2, 2, 2, 2, 2, 2, 2]],
    // Here it is taken for one of bytes, and the addresses from 10 on are longer.
    [413, [8, 4, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]],
  ] as const)('that is told by %i is kept from then on', async (status, sizes) => {
    const { batches, totals } = await enroll({ batchLimit: { size: 2, status } }, 16, { batchSize: 8 });
    expect(batches.map((batch) => batch.length)).toEqual(sizes);
    expect(totals).toMatchObject({ enrolled: 16, rejected: 0 });
  });

  test('is not learned from a refusal that is about a lead', async () => {
    const { batches } = await enroll({ bad: [address(1)], names: 'nothing' }, 8, { batchSize: 4 });
    expect(batches.at(-1)).toEqual([4, 5, 6, 7]);
  });

  test('is not learned from a 422', async () => {
    let isFirst = true;
    const { batches } = await enrollWith(
      () => {
        const answer = isFirst ? refused('busy') : {};
        isFirst = false;
        return answer;
      },
      8,
      { batchSize: 4 },
    );
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [2, 3],
      [4, 5, 6, 7],
    ]);
  });
});

describe('the same words for one lead after the other', () => {
  test('are about them where one far away is taken', async () => {
    const { statuses, outcomes } = await enrollWith(
      (batch) => (batch.some((number) => number < 7) ? refused('not allowed') : {}),
      16,
    );
    expect(statuses).toEqual([...Array<string>(7).fill('rejected'), ...Array<string>(9).fill('enrolled')]);
    expect(outcomes[0]).toEqual({ status: 'rejected', reason: 'not allowed' });
  });

  test.each([
    ['the same', () => 'The campaign is archived.'],
    ['the same but for a number', (batch: number[]) => `Request ${batch[0]} refused.`],
  ])('are about everyone where they are %s for one far away too', async (_, words) => {
    const { statuses, outcomes, batches } = await enrollWith((batch) => refused(words(batch)), 64, {
      batchSize: 32,
    });
    expect(new Set(statuses)).toEqual(new Set(['failed']));
    expect(outcomes[63]).toMatchObject({ error: { status: 422, said: words([0]) } });
    // The batch, its halves down to one, four more of those beside it, and the last.
    expect(batches).toHaveLength(14);
    expect(batches.at(-1)).toEqual([31]);
  });

  test('are about the leads where they differ', async () => {
    const words = [
      'red',
      'green',
      'blue',
      'black',
      'white',
      'grey',
      'pink',
      'brown',
      'orange',
      'purple',
      'gold',
      'teal',
    ];
    const { statuses } = await enrollWith((batch) => refused(words[batch[0] ?? 0] ?? ''), 12);
    expect(statuses).toEqual(Array(12).fill('rejected'));
  });

  test('are about everyone where ten were refused alone, each in a request of its own, and nobody was taken', async () => {
    const { totals, batches } = await enrollWith(() => refused('archived'), 30, { batchSize: 1 });
    expect(batches).toHaveLength(10);
    expect(totals).toMatchObject({ rejected: 9, failed: 21 });
  });

  test('are about each of them where somebody was taken before', async () => {
    const { totals, batches } = await enrollWith(
      (batch) => (batch[0] === 0 ? {} : refused('not allowed')),
      30,
      {
        batchSize: 1,
      },
    );
    expect(batches).toHaveLength(30);
    expect(totals).toMatchObject({ enrolled: 1, rejected: 29, failed: 0 });
  });

  test('are counted anew after somebody was taken, or other words', async () => {
    const { totals } = await enrollWith(
      (batch) => {
        const number = batch[0] ?? 0;
        return number % 9 === 8 ? refused('other words') : refused('not allowed');
      },
      30,
      { batchSize: 1 },
    );
    expect(totals).toMatchObject({ rejected: 30, failed: 0 });
  });

  test('end a run soon, however many requests are under way at a time', async () => {
    const { statuses, batches } = await enrollWith(() => refused('archived'), 640, {
      batchSize: 32,
      concurrency: 10,
    });
    expect(new Set(statuses)).toEqual(new Set(['failed']));
    expect(batches).toHaveLength(23);
  });
});
