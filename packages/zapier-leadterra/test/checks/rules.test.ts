import { type Definition, definition } from '../../checks/definition';
import { allRules } from '../../checks/index';

const newestCore = '19.1.0';
const sample = { id: '1', at: '2026-03-01T08:00:00Z', count: 2, items: [{ name: 'a' }] };
const outputFields = [
  { key: 'id' },
  { key: 'at', type: 'datetime' },
  { key: 'count', type: 'integer' },
  { key: 'items[]name' },
];

/** An app that no rule objects to. */
const good = {
  version: '1.0.0',
  platformVersion: newestCore,
  authentication: {
    type: 'custom',
    connectionLabel: '{{workspace}}',
    fields: [
      { key: 'apiKey', label: 'API Key', type: 'password', helpText: 'See [keys](https://keys.example/).' },
    ],
  },
  flags: { cleanInputData: false },
  triggers: {
    bounced: {
      key: 'bounced',
      display: { label: 'Message Bounced', description: 'Triggers when a message bounces.' },
      operation: {
        type: 'hook',
        performList: '$func$2$f$',
        performSubscribe: '$func$2$f$',
        performUnsubscribe: '$func$2$f$',
        sample,
        outputFields,
      },
    },
    list: {
      key: 'list',
      display: { label: 'List of Campaigns', description: '', hidden: true },
      operation: { sample, outputFields },
    },
  },
  searches: {
    find: {
      key: 'find',
      display: { label: 'Find It', description: 'Finds it.' },
      operation: {
        inputFields: [
          {
            key: 'campaignId',
            label: 'Campaign',
            dynamic: 'list.id',
            search: 'find.id',
            helpText: 'Which one, see `http`.',
          },
        ],
        sample,
        outputFields,
      },
    },
  },
  creates: {
    make: {
      key: 'make',
      display: { label: 'Make It', description: 'Makes it.' },
      operation: {
        inputFields: [
          { key: 'name', label: 'Name of the Lead', helpText: 'Any.' },
          { key: 'kind', label: 'Kind', choices: { a: 'A', b: 'B' } },
          '$func$2$f$',
        ],
        sample,
        outputFields,
      },
    },
  },
  searchOrCreates: { find: { search: 'find', create: 'make' } },
};

type App = typeof good;

