import { runInNewContext } from 'node:vm';

import { LeadterraApi } from '../credentials/LeadterraApi.credentials';

/** Where n8n sends the credential test, and with it the key. */
function testedAt(baseUrl: string, allowHttp = false): unknown {
  const { baseURL = '' } = new LeadterraApi().test.request;
  const expression = /^=\{\{(.*)\}\}$/.exec(baseURL)?.[1] ?? '';
  const url: unknown = runInNewContext(expression, { $credentials: { baseUrl, allowHttp } });
  return url;
}

test.each([
  'https://app.leadterra.co',
  ' https://leadterra.example/api/ ',
  'HTTPS://leadterra.example:8443',
  'http://localhost',
  'http://localhost:4010/',
  'http://127.0.0.1:4010/api',
  'http://[::1]:4010',
  'http://sandbox:4010',
  'http://leadterra_sandbox-1:4010/',
  'http://sandbox.internal',
  'https://gateway.example/v1/leadterra',
])('the key is tested at %s', (baseUrl) => {
  expect(testedAt(baseUrl)).toBe(baseUrl.trim());
});

test.each([
  'http://leadterra.example',
  'http://0x08080808',
  'http://134744072',
  'http://sandbox.internal.example',
  'http://sandbox@evil.example',
  'http://localhost:80@evil.example',
  'http://localhost:80@evil.example/',
  'http://127.0.0.1:@evil.example',
  'http://localhost@evil.example',
  'http://localhost.evil.example',
  'http://localhost\\@evil.example',
  'http://localhost/\\@evil.example',
  'https://app.leadterra.co@evil.example',
  'https://app.leadterra.co:443@evil.example',
  'ftp://localhost',
  'https:evil.example',
  'app.leadterra.co',
  '',
])('the key is not sent to %j', (baseUrl) => {
  expect(testedAt(baseUrl)).toBe('https://the-base-url-must-begin-with-https.invalid');
});

test('plain http to anywhere has to be asked for', () => {
  expect(testedAt('http://192.168.1.5:4010', true)).toBe('http://192.168.1.5:4010');
  expect(testedAt('http://localhost@evil.example', true)).toMatch(/[.]invalid$/);
  expect(testedAt('ftp://localhost', true)).toMatch(/[.]invalid$/);
});

test.each(['https://app.leadterra.co/v1', 'http://localhost:4010/v1/'])(
  '%s is told from other slips',
  (baseUrl) => {
    expect(testedAt(baseUrl)).toBe('https://the-base-url-must-not-end-in-v1.invalid');
  },
);
