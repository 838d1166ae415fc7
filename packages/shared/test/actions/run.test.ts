import { type Action, actions, type Given, LeadterraError } from '@leadterra/shared';
import { inventedAction } from '@leadterra/testing/invented-action';

import { actionOf, resultsOf } from '../support/run-action';
import { scriptedClient } from '../support/scripted';

const filled = {
  sdr: ' sdr_1 ',
  campaign: 'https://app.leadterra.co/campaigns/camp_7/leads?page=2',
  subject: 7,
  category: 'A',
};

const containing = (text: string): unknown => expect.stringContaining(text);

async function settle(action: Action, givens: (Given | Error)[], answers: object[] = [{}]) {
  const { client, requests } = scriptedClient(answers);
  const settled: unknown[] = [];
  const throwing = (given: Given | Error) => () => {
    if (given instanceof Error) throw given;
    return given;
  };
  for await (const one of action.run(client, givens.map(throwing))) {
    const error = 'error' in one ? one.error : undefined;
    settled.push(error instanceof Error ? { items: one.items, error: error.message } : one);
  }
  return { settled, requests };
}

describe('the values of fields', () => {
  const read = async (given: Given) => {
    const { action, calls } = inventedAction();
    await settle(action, [{ ...filled, ...given }]);
    return calls[0];
  };

  test('come in the types that the action asks for, and blank ones as undefined or the default', async () => {
    const blank = { note: ' ', body: null, cc: [], tags: '', due: undefined };
    const defaults = { variants: '', share: null, force: ' ' };
    expect(await read({ ...blank, ...defaults })).toEqual({
      ...{ sdr: 'sdr_1', campaign: 'camp_7', subject: '7', category: 'a' },
      ...{ note: undefined, body: undefined, cc: undefined, tags: undefined, due: undefined },
      ...{ variants: 1, share: 50, force: false },
    });
  });

  test.each([
    [{ campaign: 'camp_7' }],
    [{ campaign: 'http://127.0.0.1:5678/campaigns/camp_7', subject: ' 7 ' }],
    [{ variants: '3' }, { variants: 3 }],
    [{ share: '12.5' }, { share: 12.5 }],
    [{ force: 'Yes' }, { force: true }],
    [{ force: 'false' }],
    [
      { note: ' as typed\n', body: 5 },
      { note: ' as typed\n', body: '5' },
    ],
    [{ tags: ['a, b', 'c', null, ' '] }, { tags: ['a', 'b', 'c'] }],
    [{ tags: 'a\nb' }, { tags: ['a', 'b'] }],
    [{ due: '2026-07-05T16:00:00+02:00' }, { due: '2026-07-05T14:00:00.000Z' }],
    [{ due: new Date(0) }, { due: '1970-01-01T00:00:00.000Z' }],
    [
      { cc: ['Ava <mailto:AVA@example.com>; ben@example.com cy@example.com', 'nobody', 'ava@example.com'] },
      { cc: { emails: ['ava@example.com', 'ben@example.com', 'cy@example.com'], refused: ['nobody'] } },
    ],
  ])('are read from %j', async (given: Given, expected: object = {}) => {
    expect(await read(given)).toMatchObject({ campaign: 'camp_7', subject: '7', ...expected });
  });

  test.each([
    [{ campaign: ' ' }, '"Campaign" is empty.'],
    [{ subject: { a: 1 } }, '"Subject" holds no text.'],
    [{ variants: 1.5 }, '"Variants" is 1.5, not a whole number from 1 to 3.'],
    [{ variants: 'some' }, '"Variants" is "some", not a whole number from 1 to 3.'],
    [{ share: 101 }, '"Share (%)" is 101, not a number from 0 to 100.'],
    [{ force: 'perhaps' }, '"Forward Again" is "perhaps", neither yes nor no.'],
    [{ category: 'c' }, '"Category" is "c", which is none of its choices.'],
    [{ due: 'soon' }, '"Due At" is "soon", not a time such as 2026-07-05T14:00:00Z.'],
    [{ due: true }, '"Due At" is true, not a time such as 2026-07-05T14:00:00Z.'],
    [{ cc: 'nobody' }, '"nobody" is not an email address.'],
    [{ cc: ['nobody', '@'] }, '"nobody", "@" are not email addresses.'],
    [
      { sdr: '', category: null, share: -1 },
      '"SDR" is empty. "Share (%)" is -1, not a number from 0 to 100. "Category" is empty.',
    ],
  ])('are refused by name in %j', async (given, problems) => {
    const { action, calls } = inventedAction();
    const { settled } = await settle(action, [{ ...filled, ...given }]);
    const error = `${problems} Correct it, or check what the step before gives for it.`;
    expect(settled).toEqual([{ items: [0], error }]);
    expect(calls).toEqual([]);
  });
});

