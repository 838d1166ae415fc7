import App from '../src';
import { failure, isolateNetwork, leadterra, run } from './support/app';

isolateNetwork();

const connectionTest = App.authentication?.test;

describe('the connection test', () => {
  test('names the workspace by the addresses that it sends from', async () => {
    leadterra()
      .get('/v1/sender-accounts')
      .reply(200, [
        { id: 'sa_1', email: 'mia@outbound.example', status: 'active' },
        { id: 'sa_2', email: 'leo@outbound.example', status: 'paused' },
      ]);
    await expect(run(connectionTest)).resolves.toEqual({
      workspace: 'mia@outbound.example and 1 more',
      senderAccounts: 2,
    });
  });

  test('names a workspace with one sender account by that alone, by its ID if it has no address', async () => {
    leadterra()
      .get('/v1/sender-accounts')
      .reply(200, { data: [{ id: 'sa_1' }] });
    await expect(run(connectionTest)).resolves.toEqual({ workspace: 'sa_1', senderAccounts: 1 });
  });

  test('accepts a key without any sender account', async () => {
    leadterra().get('/v1/sender-accounts').reply(200, []);
    await expect(run(connectionTest)).resolves.toEqual({
      workspace: 'Workspace without sender accounts',
      senderAccounts: 0,
    });
  });

  test('takes a key with space around it, as it comes from the clipboard', async () => {
    leadterra().get('/v1/sender-accounts').reply(200, []);
    await run(connectionTest, { authData: { apiKey: ' sk_test_4Zq8unittest\n' } });
  });

  test.each([{}, { apiKey: '' }, { apiKey: 'sk_test_half half' }, { apiKey: 'sk_test_ключ' }])(
    'refuses %j without sending it',
    async (authData) => {
      expect(await failure(run(connectionTest, { authData }))).toEqual({
        name: 'ExpiredAuthError',
        message:
          'The API key is empty or holds characters that no key has. Copy it again from Leadterra under Settings → API Keys. Then reconnect the account in Zapier.',
      });
    },
  );
});

test('labels a connection by the workspace, without a secret and without the name of the app', () => {
  expect(App.authentication?.connectionLabel).toBe('{{workspace}}');
});
