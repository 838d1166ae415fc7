import { inventedAction } from '@leadterra/testing/invented-action';
import { containing } from '@leadterra/testing/matchers';
import * as z from 'zod/mini';

import { createsOf, searchesOf } from '../src/render-action';
import { failure, isolateNetwork, leadterra, run, runSearch } from './support/app';

isolateNetwork();

const filled = { sdr: 'sdr_1', campaign: 'camp_7', subject: 'Hello', category: 'a', tags: ['hot', 'new'] };

describe('an action that changes something', () => {
  const { assign_reply: create } = createsOf([inventedAction().action]);

  test('is a create, with its words', () => {
    expect(create).toMatchObject({
      key: 'assign_reply',
      noun: 'Reply',
      display: {
        label: 'Assign Reply to an SDR',
        description: 'Forwards a reply to a person; its thread goes with it.',
      },
    });
    expect(searchesOf([inventedAction().action])).toEqual({});
  });

  test('has an input field for each of its fields, and one to read', () => {
    expect(create?.operation.inputFields).toEqual([
      expect.objectContaining({ key: 'sdr', type: 'string', required: true }),
      {
        ...{ key: 'campaign', label: 'Campaign', type: 'string', required: true, placeholder: 'camp_1' },
        ...{ dynamic: 'campaigns.id.name', search: 'find_campaigns.id' },
      },
      { key: 'subject', label: 'Subject', type: 'string', required: true, placeholder: 'Re: your question' },
      { key: 'note', label: 'Note', type: 'text', helpText: 'For the person alone. No lead sees it.' },
      { key: 'body', label: 'Body', type: 'text' },
      { key: 'cc', label: 'Copy To', type: 'string', list: true, placeholder: 'name@email.com' },
      { key: 'tags', label: 'Tags', type: 'string', list: true, helpText: 'With commas between them.' },
      { key: 'variants', label: 'Variants', type: 'integer', default: '1' },
      { key: 'share', label: 'Share (%)', type: 'number', default: '50' },
      {
        key: 'force',
        label: 'Forward Again',
        type: 'boolean',
        default: 'false',
        helpText: 'Whether to forward it once more.',
      },
      {
        key: 'category',
        label: 'Category',
        type: 'string',
        required: true,
        choices: { b: 'Warm', a: 'Hot' },
      },
      { key: 'due', label: 'Due At', type: 'datetime' },
      { key: 'notice', type: 'copy', helpText: containing('Each run does it anew.') },
      { key: 'testStep', type: 'copy', helpText: containing('does this for real') },
    ]);
  });

  test('offers what an ID is chosen from', async () => {
    const [sdr] = create?.operation.inputFields ?? [];
    const { choices } = typeof sdr === 'object' ? sdr : {};
    const perform = typeof choices === 'object' && !Array.isArray(choices) ? choices['perform'] : undefined;
    expect(await run(perform)).toEqual({
      results: [
        { id: 'sdr_1', label: 'Dana Reed' },
        { id: 'sdr_2', label: 'Eli Ito' },
      ],
      paging_token: null,
    });
  });

  test('gives what its sample shows: each key, lists as texts, and its own ID as id', async () => {
    const given = await run(create?.operation.perform, { inputData: filled });
    const result = z.record(z.string(), z.unknown()).parse(given);
    expect(result).toEqual({
      ...{ id: 'handoff_1', subject: 'Hello', tags: 'hot, new' },
      ...{ variants: null, share: null, force: null, due: null },
    });
    expect(Object.keys(result)).toEqual(Object.keys(create?.operation.sample ?? {}));
    expect(create?.operation.outputFields?.map((field) => 'key' in field && field.key)).toEqual(
      Object.keys(result),
    );
  });

  test('names what cannot be used', async () => {
    const running = run(create?.operation.perform, { inputData: { ...filled, sdr: '', variants: '9' } });
    expect(await failure(running)).toMatchObject({
      code: 'invalid_input',
      message: containing('"SDR" is empty. "Variants" is "9", not a whole number from 1 to 3.'),
    });
  });
});

describe('an action that only reads', () => {
  test('is a search that gives its whole list', async () => {
    leadterra()
      .get('/v1/replies')
      .query({ campaignId: 'camp_7' })
      .reply(200, { data: [{ id: 'rpl_1', email: 'ava@example.com' }, { id: 'rpl_2' }] });
    const nothing = { campaignId: null, classification: null, receivedAt: null, threadSnippet: null };
    await expect(runSearch('find_replies', { campaign: 'camp_7', limit: '' })).resolves.toEqual([
      { id: 'rpl_1', email: 'ava@example.com', ...nothing },
      { id: 'rpl_2', email: null, ...nothing },
    ]);
  });

  test('joins the lists in its results', async () => {
    leadterra()
      .get('/v1/sender-pools')
      .reply(200, [{ id: 'pool_1', name: 'Main', senderAccountIds: ['sa_1', 'sa_2'] }]);
    await expect(runSearch('find_sender_pools', { name: 'main' })).resolves.toMatchObject([
      { id: 'pool_1', senderCount: 2, senderAccountIds: 'sa_1, sa_2' },
    ]);
  });

  test.each([
    ['find_replies', { campaign: 'camp_0' }, '/v1/replies?campaignId=camp_0'],
    ['find_sending_capacity', { campaign: 'camp_0' }, '/v1/campaigns/camp_0/stats'],
  ])('%s finds nothing for a campaign that there is not', async (key, inputData, path) => {
    leadterra().get(path).reply(404, { code: 'campaign_not_found' });
    await expect(runSearch(key, inputData)).resolves.toEqual([]);
  });
});
