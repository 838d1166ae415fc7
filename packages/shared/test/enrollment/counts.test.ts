import { enrollLeads, type EnrollmentInput } from '@leadterra/shared';

import { scriptedClient } from '../support/scripted';

const ava = { email: 'ava@acme.example' };
const ben = { email: 'ben@acme.example' };

/** What a run makes of one answer for all of its leads. */
async function readOf(body: unknown, leads = [ava, ben], options: Partial<EnrollmentInput> = {}) {
  const { client, requests } = scriptedClient([{ body }]);
  const report = await enrollLeads(client, { campaignId: 'camp_1', leads, findLeftOut: 'never', ...options });
  expect(requests).toHaveLength(1);
  const { created, updated } = report.totals;
  return { outcomes: report.outcomes, oddities: report.oddities, created, updated };
}

const proven = (verdict?: 'created' | 'updated') =>
  Array<object>(2).fill({ status: 'enrolled', ...(verdict && { verdict }) });
const leftOut = Array<object>(2).fill({ status: 'left_out' });
const unconfirmed = (reason: string) => Array<object>(2).fill({ status: 'unconfirmed', reason });
const untold = unconfirmed("Leadterra's answer does not tell how many of 2 leads it took.");
const oneOfTwo = unconfirmed('Leadterra took 1 of the 2 leads of one request, and does not tell which.');

describe('counts of two leads', () => {
  test.each([
    [{ enrolled: 2, updated: 0, total: 2 }, proven('created'), { created: 2, updated: 0 }],
    [{ enrolled: 0, updated: 2, total: 2 }, proven('updated'), { created: 0, updated: 2 }],
    [{ enrolled: 1, updated: 1, total: 2 }, proven(), { created: 1, updated: 1 }],
    [{ created: 0, updated: 2, enrolled: 2, errors: [] }, proven('updated'), { created: 0, updated: 2 }],
    [{ created: 2, updated: 0, enrolled: 2 }, proven('created'), { created: 2, updated: 0 }],
    // One count that leaves no room for the other, or their sum.
    [{ enrolled: 2 }, proven('created'), { created: 2 }],
    [{ updated: 2 }, proven('updated'), { updated: 2 }],
    [{ created: null, updated: 2 }, proven('updated'), { updated: 2 }],
    [{ total: 2 }, proven(), {}],
    [{ created: null, enrolled: 2 }, proven(), {}],
    [{ enrolled: 1, total: 2 }, proven(), { created: 1 }],
    [{ enrolled: 0, updated: 0, total: 0 }, leftOut, { created: 0, updated: 0 }],
    [{ enrolled: 0, updated: 0, skipped: 2 }, leftOut, { created: 0, updated: 0 }],
    [{ skipped: 2 }, leftOut, {}],
    [{ total: 0 }, leftOut, {}],
    [{ enrolled: 1, updated: 0, skipped: 1 }, oneOfTwo, { created: 1, updated: 0 }],
    [{ enrolled: 0, updated: 1, total: 1 }, oneOfTwo, { created: 0, updated: 1 }],
    [{ total: 1 }, oneOfTwo, {}],
    [{ enrolled: 1 }, untold, {}],
    [{ updated: 1, skipped: 1 }, untold, {}],
    [{ skipped: 1 }, untold, {}],
    [{ errors: [] }, untold, {}],
  ])('%j prove no more than they say', async (body, outcomes, told) => {
    expect(await readOf(body)).toEqual({ outcomes, oddities: [], ...told });
  });

  test.each([
    [{ enrolled: 2, updated: 1 }, 'it counts 3 leads where 2 were sent'],
    [{ enrolled: 2, updated: 0, skipped: 1 }, 'it counts 3 leads where 2 were sent'],
    [{ skipped: 3 }, 'it counts 3 leads where 2 were sent'],
    [{ enrolled: 1, updated: 0, total: 2 }, 'it counts 2 leads in all, and 1 one by one'],
    [{ enrolled: 2, updated: 0, total: 1 }, 'it counts 1 lead in all, and 2 one by one'],
    [{ skipped: 2, total: 2 }, 'it counts 2 leads in all, and 0 one by one'],
    [{ created: 2, updated: 0, enrolled: 3 }, 'it counts 3 leads in all, and 2 one by one'],
    [{ enrolled: -1, updated: 3 }, '"enrolled" is -1, not a count'],
    [{ enrolled: 1.5, updated: 0 }, '"enrolled" is 1.5, not a count'],
    [{ enrolled: 2, updated: '0' }, '"updated" is "0", not a count'],
    [{ enrolled: 2, updated: {} }, '"updated" is {}, not a count'],
    [{ enrolled: 2, skipped: [] }, '"skipped" is [], not a count'],
    [{ enrolled: 2, total: true }, '"total" is true, not a count'],
    [{ enrolled: 'x'.repeat(40) }, `"enrolled" is "${'x'.repeat(29)}…, not a count`],
  ])('%j prove nothing', async (body, oddity) => {
    expect(await readOf(body)).toEqual({
      outcomes: untold,
      oddities: [`An answer for 2 leads is odd: ${oddity}.`],
    });
  });

  test('of which one is refused by name are read for the other', async () => {
    const errors = [{ email: ' AVA@acme.example', message: 'no such domain' }];
    const rejected = { status: 'rejected', reason: 'no such domain' };
    expect(await readOf({ enrolled: 1, updated: 0, errors })).toEqual({
      outcomes: [rejected, { status: 'enrolled', verdict: 'created' }],
      oddities: [],
      created: 1,
      updated: 0,
    });
    expect(await readOf({ enrolled: 2, updated: 0, errors })).toEqual({
      outcomes: [
        rejected,
        { status: 'unconfirmed', reason: "Leadterra's answer does not tell whether it took this lead." },
      ],
      oddities: ['An answer for 2 leads is odd: it counts 2 leads where 1 was sent.'],
    });
  });

  test('of which both are refused by name are not read', async () => {
    const errors = [ava, ben].map(({ email }) => ({ email, message: `not ${email}` }));
    expect(await readOf({ enrolled: 7, errors })).toEqual({
      outcomes: [
        { status: 'rejected', reason: 'not ava@acme.example' },
        { status: 'rejected', reason: 'not ben@acme.example' },
      ],
      oddities: [],
    });
  });

  test.each([
    [
      { enrolled: 2, updated: 0 },
      'Leadterra counts all 2 leads of one request, and refuses some of them. It says: "bad row".',
    ],
    [
      { enrolled: 1, updated: 0 },
      'Leadterra took 1 of the 2 leads of one request, and does not tell which. It says: "bad row".',
    ],
    [
      { enrolled: 0, updated: 0 },
      'Leadterra took 0 of the 2 leads of one request, and does not tell which. It says: "bad row".',
    ],
    [{}, `Leadterra's answer does not tell how many of 2 leads it took. It says: "bad row".`],
  ])('%j beside an error without a name prove nothing of anyone', async (body, reason) => {
    const { outcomes } = await readOf({ ...body, errors: [{ index: 1, message: 'bad row' }] });
    expect(outcomes).toEqual(unconfirmed(reason));
  });

  test('stand, and an error that names somebody else is odd', async () => {
    const errors = [{ email: 'zoe@acme.example', message: 'bad' }];
    expect(await readOf({ enrolled: 2, updated: 0, errors })).toMatchObject({
      outcomes: proven('created'),
      oddities: ['An answer for 2 leads is odd: it refuses leads that were not sent.'],
    });
  });
});

