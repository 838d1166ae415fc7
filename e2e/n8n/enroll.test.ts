import { callLeadterra, createCampaign, rows } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { campaignById, leadterraNode, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { valueAt } from '@leadterra/testing/value-at';

import { addressesOf, crmRecords, expectedLeads } from '../demo/crm-records.ts';
import { useN8n } from './support.ts';

const { n8n, startLeadterra, run } = useN8n();

function enroll(campaignId: string, options: object = {}, more: object = {}): WorkflowNode {
  const campaign = campaignById(campaignId);
  return leadterraNode(
    'Enroll',
    { resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto', options },
    more,
  );
}

/** What the first dialect left, to compare the others with. */
const databases: unknown[] = [];

describe.each(['reference', 'concept', 'guide'] as const)('in the dialect of the %s pages', (dialect) => {
  test('a thousand mixed CRM records end in the same database, each with one paired result', async () => {
    const records = crmRecords();
    const sandbox = await startLeadterra({ dialect });
    const campaignId = await createCampaign(sandbox);
    const suppressed = addressesOf(records, 'suppressed');
    await callLeadterra(sandbox, 'POST', '/v1/suppression-list', { emails: suppressed });

    const execution = await run(
      records.map(({ record }) => record),
      enroll(campaignId, {}, { onError: 'continueErrorOutput' }),
    );

    const [results = [], errors = []] = outputsOf(execution, 'Enroll');
    expect(results.length + errors.length).toBe(records.length);
    const failing = ['refused', 'no address', 'bad address'];
    expect(errors).toHaveLength(records.filter(({ purpose }) => failing.includes(purpose)).length);
    // Whoever was in Leadterra before may have had other fields there.
    const expected = expectedLeads(records.filter(({ purpose }) => purpose !== 'known before'));
    const leads = rows(
      sandbox,
      `SELECT email, first_name, last_name, company, job_title FROM leads
       WHERE email NOT IN (SELECT email FROM suppressions) ORDER BY email`,
    );
    expect(Object.fromEntries(leads.map(({ email, ...fields }) => [email, fields]))).toMatchObject(
      Object.fromEntries(
        Array.from(expected, ([email, { firstName, lastName, company = null, jobTitle }]) => [
          email,
          { first_name: firstName, last_name: lastName, company, job_title: jobTitle },
        ]),
      ),
    );
    databases.push(leads);
    expect(leads).toEqual(databases[0]);
  });
});

test('n8n knows the keys of a result before the first run', async () => {
  const campaignId = await createCampaign(await startLeadterra());
  const execution = await run([{ email: 'ada@alpha.example' }], enroll(campaignId));
  const [[result] = []] = outputsOf(execution, 'Enroll');
  const answer = await fetch(`${n8n().url}/schemas/n8n-nodes-leadterra.leadterra/1.0.0/lead/enroll.json`);
  const any: unknown = expect.anything();
  const known = Object.fromEntries(Object.keys(result ?? {}).map((key) => [key, any]));
  expect(valueAt(await answer.json(), 'properties')).toEqual(known);
});

test('an item that fails goes to the error output with the fields of its input', async () => {
  const campaignId = await createCampaign(await startLeadterra());
  const items = [
    { email: 'ada@alpha.example', city: 'Ulm' },
    { Name: 'Nobody', city: 'Bonn' },
  ];
  const execution = await run(items, enroll(campaignId, {}, { onError: 'continueErrorOutput' }));
  const problem: unknown = expect.stringContaining('no email address');
  expect(outputsOf(execution, 'Enroll')).toEqual([
    [
      {
        email: 'ada@alpha.example',
        status: 'enrolled',
        verdict: 'created',
        reason: null,
        warnings: [],
        firstName: null,
        lastName: null,
        company: null,
        jobTitle: null,
        customFields: {},
        recordId: null,
        rowNumber: null,
        duplicateOfItem: null,
        campaignId,
        source: 'spreadsheet',
      },
    ],
    [{ Name: 'Nobody', city: 'Bonn', error: problem }],
  ]);
});

test('an item without an address is left out; nothing is sent for it where the node is told to stop', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const items = [{ email: 'ada@alpha.example' }, { Name: 'Nobody' }];
  const lenient = await run(items, enroll(campaignId));
  expect(outputsOf(lenient, 'Enroll')).toMatchObject([[{ status: 'enrolled' }, { status: 'invalid' }]]);
  sandbox.database.exec('DELETE FROM enrollments; DELETE FROM leads');

  const execution = await run(items, enroll(campaignId, { withoutAddress: 'stop' }));
  expect(execution.status).toBe('error');
  expect(execution.data.resultData.error?.message).toContain(
    '1 of 2 items cannot be enrolled, so nothing was sent.',
  );
  expect(rows(sandbox, 'SELECT * FROM leads')).toEqual([]);
});

test('fields can be mapped by hand, and custom fields added', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const campaign = {
    __rl: true,
    mode: 'url',
    value: `https://app.leadterra.co/campaigns/${campaignId}/leads`,
  };
  const byHand = leadterraNode('Enroll', {
    resource: 'lead',
    operation: 'enroll',
    campaign,
    leadSource: 'manual',
    leadFields: {
      mappingMode: 'defineBelow',
      value: { email: '={{ $json.mail }}', firstName: '={{ $json.who }}' },
      matchingColumns: [],
      schema: await leadFieldsOnScreen(),
      attemptToConvertTypes: false,
      convertFieldsToString: false,
    },
    customFieldValues: { field: [{ name: 'industry', value: '={{ $json.sector }}' }] },
  });
  const continued = { ...byHand, onError: 'continueRegularOutput' };
  const execution = await run(
    [{ mail: 'ADA@alpha.example ', who: 'Ada', sector: 'Steel' }, { who: 'Nobody' }],
    continued,
  );
  expect(rows(sandbox, 'SELECT email, first_name, custom_fields FROM leads')).toMatchObject([
    { email: 'ada@alpha.example', first_name: 'Ada', custom_fields: '{"industry":"Steel"}' },
  ]);
  expect(outputsOf(execution, 'Enroll')).toMatchObject([[{ status: 'enrolled' }, { status: 'invalid' }]]);
});

