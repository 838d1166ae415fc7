import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { leadterraNode } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { startLeadterra, run } = useN8n();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startLeadterra();
});

/** What n8n or a text replacement could take for its own. */
const odd = `{{firstName}} {{ $json.no }} <b class="x">'Ä' &amp; &lt;</b> \\n \\\\ $& $1 \${x} %7B%7B #{y} \`q\`\n\ttwo “lines” 🚀 e\u0301`;

function createCampaign(name: string, step: { subject: string; bodyHtml: string }) {
  const sequenceSteps = { step: [{ ...step, delayDays: 0 }] };
  const parameters = { resource: 'campaign', operation: 'create', name, sequenceSteps };
  return leadterraNode('Create Campaign', parameters);
}

function storedCopy(id: unknown) {
  const sql = `SELECT name, subject, body_html FROM campaigns
    JOIN sequence_steps ON campaign_id = campaigns.id WHERE campaigns.id = ?`;
  return rows(sandbox, sql, String(id));
}

test('what is typed reaches Leadterra as it was typed', async () => {
  const execution = await run(
    [{}],
    createCampaign(`Name ${odd}`, { subject: `Subject ${odd}`, bodyHtml: odd }),
  );
  const [[campaign] = []] = outputsOf(execution, 'Create Campaign');
  const copy = { name: `Name ${odd}`, subject: `Subject ${odd}`, body_html: odd };
  expect(storedCopy(campaign?.['id'])).toEqual([copy]);
});

test('in an expression brackets stand for tokens, and the data of an item stays as it is', async () => {
  const step = { subject: '=[[firstName]], {{ $json.odd }}', bodyHtml: '={{ $json.odd }}' };
  const execution = await run([{ odd }], createCampaign('={{ $json.odd }}', step));
  const [[campaign] = []] = outputsOf(execution, 'Create Campaign');
  const copy = { name: odd, subject: `{{firstName}}, ${odd}`, body_html: odd };
  expect(storedCopy(campaign?.['id'])).toEqual([copy]);
});

test('custom fields keep what was typed', async () => {
  const [campaign] = rows(sandbox, 'SELECT id FROM campaigns');
  const enroll = leadterraNode('Enroll', {
    resource: 'lead',
    operation: 'enroll',
    campaign: { __rl: true, mode: 'id', value: String(campaign?.['id']) },
    leadSource: 'auto',
    customFieldValues: {
      field: [
        { name: 'typed', value: odd },
        { name: 'found', value: '={{ $json.odd }}' },
      ],
    },
  });
  await run([{ email: 'odd@alpha.example', odd }], enroll);
  const [lead] = rows(sandbox, "SELECT custom_fields FROM leads WHERE email = 'odd@alpha.example'");
  expect(JSON.parse(String(lead?.['custom_fields']))).toEqual({ typed: odd, found: odd });
});

test('leads are checked against the tokens of the campaign created before, and warnings are shown', async () => {
  const step = { subject: 'Hi [[firstName]]', bodyHtml: '<p>{{Vorname}} of [[company]]</p>' };
  const enroll = leadterraNode('Enroll', {
    resource: 'lead',
    operation: 'enroll',
    campaign: { __rl: true, mode: 'id', value: "={{ $('Create Campaign').first().json.id }}" },
    leadSource: 'manual',
    leadFields: {
      value: { email: "={{ $('Items').item.json.mail }}", company: "={{ $('Items').item.json.firm }}" },
      ...{ mappingMode: 'defineBelow', schema: [], matchingColumns: [] },
    },
    customFieldValues: { field: [{ name: 'Vorname', value: 'Ada' }] },
    options: {
      copyCheck: { rule: { fields: "={{ $('Create Campaign').item.json.tokens }}", whenMissing: 'skip' } },
    },
  });
  const items = [{ mail: 'ada@check.example', firm: 'Check' }, { mail: 'ben@check.example' }];
  const execution = await run(items, createCampaign('Checked', step), enroll);

  expect(outputsOf(execution, 'Create Campaign')[0]?.[0]).toMatchObject({
    tokens: ['firstName', 'Vorname', 'company'],
    warnings: ['No lead has a field "Vorname": did you mean {{firstName}}?'],
  });
  const { runData } = execution.data.resultData;
  const hints = runData['Create Campaign']?.[0]?.hints?.map(({ message }) => message);
  expect(new Set(hints)).toEqual(new Set(['No lead has a field "Vorname": did you mean {{firstName}}?']));

  expect(outputsOf(execution, 'Enroll')[0]).toMatchObject([
    { email: 'ada@check.example', status: 'incomplete', reason: 'It would leave [[firstName]] blank.' },
    { status: 'incomplete', reason: 'It would leave [[firstName]], [[company]] blank.' },
  ]);
  expect(rows(sandbox, "SELECT * FROM leads WHERE email LIKE '%@check.example'")).toEqual([]);
});
