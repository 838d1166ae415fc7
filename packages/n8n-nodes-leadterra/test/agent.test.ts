import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { actions } from '@leadterra/shared';
import { callLeadterra, count, createCampaign, rows } from '@leadterra/testing/leadterra';
import * as fc from 'fast-check';

import { runNode } from './n8n-stand-in';

const containing = (text: string): unknown => expect.stringContaining(text);
const anyText: unknown = expect.any(String);

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
});
afterEach(async () => {
  await sandbox.close();
});

/** What n8n hands to a tool as its item: the agent's own item. */
const agentsItem = {
  chatInput: 'Enroll Ben',
  sessionId: 's1',
  name: 'Zoe',
  email: 'zoe@beta.example',
  optedOut: true,
};

/** What the model is told when it calls the node with these parameters. */
async function call(
  parameters: object,
  allowIrreversible: boolean | string = false,
  kept = {},
  run = '1',
): Promise<unknown> {
  const agent = { allowIrreversible, kept, run };
  const items = await runNode({ sandbox, parameters: { ...parameters }, items: [agentsItem], agent });
  const [only, ...others] = items.map(({ json }) => json);
  expect(others).toEqual([]);
  return only;
}

function enroll(campaign: string, more: object) {
  return { resource: 'lead', operation: 'enroll', campaign, ...more };
}
const list = (leads: unknown) => ({ leadsPerCall: 'list', leads });

test('enrolls whom the model names, and nothing of the agent’s own item', async () => {
  const campaignId = await createCampaign(sandbox);
  const told = await call(enroll(campaignId, { email: 'ben@beta.example', firstName: 'BEN' }));
  expect(told).toEqual({ campaignId, leads: 1, enrolled: 1, others: [] });
  expect(rows(sandbox, 'SELECT email, first_name, company, custom_fields FROM leads')).toEqual([
    { email: 'ben@beta.example', first_name: 'Ben', company: null, custom_fields: '{}' },
  ]);
});

test('enrolls a list in one request, with its custom fields and those of the user', async () => {
  const campaignId = await createCampaign(sandbox);
  const leads = [
    { email: 'ben@beta.example', customFields: { industry: 'Steel' } },
    { email: 'cleo@gamma.example', firstName: 'Cleo' },
  ];
  const customFieldValues = { field: [{ name: 'foundBy', value: 'agent' }] };
  for (const given of [leads, JSON.stringify(leads)]) {
    const told = await call(enroll(campaignId, { ...list(given), customFieldValues }));
    expect(told).toMatchObject({ leads: 2, enrolled: 2, others: [] });
  }
  expect(rows(sandbox, 'SELECT first_name, custom_fields FROM leads ORDER BY email')).toMatchObject([
    { custom_fields: '{"foundBy":"agent","industry":"Steel"}' },
    { first_name: 'Cleo', custom_fields: '{"foundBy":"agent"}' },
  ]);
  expect(count(sandbox, "SELECT count(*) FROM requests WHERE path LIKE '%bulk'")).toBe(2);
});

test('says why others are not enrolled, each reason once', async () => {
  const campaignId = await createCampaign(sandbox);
  const told = await call(
    enroll(
      campaignId,
      list([
        { email: 'ben@beta.example' },
        { email: 'cleo@gamma.example', unsubscribed: true },
        { email: 'no address' },
        { firstName: 'Nobody' },
        { firstName: 'Nobody else' },
      ]),
    ),
  );
  expect(told).toEqual({
    campaignId,
    leads: 5,
    enrolled: 1,
    others: [
      {
        status: 'opted_out',
        reason: containing('must not be mailed'),
        leads: ['cleo@gamma.example'],
      },
      { status: 'invalid', reason: containing('no address'), leads: ['no address'] },
      { status: 'invalid', reason: anyText, leads: ['lead 4', 'lead 5'] },
    ],
  });
});

test('says that somebody is suppressed', async () => {
  const campaignId = await createCampaign(sandbox);
  await callLeadterra(sandbox, 'POST', '/v1/suppression-list', { emails: ['dan@delta.example'] });
  expect(await call(enroll(campaignId, { email: 'dan@delta.example' }))).toMatchObject({
    enrolled: 0,
    others: [{ status: 'left_out', reason: containing('suppressed'), leads: ['dan@delta.example'] }],
  });
});

