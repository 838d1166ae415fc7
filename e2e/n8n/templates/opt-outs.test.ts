// A thousand opt-outs on their ways to Leadterra, while a fifth of what it is asked goes wrong and n8n is away for a day:
// replies and bounces by the webhook and the nightly run of the template, what three CRMs say by enrolling their contacts.
import { callLeadterra, column, count } from '@leadterra/testing/leadterra';
import { campaignById, chain, leadterraNode, node, readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from '../support.ts';
import { pull, service, start } from './parts.ts';

const { n8n, startLeadterra } = useN8n();

const day = 24 * 60 * 60 * 1000;

/** Each leaves Leadterra as it was for the next request. */
const faults = {
  rate: 0.2,
  seed: 7,
  kinds: [
    ...['status-429', 'status-500', 'status-502', 'status-503', 'status-504', 'latency:5', 'html-page'],
    ...['connection-closed', 'reset-before-reading', 'reset-after-acting', 'truncated-json'],
  ],
};

const sequenceSteps = [
  { subject: 'Hello', bodyHtml: '<p>Hello</p>' },
  { subject: 'Again', bodyHtml: '<p>Again</p>', delayDays: 30 },
];

const people = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${kind}-${index}@acme.example`);

// By the first part of their addresses, this is what they do.
const unsubscribing = people('replies-unsubscribe', 250);
const bouncing = people('hard-bounce', 150);
const others = ['replies-not-interested', 'replies-out-of-office', 'replies', 'soft-bounce', 'lead'].flatMap(
  (kind) => people(kind, 20),
);

/** What a CRM has of somebody who opted out there, or did not. */
const crms: ((email: string, optedOut: boolean) => object)[] = [
  (email, optedOut) => ({ id: email, properties: { email, hs_email_optout: String(optedOut) } }),
  (email, optedOut) => ({
    attributes: { type: 'Contact', url: '/services/data/v62.0/sobjects/Contact/0035g00000AbCdE' },
    Id: '0035g00000AbCdE',
    Email: email,
    HasOptedOutOfEmail: optedOut,
  }),
  (email, optedOut) => ({
    id: 88,
    name: 'Felix Okafor',
    email: [{ value: email, primary: true, label: 'work' }],
    marketing_status: optedOut ? 'unsubscribed' : 'subscribed',
  }),
];
const flagged = people('flagged', 600);
const unflagged = people('unflagged', 50);
const records = [
  ...flagged.map((email) => ({ email, optedOut: true })),
  ...unflagged.map((email) => ({ email, optedOut: false })),
].map(({ email, optedOut }, index) => crms[index % crms.length]?.(email, optedOut));

test('1,000 opt-outs are suppressed and never mailed again, and nobody else is', async () => {
  const sandbox = await startLeadterra({ seed: 1 });
  const create = async (name: string) =>
    String(valueAt(await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name, sequenceSteps }), 'id'));
  const enroll = async (name: string, emails: string[]) => {
    const id = await create(name);
    const leads = emails.map((email) => ({ email }));
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/leads/bulk`, { leads });
    return id;
  };
  const begin = async (id: string) => await callLeadterra(sandbox, 'POST', `/v1/campaigns/${id}/start`);

  const hubspot = await startStandIn((response) => response.end('[]'));
  const night = start('Every Night');
  const crmNodes = ['Find Contact', 'Mark Contact'].map((name) => service(name, hubspot.url, '={{ $json }}'));
  const loop = await n8n().importWorkflow(await readTemplate('opt-out-loop', {}, [night, ...crmNodes]));
  await n8n().activate(loop);

  // A fifth of them while n8n is there, the others while it is not, for longer than Leadterra repeats its deliveries.
  const answering = [...unsubscribing, ...bouncing, ...others];
  const first = await enroll(
    'First',
    answering.filter((_, index) => index % 5 === 0),
  );
  const second = await enroll(
    'Second',
    answering.filter((_, index) => index % 5 !== 0),
  );
  const contacts = await create('Contacts');
  // What a CRM says may come when its contacts are under way already.
  await begin(await enroll('Before', [...flagged, ...unflagged]));
  await begin(first);
  sandbox.setFaults(faults);
  await sandbox.settled();
  await n8n().idle();
  await n8n().restart('stop', async () => {
    sandbox.setFaults({});
    await begin(second);
    await sandbox.advance(day);
    sandbox.setFaults({ ...faults, seed: 8 });
  });

  const crm = start('Contacts');
  const enrolling = chain('Contacts', [
    crm,
    node('Records', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.records', options: {} }),
    leadterraNode(
      'Enroll',
      { resource: 'lead', operation: 'enroll', campaign: campaignById(contacts), leadSource: 'auto' },
      { onError: 'continueRegularOutput' },
    ),
    node('Opted Out?', 'n8n-nodes-base.filter', 2.2, {
      conditions: {
        options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'strict' },
        combinator: 'and',
        conditions: [
          {
            id: '1',
            leftValue: '={{ $json.status }}',
            rightValue: 'opted_out',
            operator: { type: 'string', operation: 'equals' },
          },
        ],
      },
      options: {},
    }),
    leadterraNode('Suppress', {
      resource: 'suppressionList',
      operation: 'add',
      emails: '={{ $json.email }}',
    }),
  ]);
  const crmWorkflow = await n8n().importWorkflow(enrolling);
  await n8n().activate(crmWorkflow);
  expect((await pull(n8n(), crmWorkflow, crm, { records })).status).toBe('success');
  // The loop has too many runs by now to look for this one among them.
  await n8n().callWebhook(String(valueAt(night, 'parameters', 'path')), {});
  await n8n().idle();
  sandbox.setFaults({});

  const optedOut = [...unsubscribing, ...bouncing, ...flagged];
  expect(optedOut).toHaveLength(1000);
  expect(column(sandbox, 'SELECT email FROM suppressions ORDER BY email')).toEqual(optedOut.toSorted());

  // Even if another program enrolls them all once more.
  const mailed = (emails: string[]) =>
    count(
      sandbox,
      'SELECT count(*) FROM messages JOIN leads ON lead_id = leads.id WHERE email IN (SELECT value FROM json_each(?))',
      JSON.stringify(emails),
    );
  const before = mailed(optedOut);
  expect(before).toBe(1000);
  await begin(await enroll('Later', [...optedOut, ...others, ...unflagged]));
  await begin(contacts);
  await sandbox.advance(60 * day);
  expect(mailed(optedOut)).toBe(before);
  // Two emails in each of their three campaigns.
  expect(mailed(unflagged)).toBe(6 * unflagged.length);

  const requests = count(sandbox, "SELECT count(*) FROM requests WHERE path = '/v1/suppression-list'");
  const faulty = count(
    sandbox,
    "SELECT count(*) FROM requests WHERE path = '/v1/suppression-list' AND fault IS NOT NULL",
  );
  expect(faulty / requests).toBeGreaterThan(0.15);
}, 400_000);
