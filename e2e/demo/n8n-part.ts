import { once } from 'node:events';

import { type Sandbox } from '@leadterra/sandbox';
import { column, count } from '@leadterra/testing/leadterra';
import { type N8n } from '@leadterra/testing/n8n';
import { readTemplate, readWorkflow } from '@leadterra/testing/n8n-workflow';

import { addressesOf, type CrmRecord, expectedLeads, type Purpose } from './crm-records.ts';
import { type Equation, type Row } from './report.ts';

const day = 24 * 60 * 60 * 1000;

/** A run of a workflow, by the IDs that n8n's addresses are made of. */
export type Run = { workflowId: string; executionId: string };

/** CRM records go into one n8n workflow, and the bounces that they lead to come back into another. */
export async function runN8nPart(
  n8n: N8n,
  sandbox: Sandbox,
  records: CrmRecord[],
): Promise<{ rows: Row[]; equation: Equation; enrollment: Run }> {
  const guardId = await n8n.importWorkflow(await readTemplate('bounce-guard'));
  await n8n.activate(guardId);
  const enrolling = await readWorkflow('e2e/demo/contacts-to-campaign.json');
  const enrollingId = await n8n.importWorkflow(enrolling);
  await n8n.activate(enrollingId);
  const start = enrolling.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');

  const lastKnown = count(sandbox, 'SELECT max(id) FROM leads');
  const contacts = records.map(({ record }) => record);
  const answer = await n8n.callWebhook(String(start?.parameters['path']), { campaignName: 'Demo', contacts });
  if (answer.status !== 200) throw new Error(`n8n answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  await sandbox.settled();
  const bounces = count(sandbox, 'SELECT count(*) FROM messages WHERE bounce_type IS NOT NULL');
  // Where n8n is so busy that it answers too late, Leadterra delivers again after minutes.
  const pending = `SELECT count(*) FROM deliveries WHERE state = 'pending'`;
  while (count(sandbox, pending) > 0) await once(sandbox.events, 'attempt');
  await n8n.waitForExecutions(guardId, bounces);
  const sentBefore = count(sandbox, 'SELECT count(*) FROM messages');
  await sandbox.advance(10 * day);

  const [campaign = ''] = column(sandbox, `SELECT id FROM campaigns WHERE name = 'Demo'`);
  const [run] = await n8n.waitForExecutions(enrollingId);
  return {
    enrollment: { workflowId: enrollingId, executionId: run?.id ?? '' },
    rows: [
      ...enrollmentRows(sandbox, records, campaign, lastKnown),
      ...bounceRows(sandbox, records, campaign, sentBefore),
    ],
    equation: enrollmentEquation(sandbox, records, campaign, lastKnown),
  };
}

function enrolledAddresses(sandbox: Sandbox, campaign: string): Set<string> {
  const sql = 'SELECT email FROM enrollments JOIN leads ON lead_id = leads.id WHERE campaign_id = ?';
  return new Set(column(sandbox, sql, campaign));
}

function enrollmentRows(sandbox: Sandbox, records: CrmRecord[], campaign: string, lastKnown: number): Row[] {
  const step = 'n8n, workflow 1: CRM records to campaign';
  const enrolled = enrolledAddresses(sandbox, campaign);
  const enrolledOf = (purpose: Purpose) =>
    addressesOf(records, purpose).filter((email) => enrolled.has(email)).length;
  const of = (purpose: Purpose) => addressesOf(records, purpose).length;
  const steps = count(sandbox, 'SELECT count(*) FROM sequence_steps WHERE campaign_id = ?', campaign);
  const known = count(
    sandbox,
    'SELECT count(*) FROM enrollments WHERE campaign_id = ? AND lead_id <= ?',
    campaign,
    lastKnown,
  );
  return [
    { step, what: 'campaign with sequence steps', expected: 3, database: steps },
    { step, what: 'leads created', expected: of('new'), database: enrolled.size - known },
    { step, what: 'leads known before, now updated', expected: of('known before'), database: known },
    { step, what: 'enrolled though suppressed', expected: 0, database: enrolledOf('suppressed') },
    { step, what: 'enrolled though opted out in the CRM', expected: 0, database: enrolledOf('opted out') },
    { step, what: 'enrolled though refused by Leadterra', expected: 0, database: enrolledOf('refused') },
    {
      step,
      what: 'enrolled without a usable address',
      expected: 0,
      database: enrolledOf('no address') + enrolledOf('bad address'),
    },
    {
      step,
      what: 'leads with a wrong name, company or title',
      expected: 0,
      database: wrongLeads(sandbox, records),
    },
  ];
}

function bounceRows(sandbox: Sandbox, records: CrmRecord[], campaign: string, sentBefore: number): Row[] {
  const step = 'n8n, workflow 2: bounces come back';
  const sent = [...addressesOf(records, 'new'), ...addressesOf(records, 'known before')];
  const hard = sent.filter((email) => email.startsWith('hard-bounce')).length;
  const soft = sent.filter((email) => email.startsWith('soft-bounce')).length;
  const bounced = 'SELECT count(*) FROM messages WHERE campaign_id = ? AND bounce_type';
  const delivered = `SELECT count(*) FROM deliveries WHERE event = 'message.bounced' AND state = 'delivered'`;
  const suppressing = `SELECT count(*) FROM requests WHERE path = '/v1/suppression-list' AND status < 300`;
  const suppressed = `SELECT count(*) FROM suppressions WHERE email LIKE 'hard-bounce%'`;
  const [status = ''] = column(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaign);
  return [
    { step, what: 'first emails sent', expected: sent.length, database: sentBefore },
    {
      step,
      what: 'with the wrong first name in the subject',
      expected: 0,
      database: wrongGreetings(sandbox, records),
    },
    {
      step,
      what: 'hard bounces',
      expected: hard,
      database: count(sandbox, `${bounced} = 'hard'`, campaign),
    },
    {
      step,
      what: 'soft bounces',
      expected: soft,
      database: count(sandbox, `${bounced} = 'soft'`, campaign),
    },
    {
      step,
      what: 'signed bounce events delivered',
      expected: hard + soft,
      database: count(sandbox, delivered),
    },
    // One was for the suppressed contacts of the set-up.
    {
      step,
      what: 'suppressions asked for by the workflow',
      expected: hard,
      database: count(sandbox, suppressing) - 1,
    },
    {
      step,
      what: 'hard-bounced addresses on the suppression list',
      expected: hard,
      database: count(sandbox, suppressed),
    },
    { step, what: 'campaign, as too many bounced', expected: 'paused', database: status },
    {
      step,
      what: 'emails sent in the ten days after',
      expected: 0,
      database: count(sandbox, 'SELECT count(*) FROM messages') - sentBefore,
    },
  ];
}

/** Each record is in exactly one part. */
function enrollmentEquation(
  sandbox: Sandbox,
  records: CrmRecord[],
  campaign: string,
  lastKnown: number,
): Equation {
  const enrolled = enrolledAddresses(sandbox, campaign);
  const suppressed = new Set(column(sandbox, `SELECT email FROM suppressions WHERE reason = 'api'`));
  const known = count(
    sandbox,
    'SELECT count(*) FROM enrollments WHERE campaign_id = ? AND lead_id <= ?',
    campaign,
    lastKnown,
  );
  const absent = (purpose: Purpose) => addressesOf(records, purpose).filter((email) => !enrolled.has(email));
  return {
    sent: records.length,
    parts: {
      created: enrolled.size - known,
      updated: known,
      'left out': absent('suppressed').filter((email) => suppressed.has(email)).length,
      rejected: absent('refused').length,
      invalid: absent('no address').length + absent('bad address').length,
      duplicates: addressesOf(records, 'duplicate').filter((email) => enrolled.has(email)).length,
      'opted out': absent('opted out').length,
    },
  };
}

function wrongLeads(sandbox: Sandbox, records: CrmRecord[]): number {
  const same = `SELECT count(*) FROM leads
    WHERE email = ? AND first_name = ? AND last_name = ? AND company IS ? AND job_title IS ?`;
  return [...expectedLeads(records)].filter(
    ([email, { firstName, lastName, company = null, jobTitle = null }]) =>
      count(sandbox, same, email, firstName, lastName, company, jobTitle) !== 1,
  ).length;
}

function wrongGreetings(sandbox: Sandbox, records: CrmRecord[]): number {
  const greeting = `SELECT count(*) FROM messages JOIN leads ON lead_id = leads.id
    WHERE email = ? AND subject LIKE ? || ', a question about%'`;
  return [...expectedLeads(records)].filter(
    ([email, { firstName }]) => count(sandbox, greeting, email, firstName) !== 1,
  ).length;
}