test('leaves no gap in the copy where the user has it checked', async () => {
  const campaignId = await createCampaign(sandbox);
  const options = { copyCheck: { rule: { fields: 'firstName', whenMissing: 'skip' } } };
  const told = await call(enroll(campaignId, { email: 'ben@beta.example', options }));
  expect(told).toMatchObject({ enrolled: 0, others: [{ status: 'incomplete' }] });
});

test.each([
  ['a campaign that is not there', () => enroll('camp_none', { email: 'ben@beta.example' }), 'camp_none'],
  ['no list', () => enroll('camp_1', list('Ben, Cleo')), 'no list of leads'],
  ['an empty list', () => enroll('camp_1', list([])), 'no list of leads'],
  ['no campaign', () => enroll('', { email: 'ben@beta.example' }), 'Campaign\\" is empty'],
  [
    'statistics of nothing',
    () => ({ resource: 'campaign', operation: 'getStatistics', campaign: '' }),
    'empty',
  ],
])('tells the model of %s, with what to do', async (_what, parameters, said) => {
  const told = JSON.stringify(await call(parameters()));
  expect(told).toContain(said);
  expect(told).toMatch(/failed/);
});

test('tells of an empty list in so many words', async () => {
  expect(await call({ resource: 'reply', operation: 'getMany' })).toEqual({ results: [] });
});

