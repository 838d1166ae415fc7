import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { campaignById, chain, leadterraNode, node } from '@leadterra/testing/n8n-workflow';

/** A workflow that enrolls the contacts that are posted to it, as many in one request as there are in a batch; `webhook` holds more parameters of its Webhook node. */
export function enrollingWorkflow(
  path: string,
  campaignId: string,
  batchSize: number,
  webhook: object = {},
): object {
  return chain(path, [
    node(
      'Contacts',
      'n8n-nodes-base.webhook',
      2.1,
      { httpMethod: 'POST', path, options: {}, ...webhook },
      { webhookId: path },
    ),
    node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.contacts', options: {} }),
    leadterraNode('Enroll', {
      resource: 'lead',
      operation: 'enroll',
      campaign: campaignById(campaignId),
      leadSource: 'hubspot',
      options: { batchSize, output: 'summary' },
    }),
  ]);
}

/** Contacts as HubSpot has them. */
export function contacts(from: number, count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    properties: {
      email: `lead${from + index}@acme.example`,
      firstname: `Ava${from + index}`,
      company: 'Acme',
    },
  }));
}

/** What enrolling these contacts is to leave in the database. */
export function expectedEnrollments(from: number, count: number, campaignId: string): object[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `lead${from + index}@acme.example`,
    first_name: `Ava${from + index}`,
    company: 'Acme',
    campaign_id: campaignId,
    state: 'queued',
    next_step: 0,
  }));
}

/** What the database holds, in the order in which the addresses are numbered. */
export function enrollments(sandbox: Sandbox, campaignId: string): object[] {
  const columns = 'email, first_name, company, campaign_id, state, next_step';
  const sql = `SELECT ${columns} FROM enrollments JOIN leads ON lead_id = leads.id WHERE campaign_id = ?
    ORDER BY length(email), email`;
  return rows(sandbox, sql, campaignId);
}