/** For each rule a way to break it, and the place that it has to name. */
const broken: Record<string, [(app: App) => object, string][]> = {
  C001: [
    [(app) => ({ ...app, creates: {} }), 'creates.make'],
    [(app) => withStep(app, { display: { ...app.creates.make.display, hidden: true } }), 'creates.make'],
  ],
  C002: [[(app) => withFields(app, [{ key: 'other', label: 'Other' }]), 'creates.make.name']],
  C003: [
    [
      (app) => withOperation(app, { sample: { id: '1' }, outputFields: [{ key: 'id' }] }),
      'creates.make.sample.count',
    ],
  ],
  D001: [
    [(app) => withFields(app, [{ key: 'name' }, { key: 'x', label: 'Your Password' }]), 'creates.make.x'],
    [(app) => withFields(app, [{ key: 'name' }, { key: 'x', type: 'password' }]), 'creates.make.x'],
  ],
  D002: [
    [
      (app) =>
        withAuthField(app, {
          key: 'apiKey',
          label: 'API Key',
          type: 'password',
          helpText: 'See the settings.',
        }),
      'authentication.apiKey',
    ],
  ],
  D003: [
    [
      (app) => ({ ...app, authentication: { ...app.authentication, connectionLabel: '' } }),
      'authentication.connectionLabel',
    ],
    [
      (app) => ({ ...app, authentication: { ...app.authentication, connectionLabel: '{{apiKey}}' } }),
      'authentication.connectionLabel',
    ],
  ],
  D004: [
    [(app) => withFields(app, [{ key: 'name' }, { key: 'pool_id', label: 'Pool' }]), 'creates.make.pool_id'],
    [
      (app) => withFields(app, [{ key: 'name' }, { key: 'line', label: 'L', children: [{ key: 'poolId' }] }]),
      'creates.make.poolId',
    ],
    [
      (app) => withFields(app, [{ key: 'pool', helpText: 'The ID of the pool to send from.' }]),
      'creates.make.pool',
    ],
    [(app) => withFields(app, [{ key: 'pool', placeholder: 'pool_01HABC123' }]), 'creates.make.pool'],
    [(app) => withFields(app, [{ key: 'pool', label: 'Pool ID', choices: { a: 'A' } }]), 'creates.make.pool'],
  ],
  D005: [[(app) => withFields(app, [{ key: 'name', dynamic: 'nowhere.id' }]), 'creates.make.name']],
  D006: [[(app) => withHook(app, { performList: undefined }), 'triggers.bounced']],
  D007: [
    [(app) => withHelp(app, 'See [it](http://x.example).'), 'creates.make.operation.inputFields.0.helpText'],
  ],
  D008: [
    [(app) => withHelp(app, 'See https://x.example now.'), 'creates.make.name'],
    [(app) => withHelp(app, 'See [it](x.example).'), 'creates.make.name'],
  ],
  D009: [
    [
      (app) => ({
        ...app,
        searches: { find: { ...app.searches.find, operation: { sample, outputFields } } },
      }),
      'searches.find',
    ],
  ],
  D010: [
    [
      (app) => ({
        ...app,
        triggers: { ...app.triggers, list: { ...app.triggers.list, operation: { sample: { name: 'a' } } } },
      }),
      'triggers.list.sample',
    ],
    [
      (app) => ({
        ...app,
        triggers: {
          ...app.triggers,
          list: {
            ...app.triggers.list,
            operation: { sample, outputFields: [{ key: 'mail', primary: true }] },
          },
        },
      }),
      'triggers.list.sample',
    ],
  ],
  D011: [[(app) => withHelp(app, 'The name of the lead.'), 'creates.make.name']],
  D012: [[(app) => withOperation(app, { sample: {} }), 'creates.make']],
  D013: [
    [
      (app) => withFields(app, [{ key: 'name', search: 'nothing.id', dynamic: 'list.id' }]),
      'creates.make.name',
    ],
  ],
  D014: [[(app) => withFields(app, [{ key: 'name', search: 'find.id' }]), 'creates.make.name']],
  D015: [
    [
      (app) => ({ ...app, searchOrCreates: { find: { search: 'lost', create: 'make' } } }),
      'searchOrCreates.find',
    ],
    [
      (app) => ({ ...app, searchOrCreates: { find: { search: 'find', create: 'make', update: 'lost' } } }),
      'searchOrCreates.find',
    ],
  ],
  D016: [
    [
      (app) => ({ ...app, triggers: { bounced: { ...app.triggers.bounced, operation: { type: 'hook' } } } }),
      'triggers',
    ],
  ],
  D017: [[(app) => withHook(app, { performUnsubscribe: undefined }), 'triggers.bounced']],
  D018: [
    [(app) => withFields(app, [{ key: 'name', label: 'Name of the lead' }]), 'creates.make.name'],
    [(app) => withFields(app, [{ key: 'name', label: 'the Name' }]), 'creates.make.name'],
  ],
  D021: [
    [
      (app) => withTrigger(app, { display: { label: 'Bounced', description: 'When it bounces.' } }),
      'triggers.bounced',
    ],
    [
      (app) => withTrigger(app, { display: { label: 'Bounced', description: 'Triggers when it bounces' } }),
      'triggers.bounced',
    ],
  ],
  D022: [[(app) => withFields(app, ['$func$2$f$']), 'creates.make']],
  D023: [
    [
      (app) => withOperation(app, { sample: { ...sample, at: '2026-03-01 08:00' } }),
      'creates.make.sample.at',
    ],
    [(app) => withOperation(app, { sample: { ...sample, at: '03/01/2026' } }), 'creates.make.sample.at'],
    [
      (app) => withOperation(app, { sample: { ...sample, at: '2026-03-01T08:00:00' } }),
      'creates.make.sample.at',
    ],
  ],
  D024: [
    [(app) => withOperation(app, { sample: { ...sample, extra: 'x' } }), 'creates.make.extra'],
    [(app) => withOperation(app, { outputFields: [...outputFields, { key: 'more' }] }), 'creates.make.more'],
    [(app) => withOperation(app, { sample: { ...sample, count: 'two' } }), 'creates.make.count'],
    [(app) => withOperation(app, { sample: { ...sample, at: 'now' } }), 'creates.make.at'],
    [
      (app) => withOperation(app, { sample: { ...sample, items: [{ name: 1 }] } }),
      'creates.make.items[]name',
    ],
  ],
  D025: [
    [(app) => withHelp(app, 'Open [it](javascript:alert).'), 'creates.make.operation.inputFields.0.helpText'],
  ],
  D026: [
    [
      (app) =>
        withAuthField(app, { key: 'subdomain', label: 'Subdomain', helpText: '[x](https://x.example)' }),
      'authentication.subdomain',
    ],
  ],
  D027: [[(app) => ({ ...app, platformVersion: '18.0.0' }), 'platformVersion']],
  D028: [[(app) => ({ ...app, flags: {} }), 'flags.cleanInputData']],
  R001: [
    [(app) => withFields(app, [{ key: 'name', required: true }]), 'creates.make.name'],
    [(app) => withFields(app, [{ key: 'name' }, { key: 'more', required: true }]), 'creates.make.more'],
  ],
  R002: [
    [(app) => ({ ...app, authentication: { ...app.authentication, type: 'oauth2' } }), 'authentication.type'],
    [(app) => withAuthField(app, { key: 'apiKey', type: 'string' }), 'authentication.apiKey'],
    [(app) => withAuthField(app, { key: 'token', required: true }), 'authentication.apiKey'],
    [(app) => withAuthField(app, { key: 'token', required: true }), 'authentication.token'],
  ],
  R003: [
    [(app) => withFields(app, [{ key: 'kind', choices: { a: 'A' } }]), 'creates.make.kind'],
    [(app) => withFields(app, [{ key: 'kind', choices: ['a'] }]), 'creates.make.kind'],
    [
      (app) => withFields(app, [{ key: 'kind', choices: [{ value: 'a', label: 'A', sample: 'a' }] }]),
      'creates.make.kind',
    ],
  ],
  R004: [
    [
      (app) =>
        withOperation(app, { sample: { ...sample, items: [{ other: 'a' }] }, outputFields: [{ key: 'id' }] }),
      'creates.make.output.items[]name',
    ],
  ],
  R005: [
    [(app) => withFields(app, [{ key: 'name', type: 'integer' }]), 'creates.make.name'],
    [(app) => withFields(app, [{ key: 'name', list: true }]), 'creates.make.name'],
    [(app) => withFields(app, [{ key: 'name', dict: true }]), 'creates.make.name'],
    [(app) => withFields(app, [{ key: 'name', children: [{ key: 'part' }] }]), 'creates.make.name'],
  ],
  R006: [[(app) => withHook(app, { type: 'polling' }), 'triggers.bounced']],
};

