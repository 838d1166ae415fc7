import { type Sandbox } from '@leadterra/sandbox';
import { rows } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { campaignById, leadterraNode, node } from '@leadterra/testing/n8n-workflow';

import { useN8n } from './support.ts';

const { startLeadterra, run } = useN8n();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startLeadterra();
});

/** What n8n or a text replacement could take for its own. */
const odd = `{{firstName}} {{ $json.no }} <b class="x">'Ä' &amp; &lt;</b> \\n \\\\ $& $1 \${x} %7B%7B #{y} \`q\`\n\ttwo “lines” 🚀 e\u0301`;

const asTyped = { whenUnknown: 'warn' };

function createCampaign(name: string, step: { subject: string; bodyHtml: string }, options: object = {}) {
  const sequenceSteps = { step: [{ ...step, delayDays: 0 }] };
  const parameters = { resource: 'campaign', operation: 'create', name, sequenceSteps, options };
  return leadterraNode('Create Campaign', parameters);
}

/** After one campaign was created for all contacts: the contacts. */
const contactsAgain = [
  node('All', 'n8n-nodes-base.set', 3.4, {
    mode: 'raw',
    jsonOutput: "={{ { contacts: $('Items').all().map((item) => item.json) } }}",
    options: {},
  }),
  node('Contacts', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'contacts', options: {} }),
];

/** Enrolls them, mapped by hand, and checked against the tokens of that campaign. */
function enrollByHand(fields: object, whenMissing: 'send' | 'skip', customFields: object[] = []) {
  const created = (key: string) => `={{ $('Create Campaign').first().json.${key} }}`;
  return leadterraNode('Enroll', {
    resource: 'lead',
    operation: 'enroll',
    campaign: campaignById(created('id')),
    leadSource: 'manual',
    leadFields: {
      value: { email: '={{ $json.mail }}', ...fields },
      ...{ mappingMode: 'defineBelow', schema: [], matchingColumns: [] },
    },
    customFieldValues: { field: customFields },
    options: { copyCheck: { rule: { fields: created('tokens'), whenMissing } } },
  });
}

function storedCopy(id: unknown) {
  const sql = `SELECT name, subject, body_html FROM campaigns
    JOIN sequence_steps ON campaign_id = campaigns.id WHERE campaigns.id = ?`;
  return rows(sandbox, sql, String(id));
}

test('what is typed reaches Leadterra as it was typed', async () => {
  const execution = await run(
    [{}],
    createCampaign(`Name ${odd}`, { subject: `Subject ${odd}`, bodyHtml: odd }, asTyped),
  );
  const [[campaign] = []] = outputsOf(execution, 'Create Campaign');
  const copy = { name: `Name ${odd}`, subject: `Subject ${odd}`, body_html: odd };
  expect(storedCopy(campaign?.['id'])).toEqual([copy]);
});

test('in an expression brackets stand for tokens, and the data of an item stays as it is', async () => {
  const step = { subject: '=[[firstName]], {{ $json.odd }}', bodyHtml: '={{ $json.odd }}' };
  const execution = await run([{ odd }], createCampaign('={{ $json.odd }}', step, asTyped));
  const [[campaign] = []] = outputsOf(execution, 'Create Campaign');
  const copy = { name: odd, subject: `{{firstName}}, ${odd}`, body_html: odd };
  expect(storedCopy(campaign?.['id'])).toEqual([copy]);
});

test.each([
  ['from a step before', '={{ $json.emails }}'],
  ['as text', '[{ "subject": "Hi {{firstName}}", "bodyHtml": "<p>[[company]]</p>", "delayDays": 0 }]'],
  [
    'as text with data of the item',
    '=[{ "subject": "{{ $json.hi }} {{ firstName }}", "bodyHtml": "<p>[[company]]</p>", "delayDays": 0 }]',
  ],
])('steps in JSON, %s, become the steps of the campaign', async (_way, sequenceStepsJson) => {
  const emails = [{ subject: 'Hi [[firstName]]', bodyHtml: '<p>[[company]]</p>', delayDays: 0 }];
  const created = { resource: 'campaign', operation: 'create', name: 'JSON' };
  const node = leadterraNode('Create Campaign', { ...created, specifySteps: 'json', sequenceStepsJson });
  const [[campaign] = []] = outputsOf(await run([{ hi: 'Hi', emails }], node), 'Create Campaign');
  expect(storedCopy(campaign?.['id'])).toEqual([
    { name: 'JSON', subject: 'Hi {{firstName}}', body_html: '<p>{{company}}</p>' },
  ]);
});

