// What the recipes say to map where, done: `packages/zapier-leadterra/docs/recipes.md`.
import { readFileSync } from 'node:fs';

import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { records } from '@leadterra/testing/records';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';
import { type ZapierApp } from '@leadterra/testing/zapier';
import { type Filled } from '@leadterra/testing/zapier-editor';

import { closeConnected, connected, newCampaign } from './support.ts';

const recipes = new Map(
  readFileSync('packages/zapier-leadterra/docs/recipes.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text] as const),
);

/** The rows of a recipe's table, without its head. */
function tableOf(recipe: string): [left: string, right: string][] {
  const lines =
    recipes
      .get(recipe)
      ?.match(/^\|.*\|$/gm)
      ?.slice(2) ?? [];
  return lines.map((line) => {
    const [left = '', right = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return [left, right];
  });
}

/** What the table says to fill in, by the keys of the fields with these labels. */
async function filledBy(recipe: string, action: string): Promise<Filled> {
  const fields = await zapier.inputFields(action, {});
  const children = fields.flatMap(({ children }): unknown[] => (Array.isArray(children) ? children : []));
  const keys = new Map(
    [...fields, ...children].map((field) => [valueAt(field, 'label'), valueAt(field, 'key')]),
  );
  const mapped = tableOf(recipe).map(([label, name]) => {
    const path = /^`(.*)`$/.exec(name)?.[1];
    if (!keys.has(label) || path === undefined) throw new Error(`"${label}: ${name}" is no row to map.`);
    return [String(keys.get(label)), `{{app.${path}}}`] as const;
  });
  return Object.fromEntries(mapped);
}

/** The record that an app gave, as it was recorded, and the lead that it is to make. */
function recorded(name: string) {
  const found = records.find((one) => one.name === name);
  if (!found) throw new Error(`There is no record "${name}".`);
  return found;
}

let sandbox: Sandbox;
let zapier: ZapierApp;
let campaign: string;

beforeAll(async () => {
  ({ sandbox, zapier } = await connected());
  campaign = await newCampaign(zapier, 'Recipes');
});
afterAll(closeConnected);

const stored = (email: string) =>
  rows(
    sandbox,
    'SELECT first_name, last_name, company, job_title, custom_fields FROM leads WHERE email = ?',
    email,
  )[0];

test('each recipe has its test', () => {
  expect([...recipes.keys()]).toEqual([
    'HubSpot contact → campaign',
    'Salesforce lead → campaign',
    'Pipedrive person → campaign',
    'Google Sheets rows → campaign',
    'Typeform entry → campaign',
    'Reply → CRM',
  ]);
});

test.each([
  ['HubSpot contact → campaign', 'HubSpot contact, API v3'],
  ['Salesforce lead → campaign', 'Salesforce lead'],
  ['Pipedrive person → campaign', 'Pipedrive person, API v1'],
])('%s', async (recipe, name) => {
  const { record, lead } = recorded(name);
  const filled = { campaign, ...(await filledBy(recipe, 'enroll_lead')) };
  await expect(zapier.createInZap('enroll_lead', filled, { app: record })).resolves.toMatchObject({
    ...lead,
    status: 'created',
  });
  expect(stored(lead.email)).toMatchObject({
    first_name: lead.firstName,
    last_name: lead.lastName,
    company: lead.company,
    job_title: lead.jobTitle,
  });
});

test('Google Sheets rows → campaign', async () => {
  const people = [
    { Email: 'ida@example.com', Name: 'Ida Roe', Company: 'Farms, Inc.', Unsubscribed: '', Industry: 'Food' },
    { Email: 'joe@example.com', Name: 'Joe Kim', Company: 'Two', Unsubscribed: 'yes', Industry: '' },
  ];
  const mapped = await filledBy('Google Sheets rows → campaign', 'enroll_leads');
  const filled = { campaign, ...mapped, customFieldNames: ['industry'] };
  await expect(zapier.createInZap('enroll_leads', filled, { app: { rows: people } })).resolves.toMatchObject({
    enrolled: 1,
    optedOut: 1,
    notEnrolled: [{ email: 'joe@example.com', status: 'opted_out' }],
  });
  expect(stored('ida@example.com')).toMatchObject({
    first_name: 'Ida',
    last_name: 'Roe',
    company: 'Farms, Inc.',
    custom_fields: '{"industry":"Food"}',
  });
});

test('Typeform entry → campaign', async () => {
  const app = {
    'What is your work email?': 'kim@example.com',
    'What is your name?': 'Kim Okoro',
    'Where do you work?': 'Example Farms',
    'May we not email you at all?': 'false',
  };
  const filled = { campaign, ...(await filledBy('Typeform entry → campaign', 'enroll_lead')) };
  await zapier.createInZap('enroll_lead', filled, { app });
  expect(stored('kim@example.com')).toMatchObject({
    first_name: 'Kim',
    last_name: 'Okoro',
    company: 'Example Farms',
  });
});

test('Reply → CRM', async () => {
  const receiver = await startStandIn();
  const subscription = await zapier.subscribe('reply_received', receiver.url);
  const other = await newCampaign(zapier, 'Replies');
  await zapier.createInZap('enroll_lead', { campaign: other, email: 'replies@example.com' });
  await zapier.create('start_campaign', { campaign: other });
  await sandbox.settled();
  const { body, headers } = await receiver.first;
  const [reply] = await zapier.hook('reply_received', body, headers, subscription, {
    classification: 'interested',
  });
  const keys = tableOf('Reply → CRM').map(([left]) => left.replaceAll('`', ''));
  expect(keys).toHaveLength(6);
  for (const key of keys) expect(reply).toHaveProperty(key, expect.any(String));
});