/** What n8n's mapper asks the node for when it is opened. */
async function leadFieldsOnScreen(): Promise<unknown> {
  const answer = await n8n().api.editor('POST', '/dynamic-node-parameters/resource-mapper-fields', {
    path: 'parameters.leadFields',
    methodName: 'getLeadFields',
    nodeTypeAndVersion: { name: 'n8n-nodes-leadterra.leadterra', version: 1 },
    currentNodeParameters: {},
  });
  const fields = valueAt(answer, 'data', 'fields');
  expect(fields).toHaveLength(5);
  return fields;
}

test('what is filled in goes before what is found', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const fieldsToOverride = { email: '={{ $json.privately }}', company: 'Beta' };
  const { parameters, ...node } = enroll(campaignId);
  const items = [
    { Email: 'ada@alpha.example', 'First Name': 'Ada', Company: 'Alpha' },
    { 'First Name': 'Ben', privately: 'ben@home.example' },
  ];
  await run(items, { ...node, parameters: { ...Object(parameters), fieldsToOverride } });
  expect(rows(sandbox, 'SELECT email, first_name, company FROM leads ORDER BY email')).toMatchObject([
    { email: 'ada@alpha.example', first_name: 'Ada', company: 'Beta' },
    { email: 'ben@home.example', first_name: 'Ben', company: 'Beta' },
  ]);
});

test('one summary item counts what became of all items', async () => {
  const campaignId = await createCampaign(await startLeadterra());
  const items = [
    { email: 'ada@alpha.example' },
    { email: 'Ada@Alpha.example' },
    { email: 'ben@beta.example' },
  ];
  const execution = await run(items, enroll(campaignId, { output: 'summary' }));
  expect(outputsOf(execution, 'Enroll')).toEqual([
    [expect.objectContaining({ campaignId, input: 3, enrolled: 2, created: 2, duplicate: 1, requests: 1 })],
  ]);
});

test('items of several campaigns are enrolled each in its own', async () => {
  const sandbox = await startLeadterra();
  const campaignId = await createCampaign(sandbox);
  const other = await createCampaign(sandbox, 'Other');
  const items = [campaignId, other, campaignId].map((to, index) => ({
    email: `lead${index}@alpha.example`,
    to,
  }));
  const execution = await run(items, enroll('={{ $json.to }}'));
  expect(outputsOf(execution, 'Enroll')[0]?.map((result) => result['campaignId'])).toEqual([
    campaignId,
    other,
    campaignId,
  ]);
  expect(
    rows(sandbox, 'SELECT count(*) AS n FROM enrollments GROUP BY campaign_id ORDER BY n'),
  ).toMatchObject([{ n: 1 }, { n: 2 }]);
});