describe('counts of a lead alone', () => {
  test.each([
    [{ enrolled: 0, updated: 0 }, { status: 'left_out' }],
    [
      { enrolled: 0, updated: 0, errors: ['bad row'] },
      { status: 'rejected', reason: 'bad row' },
    ],
    [
      { enrolled: 1, updated: 0, errors: ['bad row'] },
      {
        status: 'unconfirmed',
        reason: 'Leadterra counts this lead, and refuses it. It says: "bad row".',
      },
    ],
    [
      { enrolled: null },
      { status: 'unconfirmed', reason: "Leadterra's answer does not tell whether it took this lead." },
    ],
  ])('%j prove what became of it', async (body, outcome) => {
    const { outcomes } = await readOf(body, [ava], { findLeftOut: 'always' });
    expect(outcomes).toEqual([outcome]);
  });
});

test('a report keeps no more than twenty oddities, each once', async () => {
  const leads = Array.from({ length: 30 }, (_, i) => ({ email: `lead${i}@acme.example` }));
  const { client } = scriptedClient([{ body: { enrolled: 9 } }]);
  const same = await enrollLeads(client, { campaignId: 'camp_1', leads, batchSize: 1 });
  expect(same.oddities).toEqual(['An answer for 1 lead is odd: it counts 9 leads where 1 was sent.']);
  const customFields = { company: 'Acme' };
  const { oddities } = await enrollLeads(scriptedClient([{ body: { enrolled: 30 } }]).client, {
    campaignId: 'camp_1',
    leads: leads.map((lead) => ({ ...lead, customFields })),
  });
  expect(oddities).toHaveLength(20);
  expect(oddities[19]).toBe(
    'Lead 20 was enrolled without the custom field "company", because a lead has a field of that name.',
  );
});
