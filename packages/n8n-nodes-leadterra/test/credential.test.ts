import { runInNewContext } from 'node:vm';

import { LeadterraApi } from '../credentials/LeadterraApi.credentials';

/** Where n8n sends the credential test, and with it the key. */
function testedAt(baseUrl: string): unknown {
  const { baseURL = '' } = new LeadterraApi().test.request;
  const expression = /^=\{\{(.*)\}\}$/.exec(baseURL)?.[1] ?? '';
  const url: unknown = runInNewContext(expression, { $credentials: { baseUrl } });
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
])('the key is tested at %s', (baseUrl) => {
  expect(testedAt(baseUrl)).toBe(baseUrl.trim());
});

test.each([
  'http://leadterra.example',
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
