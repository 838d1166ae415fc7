import { type Sandbox } from '@leadterra/sandbox';
import { createCampaign, rows } from '@leadterra/testing/leadterra';
import { DataTable } from '@leadterra/testing/n8n-data-table';
import { campaignById, readTemplate } from '@leadterra/testing/n8n-workflow';
import { startStandIn } from '@leadterra/testing/stand-in';
import { valueAt } from '@leadterra/testing/value-at';

import { useN8n } from '../support.ts';
import { bulks, enrolled, jsonOf, parameterOf, refusals, runner, service, settings, start } from './parts.ts';

const { n8n, startLeadterra } = useN8n();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startLeadterra();
});

describe('spreadsheet-rows-to-campaign', () => {
  async function setUp() {
    const campaignId = await createCampaign(sandbox, 'Sheet');
    const row = (number: number, cells: object) => ({ row_number: number, ...cells, 'Leadterra status': '' });
    const sheet: Record<string, unknown>[] = [
      row(2, { Vorname: 'Ada', 'E-Mail': 'ada@sheet.example', Industry: 'Steel' }),
      row(3, { Vorname: 'Ben', 'E-Mail': 'ben@sheet.example', Industry: 'Glass' }),
      row(4, { Vorname: 'Nobody', 'E-Mail': '', Industry: '' }),
    ];
    const google = { isDown: false };
    const standIn = await startStandIn((response, { method, body }) => {
      if (method === 'POST' && google.isDown) {
        response.writeHead(500).end();
        return;
      }
      if (method === 'POST') {
        const given: unknown = JSON.parse(body);
        const marked = sheet.find((row) => row['row_number'] === valueAt(given, 'row_number'));
        Object.assign(marked ?? {}, given);
      }
      response.end(JSON.stringify(sheet));
    });
    const values = parameterOf(
      await readTemplate('spreadsheet-rows-to-campaign'),
      'Mark Rows',
      'columns',
      'value',
    );
    const starting = start('Every Hour');
    const others = [
      starting,
      service('Read Rows', standIn.url),
      service('Mark Rows', standIn.url, jsonOf(values)),
    ];
    const chosen = { 'Enroll New Rows': { campaign: campaignById(campaignId) } };
    const template = await readTemplate('spreadsheet-rows-to-campaign', chosen, others);
    const marks = () => sheet.map((row) => String(row['Leadterra status']).split(':')[0]);
    return { sheet, google, marks, run: await runner(n8n(), template, starting) };
  }

  test('enrolls each row once, marks what became of it, and takes up new rows', async () => {
    const { sheet, marks, run } = await setUp();
    expect((await run()).status).toBe('success');
    expect(marks()).toEqual(['enrolled', 'enrolled', 'invalid']);
    expect(rows(sandbox, 'SELECT first_name, custom_fields FROM leads ORDER BY email')).toMatchObject([
      { first_name: 'Ada', custom_fields: '{"Industry":"Steel"}' },
      { first_name: 'Ben', custom_fields: '{"Industry":"Glass"}' },
    ]);
    expect((await run()).status).toBe('success');
    expect(bulks(sandbox)).toBe(1);
    sheet.push({ row_number: 5, 'E-Mail': 'cleo@sheet.example', 'Leadterra status': '' });
    await run();
    expect(enrolled(sandbox)).toHaveLength(3);
    expect(bulks(sandbox)).toBe(2);
  });

  test.each(refusals)('marks nothing and fails at %s, and loses nobody', async (fault) => {
    const { marks, run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect(marks().slice(0, 2)).toEqual(['', '']);
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect(marks()).toEqual(['enrolled', 'enrolled', 'invalid']);
    expect(enrolled(sandbox)).toHaveLength(2);
  });

  test('sends nobody twice where Google fails to take the marks', async () => {
    const { google, marks, run } = await setUp();
    google.isDown = true;
    expect((await run()).status).toBe('error');
    google.isDown = false;
    expect((await run()).status).toBe('success');
    expect(marks()).toEqual(['unchanged', 'unchanged', 'invalid']);
    expect(bulks(sandbox)).toBe(1);
  });
});

describe('salesforce-leads-to-campaign', () => {
  const open = 'Open - Not Contacted';
  async function setUp() {
    const campaignId = await createCampaign(sandbox, 'Salesforce');
    const lead = (id: string, fields: object) => ({
      attributes: { type: 'Lead' },
      ...{ Id: `00Q00000000000${id}AAA`, LastName: 'Abel', Company: 'Alpha', Status: open },
      ...fields,
    });
    const leads = [
      lead('1', { Email: 'ada@sales.example', FirstName: 'Ada' }),
      lead('2', { Email: 'ben@sales.example', HasOptedOutOfEmail: true }),
      lead('3', { Email: null }),
    ];
    const salesforce = { isDown: false };
    const standIn = await startStandIn((response, { method, body }) => {
      if (method === 'POST' && salesforce.isDown) {
        response.writeHead(500).end();
        return;
      }
      if (method === 'POST') {
        const given: unknown = JSON.parse(body);
        const found = leads.find(({ Id }) => Id === valueAt(given, 'id'));
        Object.assign(found ?? {}, { Status: valueAt(given, 'status') });
      }
      response.end(JSON.stringify(leads.filter(({ Status }) => Status === open)));
    });
    const template = await readTemplate('salesforce-leads-to-campaign');
    const id = parameterOf(template, 'Set Status', 'leadId');
    const status = parameterOf(template, 'Set Status', 'updateFields', 'status');
    const starting = start('Every Morning');
    const others = [
      starting,
      service('Get Open Leads', standIn.url),
      service('Set Status', standIn.url, jsonOf({ id, status })),
    ];
    const chosen = { 'Enroll Leads': { campaign: campaignById(campaignId) } };
    const ready = await readTemplate('salesforce-leads-to-campaign', chosen, others);
    const states = () => leads.map(({ Status }) => Status);
    return { states, salesforce, run: await runner(n8n(), ready, starting) };
  }
  const done = ['Working - Contacted', open, open];

  test('enrolls open leads once, and leaves to people whom it cannot enroll', async () => {
    const { states, run } = await setUp();
    expect((await run()).status).toBe('success');
    expect(states()).toEqual(done);
    expect(rows(sandbox, 'SELECT email, first_name, company FROM leads')).toEqual([
      { email: 'ada@sales.example', first_name: 'Ada', company: 'Alpha' },
    ]);
    expect((await run()).status).toBe('success');
    expect(bulks(sandbox)).toBe(1);
  });

  test.each(refusals)('changes nothing and fails at %s, and loses nobody', async (fault) => {
    const { states, run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect(states()).toEqual([open, open, open]);
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect(states()).toEqual(done);
    expect(enrolled(sandbox)).toEqual(['ada@sales.example']);
  });

  test('sends nobody twice where Salesforce fails to take the status', async () => {
    const { states, salesforce, run } = await setUp();
    salesforce.isDown = true;
    expect((await run()).status).toBe('error');
    salesforce.isDown = false;
    expect((await run()).status).toBe('success');
    expect(states()).toEqual(done);
    expect(bulks(sandbox)).toBe(1);
  });
});

describe('pipedrive-persons-to-campaign', () => {
  async function setUp() {
    const campaignId = await createCampaign(sandbox, 'Pipedrive');
    const person = (id: number, email: string | null, fields: object = {}) => ({
      ...{ id, name: 'Ada Abel', first_name: 'Ada', last_name: 'Abel' },
      email: email === null ? [] : [{ label: 'work', value: email, primary: true }],
      ...{ org_id: { name: 'Alpha', value: 7 }, owner_id: { id: 1 }, ...fields },
    });
    const persons = [
      person(1, 'ada@pipe.example'),
      person(2, 'ben@pipe.example', { marketing_status: 'unsubscribed' }),
      person(3, null),
    ];
    const pipedrive = await startStandIn((response) => response.end(JSON.stringify(persons)));
    const table = await DataTable.create(n8n().api, campaignId, ['personId', 'campaignId', 'status']);
    const dataTableId = { __rl: true, mode: 'id', value: table.id };
    const starting = start('Every Morning');
    const values = {
      Settings: settings('campaign', campaignId),
      'Not Enrolled Yet': { dataTableId },
      Remember: { dataTableId },
    };
    const others = [starting, service('Get Persons', pipedrive.url)];
    const template = await readTemplate('pipedrive-persons-to-campaign', values, others);
    const remembered = async () =>
      (await table.rows()).map((row) => [
        row['personId'],
        row['campaignId'],
        String(row['status']).split(':')[0],
      ]);
    return { campaignId, persons, person, remembered, run: await runner(n8n(), template, starting) };
  }
  const settled = (campaignId: string) => [
    ['1', campaignId, 'enrolled'],
    ['2', campaignId, 'opted_out'],
    ['3', campaignId, 'invalid'],
  ];

  test('enrolls each person once, and takes up new ones', async () => {
    const { campaignId, persons, person, remembered, run } = await setUp();
    expect((await run()).status).toBe('success');
    expect(await remembered()).toEqual(settled(campaignId));
    expect(rows(sandbox, 'SELECT email, first_name, company FROM leads')).toEqual([
      { email: 'ada@pipe.example', first_name: 'Ada', company: 'Alpha' },
    ]);
    persons.push(person(4, 'cleo@pipe.example'));
    expect((await run()).status).toBe('success');
    expect(enrolled(sandbox)).toEqual(['ada@pipe.example', 'cleo@pipe.example']);
    expect(await remembered()).toEqual([...settled(campaignId), ['4', campaignId, 'enrolled']]);
    expect((await run()).status).toBe('success');
    expect(bulks(sandbox)).toBe(2);
  });

  test.each(refusals)('remembers nobody whom it could not try at %s', async (fault) => {
    const { campaignId, remembered, run } = await setUp();
    sandbox.setFaults({ always: [fault] });
    expect((await run()).status).toBe('error');
    expect((await remembered()).map(([id]) => id)).not.toContain('1');
    sandbox.setFaults({});
    expect((await run()).status).toBe('success');
    expect((await remembered()).sort()).toEqual(settled(campaignId));
    expect(enrolled(sandbox)).toEqual(['ada@pipe.example']);
  });
});
