import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { actions } from '@leadterra/shared';
import { inventedAction } from '@leadterra/testing/invented-action';
import { type INodeProperties } from 'n8n-workflow';

import { listMethodsOf } from '../nodes/shared/locator';
import { renderAction } from '../nodes/shared/render-action';
import { choicesOf, leadterra, runNode } from './n8n-stand-in';

const containing = (text: string): unknown => expect.stringContaining(text);

describe('an action as an operation', () => {
  const { option, description } = renderAction(inventedAction().action, { sdr: 'person' });
  const named = (name: string, among: readonly unknown[] = description) =>
    among.find((one) => typeof one === 'object' && one !== null && 'name' in one && one.name === name);

  test('has an entry in the menu', () => {
    expect(option).toEqual({
      name: 'Assign',
      value: 'assign',
      action: 'Assign reply to an SDR',
      description: 'Forwards a reply to a person; its thread goes with it',
    });
  });

  test('shows what must be filled in, then a collection of the rest, then what to know before', () => {
    expect(description.map(({ name, required = false }) => [name, required])).toEqual([
      ['person', true],
      ['campaign', true],
      ['subject', true],
      ['variants', false],
      ['share', false],
      ['force', false],
      ['category', true],
      ['additionalFields', false],
      ['notice', false],
    ]);
    expect(named('notice')).toMatchObject({ type: 'notice', displayName: containing('anew') });
  });

  test.each<[string, Partial<INodeProperties>]>([
    [
      'subject',
      { displayName: 'Subject', type: 'string', default: '', placeholder: 'e.g. Re: your question' },
    ],
    [
      'variants',
      { type: 'number', default: 1, typeOptions: { minValue: 1, maxValue: 3, numberPrecision: 0 } },
    ],
    [
      'share',
      { type: 'number', default: 50, typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 } },
    ],
    ['force', { type: 'boolean', default: false, description: 'Whether to forward it once more' }],
  ])('shows the field %s', (name, expected) => {
    expect(named(name)).toMatchObject(expected);
  });

  test('shows choices in alphabetical order', () => {
    expect(named('category')).toMatchObject({
      type: 'options',
      options: [
        { name: 'Hot', value: 'a', description: 'Wants to talk now' },
        { name: 'Warm', value: 'b' },
      ],
    });
  });

  test('shows optional fields in alphabetical order', () => {
    const { options = [] } = description.find(({ type }) => type === 'collection') ?? {};
    expect(options).toMatchObject([
      { displayName: 'Body', name: 'body', type: 'string', typeOptions: { rows: 6 } },
      { displayName: 'Copy To', name: 'cc', type: 'string', placeholder: 'e.g. name@email.com' },
      { displayName: 'Due At', name: 'due', type: 'dateTime' },
      { displayName: 'Note', name: 'note', description: 'For the person alone. No lead sees it.' },
      { displayName: 'Tags', name: 'tags', description: 'With commas between them' },
    ]);
  });

  test('takes an ID from a list, by itself, or in the address of a page, where there are such', () => {
    const modes = (name: string) =>
      description.find((one) => one.name === name)?.modes?.map((mode) => mode.name);
    expect(modes('person')).toEqual(['list', 'id']);
    expect(named('person')).toMatchObject({ default: { mode: 'list', value: '' } });
    expect(modes('campaign')).toEqual(['id', 'url']);
    expect(named('campaign')).toMatchObject({ default: { mode: 'id', value: '' } });
  });

  test('offers every list as a method of the node, which finds by a part of the name', async () => {
    const methods = listMethodsOf([inventedAction().action.fields]);
    expect(named('person')).toMatchObject({ modes: [{ typeOptions: { searchListMethod: 'list_sdr' } }, {}] });
    const context = { getCredentials: async () => await Promise.resolve({ apiKey: 'sk_test_1' }) };
    const find = async (filter?: string): Promise<unknown> =>
      await Reflect.apply(Reflect.get(methods, 'list_sdr'), context, [filter]);
    expect(await find('reed')).toEqual({ results: [{ name: 'Dana Reed', value: 'sdr_1' }] });
    expect(await find()).toMatchObject({ results: { length: 2 } });
  });
});