describe('many items', () => {
  const other = { ...filled, subject: 'other' };

  test('each have a call of their own', async () => {
    const { action, calls } = inventedAction('each');
    const { settled } = await settle(action, [filled, filled]);
    expect(settled).toMatchObject([
      { items: [0], results: [{ handoffId: 'handoff_1' }] },
      { items: [1], results: [{ handoffId: 'handoff_2' }] },
    ]);
    expect(calls).toHaveLength(2);
  });

  test('with the same input share one call, and each has the result', async () => {
    const { action, calls } = inventedAction('once per distinct input');
    const { settled } = await settle(action, [filled, other, { ...filled, campaign: 'camp_7' }]);
    expect(settled).toMatchObject([
      { items: [0], results: [{ handoffId: 'handoff_1' }] },
      { items: [2], results: [{ handoffId: 'handoff_1' }] },
      { items: [1], results: [{ handoffId: 'handoff_2' }] },
    ]);
    expect(calls).toHaveLength(2);
  });

  test('that cannot be read come first, and who stops there has sent nothing', async () => {
    const { action, calls } = inventedAction();
    const { client } = scriptedClient([{}]);
    for await (const one of action.run(client, [() => filled, () => ({ ...filled, subject: '' })])) {
      expect(one).toMatchObject({ items: [1] });
      expect('error' in one && one.error).toBeInstanceOf(LeadterraError);
      break;
    }
    expect(calls).toEqual([]);
  });

  test('fail alone: by what they gave, or by what became of them', async () => {
    const { action } = inventedAction();
    const { settled } = await settle(action, [
      new Error('No such node.'),
      { ...filled, subject: 'fail' },
      other,
    ]);
    expect(settled).toMatchObject([
      { items: [0], error: 'No such node.' },
      { items: [1], error: 'It failed.' },
      { items: [2], results: [{ subject: 'other' }] },
    ]);
  });

  test('all go into one request where the action takes them at once', async () => {
    const given = [{ emails: 'ava@example.com, nobody' }, { emails: '@' }, { emails: ['ben@example.com'] }];
    const answers = [{ body: { suppressed: 2 } }];
    const { settled, requests } = await settle(actionOf('add_to_suppression_list'), given, answers);
    // The counts are of both together.
    const unknown = { suppressed: null, alreadySuppressed: null };
    expect(settled).toEqual([
      { items: [1], error: containing('"@" is not an email address.') },
      {
        items: [0],
        results: [{ emails: ['ava@example.com'], requested: 1, refused: ['nobody'], ...unknown }],
      },
      { items: [2], results: [{ emails: ['ben@example.com'], requested: 1, refused: [], ...unknown }] },
    ]);
    expect(requests).toMatchObject([{ body: { emails: ['ava@example.com', 'ben@example.com'] } }]);
  });

  test('share one list, which belongs to all of them', async () => {
    const replies = [{ id: 'rpl_1', classification: 'bounce' }, { id: 'rpl_2' }];
    const all = { limit: Infinity };
    const givens = [all, { ...all, classification: 'bounce' }, all];
    const { settled, requests } = await settle(actionOf('find_replies'), givens, [{ body: replies }]);
    expect(settled).toMatchObject([
      { items: [0, 2], results: [{ id: 'rpl_1' }, { id: 'rpl_2', email: null, campaignId: null }] },
      { items: [1], results: [{ id: 'rpl_1' }] },
    ]);
    expect(requests).toHaveLength(2);
  });

  test('of which all fail with their list', async () => {
    const { settled } = await settle(actionOf('find_sender_pools'), [{}, {}], [{ status: 401 }]);
    expect(settled).toEqual([{ items: [0, 1], error: containing('Could not list the sender pools') }]);
  });
});

