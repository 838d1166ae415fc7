import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { NodeOperationError } from 'n8n-workflow';

import { type Run, runNode } from './n8n-stand-in';

let sandbox: Sandbox;
let campaignId: string;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  campaignId = await createCampaign('Spring');
});

afterEach(async () => {
  await sandbox.close();
});

async function createCampaign(name: string): Promise<string> {
  const sequenceSteps = { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] };
  const [created] = await runNode({
    sandbox,
    parameters: { resource: 'campaign', operation: 'create', name, sequenceSteps },
  });
  return String(created?.json['id']);
}

async function enroll(items: Run['items'], options: object = {}, more: Partial<Run> = {}) {
  const campaign = campaignId;
  const parameters = { resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto', options };
  return await runNode({ sandbox, items, ...more, parameters: { ...parameters, ...more.parameters } });
}

function bulkRequests(): number {
  const sql = "SELECT count(*) AS n FROM requests WHERE path LIKE '%/leads/bulk'";
  return Number(sandbox.database.prepare(sql).get()?.['n']);
}

test('all items go out in as few requests as possible, one result each, in order and paired', async () => {
  const items = Array.from({ length: 100 }, (_, index) => ({ email: `lead${index}@alpha.example` }));
  const results = await enroll(items, { batchSize: 40 });
  expect(bulkRequests()).toBe(3);
  expect(results.map(({ json }) => json['email'])).toEqual(items.map(({ email }) => email));
  expect(results.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
});

test('a duplicate names the item that it repeats', async () => {
  const results = await enroll([
    { email: 'ada@alpha.example' },
    { email: 'ben@alpha.example' },
    { email: 'BEN@alpha.example', company: 'Alpha' },
  ]);
  expect(results[2]?.json).toMatchObject({ status: 'duplicate', duplicateOfItem: 1 });
  expect(sandbox.database.prepare("SELECT company FROM leads WHERE email LIKE 'ben@%'").get()).toMatchObject({
    company: 'Alpha',
  });
});

describe('a contact who opted out', () => {
  const items = [
    {
      attributes: { type: 'Lead' },
      Id: '1',
      Email: 'ada@alpha.example',
      LastName: 'A',
      HasOptedOutOfEmail: true,
    },
    {
      attributes: { type: 'Lead' },
      Id: '2',
      Email: 'ben@beta.example',
      LastName: 'B',
      HasOptedOutOfEmail: false,
    },
  ];

  test('is left out and reported', async () => {
    const results = await enroll(items);
    expect(results.map(({ json }) => [json['email'], json['status']])).toEqual([
      ['ada@alpha.example', 'opted_out'],
      ['ben@beta.example', 'enrolled'],
    ]);
  });

  test.each([
    ['before it', [items[0], { email: 'ADA@alpha.example' }]],
    ['after it', [{ email: 'ADA@alpha.example' }, items[0]]],
  ])('is left out by every item with the address, of whatever source and %s', async (_, both) => {
    const results = await enroll(both.map((item) => ({ ...item })));
    expect(results.map(({ json }) => json['status'])).toEqual(['opted_out', 'opted_out']);
    expect(results.map(({ json }) => json['reason'])).toContainEqual(
      expect.stringMatching(/^Item \d has the same address, and says that this person must not be mailed\.$/),
    );
    expect(bulkRequests()).toBe(0);
  });

  test('is an error if the node is told so', async () => {
    await expect(enroll(items, { optedOut: 'fail' })).rejects.toThrow('1 of 2 items cannot be enrolled');
    expect(bulkRequests()).toBe(0);
  });

  test('is enrolled if the node is told so', async () => {
    const results = await enroll(items, { optedOut: 'enroll' });
    expect(results.map(({ json }) => json['status'])).toEqual(['enrolled', 'enrolled']);
  });
});

test('a suppressed address that Leadterra says it left out is told, and an error where that is asked for', async () => {
  await sandbox.close();
  // The form of the answer that counts what was left out.
  sandbox = await startSandbox({ timeScale: 0, dialect: 'guide' });
  campaignId = await createCampaign('Spring');
  const emails = 'ada@alpha.example';
  await runNode({ sandbox, parameters: { resource: 'suppressionList', operation: 'add', emails } });
  const [told] = await enroll([{ email: emails }]);
  expect(told?.json).toMatchObject({ status: 'left_out' });
  expect(told?.json['reason']).toContain('suppressed');
  await expect(enroll([{ email: emails }], { optedOut: 'fail' })).rejects.toThrow(
    'item 0 (ada@alpha.example): Leadterra left it out',
  );
});

test('the error before sending lists the first bad items and says how many there are', async () => {
  const items = [{ email: 'ada@alpha.example' }, ...Array.from({ length: 7 }, (_, row) => ({ row }))];
  const error = await enroll(items, { withoutAddress: 'stop' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof NodeOperationError)) throw new Error('It did not fail as it should.');
  expect(error.message).toMatch(/^7 of 8 items cannot be enrolled, so nothing was sent. The first: item 1: /);
  expect(error.description).toMatch(/item 1: .*item 5: .* and 2 more/);
  expect(error.context.itemIndex).toBe(1);
});

test('an item without an address stops no list: it is left out, reported, and named by what its user sees', async () => {
  const items = [
    { email: 'ada@alpha.example' },
    { row_number: 3, id: 501, Name: 'Ben Bold' },
    { email: 'none' },
  ];
  const results = await enroll(items);
  expect(results.map(({ json }) => json['status'])).toEqual(['enrolled', 'invalid', 'invalid']);
  await expect(enroll(items, { withoutAddress: 'stop' })).rejects.toThrow(
    'The first: item 1 (row 3, id 501, Ben Bold): ',
  );
});

test('with regular output, every item has its result, good or bad', async () => {
  const items = [{ email: 'ada@alpha.example' }, { email: 'rejected@alpha.example' }, { row: 3 }];
  const results = await enroll(items, {}, { onError: 'continueRegularOutput' });
  expect(results.map(({ json }) => json['status'])).toEqual(['enrolled', 'rejected', 'invalid']);
});

test('for the error output an item holds nothing but its error', async () => {
  const results = await enroll([{ row: 1 }], {}, { onError: 'continueErrorOutput' });
  expect(results.map(({ json, pairedItem }) => [Object.keys(json), pairedItem])).toEqual([
    [['error'], { item: 0 }],
  ]);
});

test.each([
  ['none', '', {}],
  ['unmapped', '', { Industry: 'Steel', City: 'Ulm' }],
  ['named', 'City', { City: 'Ulm' }],
])('custom fields from the item: %s %s', async (customFields, customFieldPaths, expected) => {
  const record = { 'E-Mail': 'ada@alpha.example', Industry: 'Steel', City: 'Ulm' };
  await enroll([record], { customFields, customFieldPaths });
  const row = sandbox.database.prepare('SELECT custom_fields FROM leads').get();
  expect(JSON.parse(String(row?.['custom_fields']))).toEqual(expected);
});

test('a summary item counts per campaign and is paired to all items of it', async () => {
  const other = await createCampaign('Other');
  const items = [campaignId, other, campaignId].map((to, index) => ({
    to,
    email: `lead${index}@alpha.example`,
  }));
  const campaign = ({ to }: { to: string }) => to;
  const results = await enroll(items, { output: 'summary' }, { parameters: { campaign } });
  expect(results).toMatchObject([
    { json: { campaignId, input: 2, enrolled: 2 }, pairedItem: [{ item: 0 }, { item: 2 }] },
    { json: { campaignId: other, input: 1, enrolled: 1 }, pairedItem: [{ item: 1 }] },
  ]);
});

test('a summary of items of which none can be read still says so', async () => {
  const results = await enroll([{ row: 1 }, { email: 'none' }], { output: 'summary' });
  expect(results).toMatchObject([
    {
      json: { campaignId, input: 2, enrolled: 0, invalid: 2, requests: 0 },
      pairedItem: [{ item: 0 }, { item: 1 }],
    },
  ]);
  expect(bulkRequests()).toBe(0);
});

describe('a duplicate of a lead that Leadterra did not take', () => {
  const items = ['ada', 'rejected', 'REJECTED', 'ada'].map((name) => ({ email: `${name}@alpha.example` }));

  test('is an error too, where errors have an output of their own', async () => {
    const results = await enroll(items, {}, { onError: 'continueErrorOutput' });
    expect(results.map(({ json }) => json['status'] ?? 'error')).toEqual([
      'enrolled',
      'error',
      'error',
      'duplicate',
    ]);
  });

  test('counts among those that were not taken, where the workflow stops', async () => {
    await expect(enroll(items)).rejects.toThrow('Leadterra did not take 2 of 4 leads');
  });

  test('does not count as enrolled in a summary', async () => {
    const [summary] = await enroll(items, { output: 'summary' }, { onError: 'continueRegularOutput' });
    expect(summary?.json).toMatchObject({ input: 4, enrolled: 1, rejected: 1, duplicate: 2 });
  });
});

test('a field that cannot be used is named as the user sees it', async () => {
  await expect(enroll([{ email: 'ada@alpha.example' }], { batchSize: 0 })).rejects.toThrow(
    '"Leads per Request" is 0, not a whole number of at least 1.',
  );
  await expect(enroll([{}], {}, { parameters: { campaign: '' } })).rejects.toThrow('"Campaign" is empty');
});

describe('a run that enrolls nobody', () => {
  const items = [
    { email: 'sue@sigma.example', unsubscribed: true },
    { email: 'olga@omega.example', unsubscribed: true },
    { name: 'Max' },
  ];
  const nobody: unknown = expect.stringMatching(/^0 of 3 enrolled: 2 opted out, 1 invalid\. The first: ./);

  test('says so beside its output', async () => {
    const hints: string[] = [];
    const log: string[] = [];
    await enroll(items, {}, { hints, log });
    expect(hints).toContainEqual(nobody);
    expect(log).toEqual([]);
  });

  test('says so in the log too, where On Error lets the workflow go on', async () => {
    const log: string[] = [];
    await enroll(items, {}, { log, onError: 'continueRegularOutput' });
    expect(log).toEqual([expect.stringContaining('"Leadterra": 0 of 3 enrolled')]);
  });

  test('is silent where all were enrolled before', async () => {
    const workflow = { id: 'w', staticData: {} };
    const hints: string[] = [];
    const options = { enrolledBefore: 'skip' };
    await enroll([{ email: 'ada@alpha.example' }], options, { workflow });
    await enroll([{ email: 'ada@alpha.example' }], options, { workflow, hints });
    expect(hints.join()).not.toContain('enrolled:');
  });
});
