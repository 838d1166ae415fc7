import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { records } from '@leadterra/testing/records';
import { z } from 'zod';

import { type Run, runNode } from './n8n-stand-in';

let sandbox: Sandbox;
let campaign: string;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  const sequenceSteps = { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] };
  const [created] = await runNode({
    sandbox,
    parameters: { resource: 'campaign', operation: 'create', name: 'Spring', sequenceSteps },
  });
  campaign = String(created?.json['id']);
  sandbox.database.exec('DELETE FROM requests');
});

afterEach(async () => {
  await sandbox.close();
});

async function run(
  operation: 'preview' | 'enroll',
  items: Run['items'],
  parameters: object = {},
  more: Partial<Run> = {},
) {
  const all = { resource: 'lead', operation, campaign, leadSource: 'auto', options: {}, ...parameters };
  return await runNode({ sandbox, items, ...more, parameters: all });
}

const requests = () => sandbox.database.prepare('SELECT method, path FROM requests').all();

const emails = (...email: object[]) => ({ copy: 'typed', emails: { email } });
const greeting = { subject: 'For [[company]]', bodyHtml: '<p>Hi [[firstName]],</p><p>how are you?</p>' };

test('its verdicts are those of a run, over records of every kind, and it asks nothing', async () => {
  const items = records.map(({ record }) => z.record(z.string(), z.unknown()).parse(record));
  const previewed = await run('preview', items);
  expect(requests()).toEqual([]);
  const enrolled = await run('enroll', items);
  const fields = ['email', 'reason', 'firstName', 'lastName', 'company', 'jobTitle', 'source', 'warnings'];
  const facts = (json: Record<string, unknown>) => ({
    status: json['status'] === 'enrolled' ? 'ready' : json['status'],
    ...Object.fromEntries(fields.map((field) => [field, json[field]])),
  });
  expect(previewed.map(({ json }) => facts(json))).toEqual(enrolled.map(({ json }) => facts(json)));
  expect(requests()).not.toEqual([]);
});

test('it tells where each field came from, what to know of the lead, and what only Leadterra knows', async () => {
  const record = { id: '501', properties: { email: 'info@alpha.example', firstname: 'Ada' } };
  const [item] = await run('preview', [record], { fieldsToOverride: { company: 'Alpha' } });
  expect(item?.json).toEqual({
    email: 'info@alpha.example',
    status: 'ready',
    verdict: 'unknown',
    suppressed: 'unknown',
    reason: null,
    warnings: ["info@alpha.example is a mailbox for everybody there, not a person's."],
    firstName: 'Ada',
    lastName: null,
    company: 'Alpha',
    jobTitle: null,
    customFields: {},
    from: { email: 'properties.email', firstName: 'properties.firstname' },
    recordId: '501',
    rowNumber: null,
    duplicateOfItem: null,
    campaignId: campaign,
    source: 'hubspot',
    emails: [],
  });
});

test('it needs no campaign', async () => {
  const [item] = await run('preview', [{ email: 'ada@alpha.example' }], { campaign: '' });
  expect(item?.json).toMatchObject({ status: 'ready', campaignId: null });
});

test('each email is shown as the lead would get it, blanks marked, and as a page to look at', async () => {
  const items = [
    { email: 'ada@alpha.example', 'First Name': 'Ada', Company: 'A & B' },
    { email: 'b@beta.example' },
  ];
  const [ada, ben] = await run('preview', items, emails(greeting));
  expect(ada?.json['emails']).toEqual([
    { subject: 'For A & B', bodyHtml: '<p>Hi Ada,</p><p>how are you?</p>', blanks: [] },
  ]);
  expect(ben?.json['emails']).toEqual([
    {
      subject: 'For [no company]',
      bodyHtml: '<p>Hi <mark>[no firstName]</mark>,</p><p>how are you?</p>',
      blanks: ['company', 'firstName'],
    },
  ]);
  expect(ada?.binary?.['email_1']).toMatchObject({ mimeType: 'text/html' });
  expect(ada?.binary?.['email_1']?.data).toContain('Subject: <b>For A &#38; B</b>');
});

test('the emails may be the steps of a campaign, as Create puts them out or as JSON', async () => {
  const steps = [{ stepIndex: 0, delayDays: 0, ...greeting }];
  for (const given of [steps, JSON.stringify(steps)]) {
    const [item] = await run('preview', [{ email: 'ada@alpha.example' }], { copy: 'steps', steps: given });
    expect(item?.json['emails']).toMatchObject([{ subject: 'For [no company]' }]);
  }
  await expect(run('preview', [{}], { copy: 'steps', steps: 'none' })).rejects.toThrow('Sequence Steps');
});

test('one summary says what would become of all items, and how blanks would read', async () => {
  const items = [
    { email: 'ada@alpha.example', 'First Name': 'Ada', Company: 'Alpha' },
    { email: 'ben@beta.example', Company: 'Beta' },
    { email: 'ADA@alpha.example' },
    { Name: 'Nobody' },
    { attributes: { type: 'Lead' }, Id: '1', Email: 'olga@omega.example', HasOptedOutOfEmail: true },
  ];
  const hints: string[] = [];
  const parameters = { ...emails(greeting), options: { output: 'summary' } };
  const [item] = await run('preview', items, parameters, { hints });
  const summary =
    '2 ready, 1 without an address, 1 opted out, 1 with the address of an earlier item, 1 would read "Hi ,".';
  expect(item?.json).toMatchObject({ input: 5, ready: 2, gaps: [{ reads: 'Hi ,', leads: 1 }], summary });
  expect(hints).toContain(summary);
});

test('what looks like a token and is none is named', async () => {
  const hints: string[] = [];
  await run('preview', [{ email: 'ada@alpha.example' }], emails({ subject: 'Hi [[First Name]]' }), { hints });
  expect(hints.join(' ')).toContain('[[First Name]]');
});

test('where Enroll would stop, it says so and shows all items', async () => {
  const hints: string[] = [];
  const options = { withoutAddress: 'stop' };
  const items = await run('preview', [{ email: 'ada@alpha.example' }, { row: 2 }], { options }, { hints });
  expect(items.map(({ json }) => json['status'])).toEqual(['ready', 'invalid']);
  expect(hints.join(' ')).toContain('Enroll would stop: 1 of 2 items cannot be enrolled');
});

test('leads that would leave a gap, or were enrolled before, are told as Enroll would', async () => {
  const workflow = { id: 'w1', staticData: {} };
  const options = {
    enrolledBefore: 'send_changed',
    copyCheck: { rule: { fields: 'firstName', whenMissing: 'skip' } },
  };
  const ada = { email: 'ada@alpha.example', 'First Name': 'Ada' };
  await run('enroll', [ada], { options }, { workflow });
  const items = [ada, { email: 'ben@beta.example' }, { email: 'eva@eta.example', 'First Name': 'Eva' }];
  const statuses = async (operation: 'preview' | 'enroll') =>
    (await run(operation, items, { options }, { workflow })).map(({ json }) => json['status']);
  expect(await statuses('preview')).toEqual(['unchanged', 'incomplete', 'ready']);
  expect(await statuses('preview')).toEqual(['unchanged', 'incomplete', 'ready']);
  expect(await statuses('enroll')).toEqual(['unchanged', 'incomplete', 'enrolled']);
});