describe('lists', () => {
  test('are found whole, or by what is asked for', async () => {
    const pools = [{ body: [{ id: 'pool_1', name: 'Primary', remainingVolume: 5 }, { id: 'pool_2' }] }];
    const found = async (given: Given) =>
      (await settle(actionOf('find_sender_pools'), [given], pools)).settled;
    expect(await found({})).toMatchObject([{ results: [{ id: 'pool_1' }, { id: 'pool_2', name: null }] }]);
    expect(await found({ name: 'primary' })).toMatchObject([
      { results: [{ id: 'pool_1', remainingVolume: 5 }] },
    ]);
    const accounts = [{ body: [{ id: 'sa_1', email: 'Ava@example.com', status: 'active' }, { id: 'sa_2' }] }];
    const { settled } = await settle(
      actionOf('find_sender_accounts'),
      [{ email: 'ava@example.com' }],
      accounts,
    );
    expect(settled).toMatchObject([{ results: [{ id: 'sa_1', canSend: true }] }]);
  });

  test.each([
    [undefined, 50],
    ['', 50],
    [3, 3],
  ])('of replies end at the limit %j', async (limit, length) => {
    const replies = Array.from({ length: 60 }, (_, index) => ({ id: `rpl_${index}` }));
    const { client } = scriptedClient([{ body: replies }]);
    expect(await resultsOf('find_replies', client, { limit })).toHaveLength(length);
  });

  test('of replies say so where Leadterra has more than it hands out', async () => {
    const replies = Array.from({ length: 50 }, (_, index) => ({ id: `rpl_${index}` }));
    const answers = [{ body: { replies, pagination: { page: 1, perPage: 50, total: 120 } } }];
    const { settled } = await settle(actionOf('find_replies'), [{ limit: 500 }], answers);
    expect(settled).toMatchObject([{ results: replies, note: containing('older ones are missing') }]);
    const whole = [{ body: { replies, pagination: { page: 1, perPage: 50, total: 50 } } }];
    const [of] = (await settle(actionOf('find_replies'), [{ limit: 500 }], whole)).settled;
    expect(of).toMatchObject({ results: replies, note: undefined });
  });
});

test('what is not safe to run again says so', () => {
  expect(inventedAction('each', { warning: 'It costs.' }).action.notice).toMatch(
    /^It costs\. Each run does it anew\./,
  );
  expect(inventedAction('each', { isIdempotent: true }).action.notice).toBeUndefined();
});

test('no two actions are called the same on a host', () => {
  const names = actions.flatMap(({ key, label, resource, operation }) => [
    key,
    label,
    `${resource}: ${operation}`,
  ]);
  expect(new Set(names).size).toBe(names.length);
});

test.each(actions)('$key: its words fit both hosts', (action) => {
  expect(action.key).toMatch(/^[a-z]+(_[a-z]+)+$/);
  expect(action.description).toMatch(/^[A-Z][a-z]+s [^.!?]*\.$/);
  expect(action.label.startsWith('Find ')).toBe(action.kind === 'read');
  for (const { help = 'Nothing is said of it.' } of Object.values(action.fields))
    expect(help).toMatch(/[.!?]$/);
});