const withStep = (app: App, changed: object) => ({
  ...app,
  creates: { make: { ...app.creates.make, ...changed } },
});
const withOperation = (app: App, changed: object) =>
  withStep(app, { operation: { ...app.creates.make.operation, ...changed } });
const withFields = (app: App, inputFields: unknown[]) => withOperation(app, { inputFields });
const withHelp = (app: App, helpText: string) =>
  withFields(app, [{ key: 'name', label: 'Name of the Lead', helpText }]);
const withTrigger = (app: App, changed: object) => ({
  ...app,
  triggers: { ...app.triggers, bounced: { ...app.triggers.bounced, ...changed } },
});
const withHook = (app: App, changed: object) =>
  withTrigger(app, { operation: { ...app.triggers.bounced.operation, ...changed } });
const withAuthField = (app: App, field: object) => ({
  ...app,
  authentication: { ...app.authentication, fields: [field] },
});

const released: Definition = definition.parse(good);

describe.each(allRules({ newestCore, released }))('$id', ({ id, check }) => {
  test('has nothing against an app as it should be', () => {
    expect(check(released)).toEqual([]);
  });

  test('names the place of what it objects to', () => {
    const examples = broken[id] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const [breakIt, item] of examples)
      expect(check(definition.parse(breakIt(good))).map((finding) => finding.item)).toContain(item);
  });
});
