import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { NodeOperationError } from 'n8n-workflow';

import { getLeadFields } from '../nodes/Leadterra/v1/lead/by-hand.fields';
import { type Run, runNode } from './n8n-stand-in';

let sandbox: Sandbox;
let campaign: string;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  const sequenceSteps = { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] };
  const parameters = { resource: 'campaign', operation: 'create', name: 'Spring', sequenceSteps };
  const [created] = await runNode({ sandbox, parameters });
  campaign = String(created?.json['id']);
});

afterEach(async () => {
  await sandbox.close();
});

async function enroll(items: Run['items'], fields: object, more: Partial<Run> = {}) {
  const parameters = { resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto', ...fields };
  const results = await runNode({ sandbox, items, parameters, ...more });
  return results.map(({ json }) => json);
}

function leads() {
  const columns = 'email, first_name, company, custom_fields';
  return sandbox.database
    .prepare(`SELECT ${columns} FROM leads ORDER BY email`)
    .all()
    .map((row) => ({ ...row }));
}

type Row = Record<string, unknown>;
const record = { Email: 'ada@alpha.example', 'First Name': 'Ada', Company: 'Alpha', Branche: 'Stahl' };

describe('mapped by hand', () => {
  const leadSource = 'manual';
  const value = { email: ({ mail }: Row) => mail, firstName: ({ who }: Row) => who };

  test('a lead has what was mapped, cleaned, and nothing else of the item', async () => {
    const customFieldValues = { field: [{ name: 'industry', value: 'Steel' }] };
    const items = [{ mail: ' ADA@alpha.example', who: 7, Company: 'Alpha', HasOptedOutOfEmail: true }];
    await enroll(items, { leadSource, leadFields: { value }, customFieldValues });
    expect(leads()).toEqual([
      { email: 'ada@alpha.example', first_name: '7', company: null, custom_fields: '{"industry":"Steel"}' },
    ]);
  });

  test('a custom field whose expression gives nothing for an item is left out', async () => {
    const customFieldValues = { field: [{ name: 'industry', value: ({ branch }: Row) => branch ?? null }] };
    await enroll([{ mail: 'ada@alpha.example' }], { leadSource, leadFields: { value }, customFieldValues });
    expect(leads()).toMatchObject([{ email: 'ada@alpha.example', custom_fields: '{}' }]);
  });

  test('an item without an address is invalid and does not stop the others', async () => {
    const items = [{ who: 'Ada' }, { mail: 'ben@beta.example' }, { mail: { to: 'x' } }];
    const fields = { leadSource, leadFields: { value } };
    const results = await enroll(items, fields, { onError: 'continueRegularOutput' });
    expect(results.map(({ status }) => status)).toEqual(['invalid', 'enrolled', 'invalid']);
    expect(results[0]?.['reason']).toContain('"Email" is empty.');
    expect(results[2]?.['reason']).toContain('"Lead Fields" (email) cannot be used');
  });

  test('the screen shows all fields and asks for the address', async () => {
    const { fields } = await getLeadFields();
    expect(fields.map(({ id, required }) => [id, required])).toEqual([
      ['email', true],
      ['firstName', false],
      ['lastName', false],
      ['company', false],
      ['jobTitle', false],
    ]);
  });
});

describe('fields to override', () => {
  test('go before what is found, where they give something', async () => {
    const fieldsToOverride = { company: ({ owner }: Row) => owner, firstName: '' };
    const items = [
      { ...record, owner: 'Beta' },
      { ...record, Email: 'ben@alpha.example' },
    ];
    await enroll(items, { fieldsToOverride });
    expect(leads().map(({ first_name, company }) => [first_name, company])).toEqual([
      ['Ada', 'Beta'],
      ['Ada', 'Alpha'],
    ]);
  });

  test('an address goes before that of the record, and helps where the record has none', async () => {
    const fieldsToOverride = { email: ({ privately }: Row) => privately };
    const items = [
      { ...record, privately: 'ada@home.example' },
      { ...record, Email: '', privately: 'ben@home.example' },
    ];
    const results = await enroll(items, { fieldsToOverride });
    expect(results.map(({ status }) => status)).toEqual(['enrolled', 'enrolled']);
    expect(leads().map(({ email, company }) => [email, company])).toEqual([
      ['ada@home.example', 'Alpha'],
      ['ben@home.example', 'Alpha'],
    ]);
  });

  test('do not change that somebody opted out', async () => {
    const item = { ...record, 'Opted Out': 'yes' };
    const results = await enroll([item], { fieldsToOverride: { email: 'ada@home.example' } });
    expect(results).toMatchObject([{ status: 'opted_out', email: 'ada@home.example' }]);
  });

  test('custom fields by name go before those of the item', async () => {
    const customFieldValues = { field: [{ name: 'Branche', value: 'Glas' }] };
    await enroll([record], { customFieldValues, options: { customFields: 'unmapped' } });
    expect(leads()).toMatchObject([{ custom_fields: '{"Branche":"Glas"}' }]);
  });
});

describe('a lead that cannot fill a token of the copy', () => {
  const items = [record, { Email: 'ben@beta.example' }, { Email: 'cleo@gamma.example', Company: 'Gamma' }];
  const check = (
    whenMissing: string,
    tokens: unknown = '[[company]], firstName',
    given: Run['items'] = items,
  ) => enroll(given, { options: { copyCheck: { rule: { fields: tokens, whenMissing } } } });

  test('is enrolled all the same', async () => {
    const results = await check('send');
    expect(results.map(({ status }) => status)).toEqual(['enrolled', 'enrolled', 'enrolled']);
  });

  test('is left out with the tokens that would stay blank', async () => {
    expect(await check('skip')).toMatchObject([
      { status: 'enrolled' },
      {
        status: 'incomplete',
        email: 'ben@beta.example',
        reason: 'It would leave [[company]], [[firstName]] blank.',
      },
      { status: 'incomplete', reason: 'It would leave [[firstName]] blank.' },
    ]);
    expect(leads()).toHaveLength(1);
  });

  test('stops the node before anything is sent, also where it continues after errors', async () => {
    for (const onError of [undefined, 'continueRegularOutput'] as const) {
      const options = { copyCheck: { rule: { fields: ['company'], whenMissing: 'stop' } } };
      const error = await enroll(items, { options }, { onError }).catch((thrown: unknown) => thrown);
      if (!(error instanceof NodeOperationError)) throw new Error('It did not fail as it should.');
      expect(error.message).toBe(
        '1 of 3 items cannot be enrolled, so nothing was sent. The first: item 1 (ben@beta.example): It would leave [[company]] blank.',
      );
      expect(error.context.itemIndex).toBe(1);
    }
    expect(leads()).toEqual([]);
  });

  test('may get what it lacks from another item with its address', async () => {
    const twice = [
      { Email: 'ada@alpha.example', Company: 'Alpha' },
      { Email: 'ADA@alpha.example', 'First Name': 'Ada' },
    ];
    const results = await check('skip', ['firstName', 'company'], twice);
    expect(results.map(({ status }) => status)).toEqual(['enrolled', 'duplicate']);
  });

  test('is looked for only where the tokens are known', async () => {
    await expect(check('skip', '')).rejects.toThrow('"Tokens in the Copy" is empty.');
    expect(await check('skip', [])).toHaveLength(3);
  });
});

test('an item that holds many records says which field to split', async () => {
  const item = { contacts: [record, record] };
  await expect(enroll([item], {})).rejects.toThrow(
    'Put a Split Out node with "contacts" in its "Fields to Split Out" before this one.',
  );
});