describe('what cannot be undone', () => {
  const start = (campaign: string) => ({ resource: 'campaign', operation: 'start', campaign });
  const suppress = { resource: 'suppressionList', operation: 'add', emails: 'ben@beta.example' };

  test('is every action that writes and does not say otherwise', () => {
    const final = actions.filter(({ kind, canBeUndone }) => kind === 'write' && canBeUndone !== true);
    expect(final.map(({ key }) => key)).toEqual([
      'check_campaign_before_start',
      'start_campaign',
      'add_to_suppression_list',
      'assign_reply',
      'complete_follow_up',
      'skip_follow_up',
      'send_draft',
    ]);
  });

  test('is done only with leave, which no expression gives', async () => {
    const campaignId = await createCampaign(sandbox);
    for (const leave of [false, "={{ $fromAI('allow') }}", 'true']) {
      for (const parameters of [start(campaignId), suppress])
        expect(await call(parameters, leave)).toMatchObject({
          status: 'refused',
          error: containing('cannot be undone'),
          advice: containing('Allow Actions That Cannot Be Undone'),
        });
    }
    expect(rows(sandbox, 'SELECT * FROM suppressions')).toEqual([]);
    await call(enroll(campaignId, { email: 'cleo@gamma.example' }));
    expect(await call(start(campaignId), true)).toMatchObject({ status: 'running' });
    expect(await call(suppress, true)).toMatchObject({ suppressed: 1 });
  });

  test('is not what only reads, and not a pause', async () => {
    const campaignId = await createCampaign(sandbox);
    await call(start(campaignId), true);
    for (const operation of ['getStatistics', 'pause'])
      expect(await call({ ...start(campaignId), operation })).not.toHaveProperty('error');
  });

  test('is enrolling more than 25 leads, over all calls of one run', async () => {
    const campaignId = await createCampaign(sandbox);
    const people = (from: number, to: number) =>
      list(Array.from({ length: to - from }, (_, index) => ({ email: `lead${from + index}@acme.example` })));
    const kept = {};
    expect(await call(enroll(campaignId, people(0, 20)), false, kept)).toMatchObject({ enrolled: 20 });
    expect(await call(enroll(campaignId, people(20, 26)), false, kept)).toMatchObject({
      status: 'refused',
      error: containing('more than 25 leads'),
      advice: containing('preview the list'),
    });
    expect(count(sandbox, 'SELECT count(*) FROM leads')).toBe(20);
    expect(await call(enroll(campaignId, people(20, 26)))).toMatchObject({ enrolled: 6 });
    expect(await call(enroll(campaignId, people(0, 200)), true)).toMatchObject({ enrolled: 200 });
  });

  test('is a start after a check, but not the check', async () => {
    const campaignId = await createCampaign(sandbox);
    const check = (whenFine: string) => ({
      resource: 'campaign',
      operation: 'checkBeforeStart',
      campaign: campaignId,
      whenFine,
    });
    await call(enroll(campaignId, { email: 'ben@beta.example' }));
    expect(await call(check('report'))).toMatchObject({ ready: true, started: false });
    expect(await call(check('start'))).toMatchObject({
      status: 'refused',
      error: containing('cannot be undone'),
    });
    expect(rows(sandbox, "SELECT * FROM campaigns WHERE status <> 'draft'")).toEqual([]);
    expect(await call(check('start'), true)).toMatchObject({ started: true });
  });

  describe('is done for a list that was previewed', () => {
    const leads = Array.from({ length: 30 }, (_, index) => ({
      email: `lead${index}@acme.example`,
      firstName: 'Ava',
    }));
    const preview = (campaign: string) => ({ ...enroll(campaign, list(leads)), operation: 'preview' });
    const withToken = (campaign: string, previewToken: unknown, given: object[] = leads) =>
      enroll(campaign, { ...list(given), preview: previewToken });

    async function previewed(campaignId: string): Promise<unknown> {
      const told = await call(preview(campaignId), false, {}, '7');
      expect(told).toMatchObject({ leads: 30, enrolled: 0, advice: containing('ask') });
      expect(count(sandbox, 'SELECT count(*) FROM leads')).toBe(0);
      return Reflect.get(Object(told), 'previewToken');
    }

    test('in a later run, in whatever order', async () => {
      const campaignId = await createCampaign(sandbox);
      const token = await previewed(campaignId);
      const turned = leads.map(({ email, firstName }) => ({ firstName, email })).reverse();
      expect(await call(withToken(campaignId, token, turned), false, {}, '8')).toMatchObject({
        enrolled: 30,
      });
    });

    test('not in the same run, where nobody has seen it', async () => {
      const campaignId = await createCampaign(sandbox);
      const token = await previewed(campaignId);
      expect(await call(withToken(campaignId, token), false, {}, '7')).toMatchObject({
        status: 'refused',
        error: containing('has not agreed'),
      });
    });

    test('not for another list, another campaign or with a token that was made up', async () => {
      const campaignId = await createCampaign(sandbox);
      const other = await createCampaign(sandbox, 'Other');
      const token = await previewed(campaignId);
      const [first, ...rest] = leads;
      const attempts = [
        withToken(campaignId, token, [...leads, { email: 'eve@evil.example' }]),
        withToken(campaignId, token, [{ ...first, email: 'eve@evil.example' }, ...rest]),
        withToken(campaignId, token, [{ ...first, firstName: 'Eve' }, ...rest]),
        withToken(campaignId, token, rest),
        withToken(other, token),
        withToken(campaignId, '7-0123456789abcdef'),
        withToken(campaignId, String(token).replace('7', '6')),
      ];
      for (const attempt of attempts)
        expect(await call(attempt, false, {}, '8')).toMatchObject({
          status: 'refused',
          error: containing('does not stand for this list'),
        });
      expect(count(sandbox, 'SELECT count(*) FROM leads')).toBe(0);
    });
  });

  test('is not done by a thousand hostile calls', async () => {
    const campaignId = await createCampaign(sandbox);
    const kept = {};
    const anyValue = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(campaignId, 'true', '={{ true }}', "={{ $fromAI('x') }}", '__proto__', '../../start'),
      fc.emailAddress(),
    );
    const anyParameters = fc.record({
      resource: fc.constantFrom('campaign', 'suppressionList', 'lead'),
      campaign: anyValue,
      emails: anyValue,
      email: anyValue,
      leadsPerCall: fc.constantFrom('one', 'list'),
      leads: fc.oneof(anyValue, fc.array(fc.dictionary(fc.string(), anyValue))),
      more: fc.dictionary(fc.string(), anyValue),
    });
    const operations: Record<string, string> = { campaign: 'start', suppressionList: 'add', lead: 'enroll' };
    await fc.assert(
      fc.asyncProperty(anyParameters, async ({ resource, more, ...given }) => {
        const told = await call(
          { ...more, ...given, resource, operation: operations[resource] },
          'true',
          kept,
        );
        expect(told).toBeInstanceOf(Object);
      }),
      { numRuns: 1000 },
    );
    const acts = "method = 'POST' AND (path LIKE '%/start' OR path LIKE '%/suppression-list')";
    expect(count(sandbox, `SELECT count(*) FROM requests WHERE ${acts}`)).toBe(0);
    expect(rows(sandbox, "SELECT * FROM campaigns WHERE status <> 'draft'")).toEqual([]);
    expect(rows(sandbox, 'SELECT * FROM suppressions')).toEqual([]);
    expect(count(sandbox, 'SELECT count(*) FROM enrollments')).toBeLessThanOrEqual(25);
  });
});
