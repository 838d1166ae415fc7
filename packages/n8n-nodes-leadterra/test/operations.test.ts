import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { startStandIn } from '@leadterra/testing/stand-in';
import { NodeApiError } from 'n8n-workflow';

import { type Run, runNode } from './n8n-stand-in';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
});

afterEach(async () => {
  await sandbox.close();
});

async function run(resource: string, operation: string, parameters: object = {}, more: Partial<Run> = {}) {
  return await runNode({ sandbox, ...more, parameters: { resource, operation, ...parameters } });
}

async function startedCampaign(emails: string[]): Promise<string> {
  const sequenceSteps = { step: [{ subject: '[[firstName]]', bodyHtml: '<p>Hello</p>', delayDays: 0 }] };
  const [created] = await run('campaign', 'create', { name: 'Spring', sequenceSteps });
  const campaign = String(created?.json['id']);
  const items = emails.map((email) => ({ email }));
  await run('lead', 'enroll', { campaign, leadSource: 'auto' }, { items });
  await run('campaign', 'start', { campaign });
  await sandbox.settled();
  return campaign;
}

const addresses = (count: number, prefix = 'lead') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@alpha.example`);

function requests(path: string): number {
  return Number(
    sandbox.database.prepare('SELECT count(*) AS n FROM requests WHERE path = ?').get(path)?.['n'],
  );
}

test('items of the same campaign share one call', async () => {
  const campaign = await startedCampaign(['ada@alpha.example']);
  const results = await run('campaign', 'pause', { campaign }, { items: [{}, {}, {}] });
  expect(results.map(({ json }) => json['status'])).toEqual(['paused', 'paused', 'paused']);
  expect(requests(`/v1/campaigns/${campaign}/pause`)).toBe(1);
});

test('brackets in copy become the tokens that Leadterra knows', async () => {
  await startedCampaign(['ada@alpha.example']);
  expect(sandbox.database.prepare('SELECT subject FROM sequence_steps').get()).toMatchObject({
    subject: '{{firstName}}',
  });
});

test('a step without a body is refused with its number', async () => {
  const step = { subject: 'Hello', bodyHtml: '<p>Hello</p>' };
  const sequenceSteps = { step: [step, { ...step, bodyHtml: ' ' }] };
  await expect(run('campaign', 'create', { name: 'Spring', sequenceSteps })).rejects.toThrow(
    'Step 2: "Body" is empty.',
  );
});

describe('the copy of a new campaign', () => {
  const footer = '<p>Acme, 12 Harbor Street, Springfield</p>';
  const step = { subject: '[[firstName]], [[first_name]]', bodyHtml: `<p>{{industry}}</p>${footer}` };
  const spring = { name: 'Spring', sequenceSteps: { step: [step] } };
  const slip = 'No lead has a field "first_name": did you mean [[firstName]]?';

  test('stops the node, before any campaign is created, where a token in it is unknown', async () => {
    const before = sandbox.database.prepare('SELECT id FROM campaigns').all();
    const items = [{ subject: 'Fine' }, { subject: '[[first_name]]' }];
    const subject = (item: { subject: string }) => item.subject;
    const sequenceSteps = { step: [{ ...step, subject }] };
    const each = { name: 'Spring', sequenceSteps, campaigns: 'each' };
    await expect(run('campaign', 'create', each, { items })).rejects.toThrow(`Step 1: ${slip}`);
    expect(sandbox.database.prepare('SELECT id FROM campaigns').all()).toEqual(before);
  });

  test('is one for all items, or one for each of them where the user says so', async () => {
    const items = [{ name: 'Spring' }, { name: 'Autumn' }];
    const name = (item: { name: string }) => item.name;
    const parameters = { name, sequenceSteps: { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] } };
    const one = await run('campaign', 'create', parameters, { items });
    expect(one).toMatchObject([{ json: { name: 'Spring' }, pairedItem: [{ item: 0 }, { item: 1 }] }]);
    const hints: string[] = [];
    const each = await run('campaign', 'create', { ...parameters, campaigns: 'each' }, { items, hints });
    expect(each.map(({ json }) => json['name'])).toEqual(['Spring', 'Autumn']);
    expect(hints).toContain('It makes 2 campaigns, one for each item.');
  });

  test('has its tokens listed, and warned of those that may stay blank', async () => {
    const hints: string[] = [];
    const [created] = await run(
      'campaign',
      'create',
      { ...spring, options: { whenUnknown: 'warn' } },
      { hints },
    );
    expect(created?.json['tokens']).toEqual(['firstName', 'first_name', 'industry']);
    expect(created?.json['warnings']).toEqual(hints);
    expect(hints).toEqual([
      slip,
      '[[industry]] stays blank for leads that are enrolled without a custom field "industry".',
    ]);
  });

  test('knows the custom fields that the user names', async () => {
    const options = { customFields: 'first_name, industry' };
    const [created] = await run('campaign', 'create', { ...spring, options });
    expect(created?.json['warnings']).toEqual([]);
  });

  test('may be plain text', async () => {
    const text = { subject: 'Hi', bodyHtml: 'Hi [[firstName]],\n\nR&D?' };
    await run('campaign', 'create', { name: 'Text', bodyFormat: 'text', sequenceSteps: { step: [text] } });
    const sql = "SELECT body_html FROM sequence_steps JOIN campaigns ON campaign_id = id WHERE name = 'Text'";
    expect(sandbox.database.prepare(sql).get()).toEqual({
      body_html: '<p>Hi {{firstName}},</p><p>R&amp;D?</p>',
    });
  });
});

describe('Pause If Bounce Rate Is High', () => {
  const guard = async (campaign: string, minimumSent = 10) =>
    await run('campaign', 'pauseIfBounceRateIsHigh', { campaign, maxBounceRate: 5, minimumSent });

  test('pauses above the limit and says why', async () => {
    const campaign = await startedCampaign([...addresses(18), ...addresses(2, 'hard-bounce')]);
    expect((await guard(campaign))[0]?.json).toMatchObject({
      paused: true,
      status: 'paused',
      reason: '2 of 20 emails bounced, more than 5 percent.',
    });
  });

  test('leaves a campaign alone that bounces little', async () => {
    const campaign = await startedCampaign(addresses(20));
    expect((await guard(campaign))[0]?.json).toMatchObject({
      paused: false,
      reason: '0 of 20 emails bounced, no more than 5 percent.',
    });
  });

  test('checks a campaign once for all items with the same limits', async () => {
    const campaign = await startedCampaign(addresses(20));
    const maxBounceRate = ({ limit }: { limit: number }) => limit;
    const items = [{ limit: 5 }, { limit: 5 }, { limit: 10 }];
    await run('campaign', 'pauseIfBounceRateIsHigh', { campaign, maxBounceRate, minimumSent: 10 }, { items });
    expect(requests(`/v1/campaigns/${campaign}/stats`)).toBe(2);
  });

  test('waits until enough was sent', async () => {
    const campaign = await startedCampaign(addresses(2, 'hard-bounce'));
    expect((await guard(campaign))[0]?.json).toMatchObject({
      paused: false,
      reason: 'Only 2 emails were sent, fewer than 10.',
    });
  });
});

test('Check Capacity compares the leads with what the pools may still send', async () => {
  const campaign = await startedCampaign(addresses(3));
  const [result] = await run('campaign', 'checkCapacity', { campaign });
  expect(result?.json).toMatchObject({ campaignId: campaign, leads: 3, enough: true, missing: 0, pools: 2 });
});

test('replies are read page by page, up to the limit or all, and can be filtered', async () => {
  const emails = [...addresses(60, 'replies'), ...addresses(5, 'replies-out-of-office')];
  const campaign = await startedCampaign(emails);
  expect(await run('reply', 'getMany', { returnAll: true })).toHaveLength(65);
  expect(await run('reply', 'getMany', { returnAll: false, limit: 10 })).toHaveLength(10);
  const filters = { campaignId: campaign, classification: 'out_of_office' };
  expect(await run('reply', 'getMany', { returnAll: true, filters })).toHaveLength(5);
});

test('a list that depends on no item is read once for all items', async () => {
  const pools = await run('senderPool', 'getMany', {}, { items: [{}, {}] });
  expect(pools).toHaveLength(2);
  expect(pools[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
  expect(requests('/v1/sender-pools')).toBe(1);
  expect(await run('senderAccount', 'getMany')).toHaveLength(4);
});

describe('adding to the suppression list', () => {
  test('sends the addresses of all items in one request', async () => {
    const emails = ({ list }: { list: string }) => list;
    const items = [{ list: 'ada@alpha.example, Ben@beta.example' }, { list: 'cleo@gamma.example' }];
    // The counts are of all of them together.
    const unknown = { suppressed: null, alreadySuppressed: null };
    const results = await run('suppressionList', 'add', { emails }, { items });
    expect(results.map(({ json }) => json)).toEqual([
      { emails: ['ada@alpha.example', 'ben@beta.example'], requested: 2, refused: [], ...unknown },
      { emails: ['cleo@gamma.example'], requested: 1, refused: [], ...unknown },
    ]);
    expect(requests('/v1/suppression-list')).toBe(1);
    expect(sandbox.database.prepare('SELECT count(*) AS n FROM suppressions').get()).toMatchObject({ n: 3 });
  });

  test('refuses what is no address before anything is sent', async () => {
    const emails = ({ email }: { email: string }) => email;
    const items = [{ email: 'ada@alpha.example' }, { email: 'ben(at)beta' }];
    await expect(run('suppressionList', 'add', { emails }, { items })).rejects.toThrow(
      '"ben(at)beta" is not an email address.',
    );
    expect(requests('/v1/suppression-list')).toBe(0);
  });
});

test('an error has the request’s status, what happened as message and what to do as description', async () => {
  const error = await run('campaign', 'start', { campaign: 'camp_none' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof NodeApiError)) throw new Error('It did not fail as it should.');
  expect(error.httpCode).toBe('404');
  expect(error.message).toContain('Could not start campaign "camp_none"');
  expect(error.description).toContain('Check the ID');
  expect(error.context.itemIndex).toBe(0);
});

test('a redirect is not followed, so the key goes nowhere else', async () => {
  const server = await startStandIn((response) => response.writeHead(302, { location: '/elsewhere' }).end());
  const parameters = { resource: 'senderPool', operation: 'getMany' };
  const there = { apiKey: sandbox.apiKey, url: server.url };
  await expect(runNode({ sandbox: there, parameters })).rejects.toThrow('a redirect, which is not followed');
  expect(server.requests.map(({ path }) => path)).toEqual(['/v1/sender-pools']);
  await server.close();
});