describe('the list of campaigns', () => {
  let sandbox: Sandbox;
  afterEach(async () => {
    await sandbox.close();
  });

  test('offers those whose name contains what is typed', async () => {
    sandbox = await startSandbox({ campaignList: 'works' });
    const sequenceSteps = { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] };
    for (const name of ['Spring', 'Autumn']) {
      await runNode({
        sandbox,
        parameters: { resource: 'campaign', operation: 'create', name, sequenceSteps },
      });
    }
    const { results } = await choicesOf('list_campaign', { sandbox }, 'spr');
    expect(results).toEqual([{ name: 'Spring (draft)', value: containing('camp_') }]);
  });

  test('says so where Leadterra answers none, and what to do', async () => {
    sandbox = await startSandbox();
    await expect(choicesOf('list_campaign', { sandbox })).rejects.toMatchObject({
      message: 'This Leadterra offers no list of its campaigns',
      description: 'Choose another way to name one in place of "From List".',
    });
  });
});

describe('a run of the node', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ timeScale: 0 });
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const onError = 'continueRegularOutput';

  test('reads a locator, and gives each item its result or its error, in their order', async () => {
    const [created] = await runNode({
      sandbox,
      parameters: { resource: 'campaign', operation: 'create', name: 'Spring' },
    });
    const ours = {
      __rl: true,
      mode: 'url',
      value: `https://app.leadterra.co/campaigns/${String(created?.json['id'])}`,
    };
    const results = await runNode({
      sandbox,
      parameters: {
        resource: 'campaign',
        operation: 'getStatistics',
        campaign: ({ id }: { id: unknown }) => id,
      },
      items: [{ id: ours }, { id: '' }, { id: 'camp_none' }, { id: ours }],
      onError,
    });
    expect(results).toMatchObject([
      { json: { campaignId: created?.json['id'], sent: 0 }, pairedItem: { item: 0 } },
      { json: { error: containing('"Campaign" is empty. Correct it') }, pairedItem: { item: 1 } },
      { json: { error: containing('"camp_none"') }, pairedItem: { item: 2 } },
      { json: { campaignId: created?.json['id'] }, pairedItem: { item: 3 } },
    ]);
    expect(Object.keys(results[1]?.json ?? {})).toEqual(['error']);
  });

  test('pairs a list with all items that share it, and its error with each of them', async () => {
    const parameters = { resource: 'senderAccount', operation: 'getMany' };
    const list = await runNode({ sandbox, parameters, items: [{}, {}] });
    expect(list).toHaveLength(4);
    expect(list[3]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
    const wrong = { url: sandbox.url, apiKey: 'sk_test_wrong' };
    const failed = await runNode({ sandbox: wrong, parameters, items: [{}, {}], onError });
    expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
  });

  test('takes the filters of a list', async () => {
    const parameters = { resource: 'senderPool', operation: 'getMany' };
    const [first] = await runNode({ sandbox, parameters });
    const filters = { name: String(first?.json['name']).toUpperCase() };
    expect(await runNode({ sandbox, parameters: { ...parameters, filters } })).toEqual([first]);
  });
});

test('what workflows hold stays: resources, operations and the names of parameters', () => {
  const { properties } = leadterra.description;
  const shownFor = (resource: string, operation: string) =>
    properties.filter(
      ({ displayOptions, type }) =>
        type !== 'notice' &&
        displayOptions?.show?.['resource']?.includes(resource) &&
        displayOptions.show['operation']?.includes(operation),
    );
  const nested = ({ name, type, options = [] }: INodeProperties) =>
    type === 'collection' ? options.map((option) => `${name}.${option.name}`) : [name];
  const names = actions.map(({ resource, operation }) => [
    `${resource}: ${operation}`,
    shownFor(resource, operation).flatMap(nested).join(' '),
  ]);
  expect(Object.fromEntries(names)).toMatchObject({
    'campaign: start': 'campaign allowIrreversible',
    'campaign: pause': 'campaign',
    'campaign: pauseIfBounceRateIsHigh': 'campaign maxBounceRate minimumSent',
    'campaign: getStatistics': 'campaign',
    'campaign: checkCapacity': 'campaign',
    'campaign: checkBeforeStart':
      'campaign whenFine additionalFields.copy additionalFields.leads additionalFields.leftOut additionalFields.unconfirmed allowIrreversible',
    'reply: getMany': 'returnAll limit filters.campaignId filters.classification',
    'senderAccount: getMany': 'filters.email',
    'senderPool: getMany': 'filters.name',
    'suppressionList: add': 'emails allowIrreversible',
  });
});