describe('a token', () => {
  const custom = { customFields: 'useCase, seats' };

  test.each<[way: string, typed: string, stored: string, options?: object]>([
    [
      'in braces, which makes the field an expression',
      '=Hi {{ firstName }}, a question',
      'Hi {{firstName}}, a question',
    ],
    ['in braces, where the field stays text', 'Hi {{ firstName }}', 'Hi {{firstName}}'],
    ['in brackets', 'Hi [[firstName]] at [[ company ]]', 'Hi {{firstName}} at {{company}}'],
    [
      'beside data of the item',
      '={{ $json.hi }} {{firstName}} at [[company]]',
      'Hallo {{firstName}} at {{company}}',
    ],
    [
      'of a custom field that is named',
      '=On {{ useCase }} for {{seats}}',
      'On {{useCase}} for {{seats}}',
      custom,
    ],
    ['of a custom field that is not', 'On [[useCase]]', 'On {{useCase}}'],
    ['with a fallback in brackets', 'Hi [[firstName|there]]', 'Hi {{firstNameOrThere}}'],
    ['with a fallback in braces', '=Hi {{ firstName | my friend }}!', 'Hi {{firstNameOrMyFriend}}!'],
    [
      'after braces that are meant',
      String.raw`=\{{ and {{ company }}`,
      String.raw`\{{ and {{company}}`,
      asTyped,
    ],
  ])('%s reaches Leadterra as it was meant', async (_way, typed, stored, options = {}) => {
    const node = createCampaign('Meant', { subject: typed, bodyHtml: `${typed}<br>` }, options);
    const execution = await run([{ hi: 'Hallo' }], node);
    const [[campaign] = []] = outputsOf(execution, 'Create Campaign');
    expect(storedCopy(campaign?.['id'])).toEqual([
      { name: 'Meant', subject: stored, body_html: `${stored}<br>` },
    ]);
  });

  test.each<[typed: string, says: string, options?: object]>([
    ['=On {{ useCase }}', 'write [[useCase]], or add it to "Custom Fields in the Copy"'],
    ['=On {{ useCase | it }}', 'write [[useCase | it]], or add it to "Custom Fields in the Copy"'],
    ['=Hi {{ first_name }}', 'did you mean [[firstName]]?'],
    ['=Hi {{ First Name }}', 'did you mean [[firstName]]?'],
    ['=Hi {{ $json.nobody }}', 'the expression "$json.nobody" gives nothing', asTyped],
    ['=Hi {{ $json.blank }}', 'the expression "$json.blank" gives nothing', asTyped],
    ['Hi [[First Name]]', 'did you mean [[firstName]]?'],
    ['Hi [[firstName|]]', 'did you mean [[firstName|there]]?'],
    ['Hi {first_name}', 'did you mean [[firstName]]?'],
    ['Hi [[firstName, how are you?', 'is not closed: for a token, write [[firstName]]'],
    ['On [[Use Case]]', 'write [[useCase]]'],
    ['On [[Use Case]]', 'call it "useCase"', { customFields: 'Use Case' }],
    ['On [[usecase]]', 'did you mean [[useCase]]?', custom],
    ['On [[plan]]', 'neither a field of a lead nor one of the custom fields', custom],
  ])('typed as %j creates nothing, and the step says: %s', async (typed, says, options = {}) => {
    const before = rows(sandbox, 'SELECT id FROM campaigns');
    const node = createCampaign('Not meant', { subject: 'Hi', bodyHtml: typed }, options);
    const execution = await run([{ blank: ' ' }], node);
    const { error } = execution.data.resultData;
    expect(`${error?.message} ${error?.description}`).toContain(says);
    expect(`${error?.message} ${error?.description}`).toContain('Step 1');
    expect(rows(sandbox, 'SELECT id FROM campaigns')).toEqual(before);
  });
});

test('plain text becomes HTML', async () => {
  const step = { subject: 'Hi', bodyHtml: '=Hi {{ firstName }},\n\nR&D < 3?\nBest' };
  const parameters = { resource: 'campaign', operation: 'create', name: 'Text', bodyFormat: 'text' };
  const node = leadterraNode('Create Campaign', { ...parameters, sequenceSteps: { step: [step] } });
  const [[campaign] = []] = outputsOf(await run([{}], node), 'Create Campaign');
  expect(storedCopy(campaign?.['id'])).toMatchObject([
    { body_html: '<p>Hi {{firstName}},</p><p>R&amp;D &lt; 3?<br>Best</p>' },
  ]);
});

test('each lead is mailed the fallback, or its own name', async () => {
  const step = { subject: 'Hi [[firstName|there]]', bodyHtml: '<p>Hi {{ firstName }}</p>' };
  const enroll = enrollByHand({ firstName: '={{ $json.name }}' }, 'send');
  const people = [{ mail: 'ada@fallback.example', name: 'Ada' }, { mail: 'ben@fallback.example' }];
  await run(people, createCampaign('Fallbacks', step), ...contactsAgain, enroll);
  const sql =
    "SELECT email, first_name, custom_fields FROM leads WHERE email LIKE '%@fallback.example' ORDER BY email";
  expect(rows(sandbox, sql)).toEqual([
    { email: 'ada@fallback.example', first_name: 'Ada', custom_fields: '{"firstNameOrThere":"Ada"}' },
    { email: 'ben@fallback.example', first_name: null, custom_fields: '{"firstNameOrThere":"there"}' },
  ]);
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
  const enroll = enrollByHand({ company: '={{ $json.firm }}' }, 'skip', [{ name: 'Vorname', value: 'Ada' }]);
  const items = [{ mail: 'ada@check.example', firm: 'Check' }, { mail: 'ben@check.example' }];
  const execution = await run(items, createCampaign('Checked', step, asTyped), ...contactsAgain, enroll);

  const warnings = [
    'No lead has a field "Vorname": did you mean [[firstName]]?',
    'No email says how to opt out or where its sender is: many countries ask for both, unless Leadterra adds them to your emails.',
  ];
  expect(outputsOf(execution, 'Create Campaign')[0]?.[0]).toMatchObject({
    tokens: ['firstName', 'Vorname', 'company'],
    warnings,
  });
  const { runData } = execution.data.resultData;
  const hints = runData['Create Campaign']?.[0]?.hints?.map(({ message }) => message);
  expect(new Set(hints)).toEqual(new Set(warnings));

  expect(outputsOf(execution, 'Enroll')[0]).toMatchObject([
    { email: 'ada@check.example', status: 'incomplete', reason: 'It would leave [[firstName]] blank.' },
    { status: 'incomplete', reason: 'It would leave [[firstName]], [[company]] blank.' },
  ]);
  expect(rows(sandbox, "SELECT * FROM leads WHERE email LIKE '%@check.example'")).toEqual([]);
});
