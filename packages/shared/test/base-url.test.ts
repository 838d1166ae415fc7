import { parseBaseUrl } from '@leadterra/shared';

test.each([
  ['https://app.leadterra.co', 'https://app.leadterra.co'],
  ['https://leadterra.example/api/', 'https://leadterra.example/api'],
  ['http://localhost:4010/', 'http://localhost:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
  ['http://sandbox:4010', 'http://sandbox:4010'],
  ['http://leadterra_sandbox-1:4010', 'http://leadterra_sandbox-1:4010'],
  ['http://host.docker.internal:4010', undefined],
  ['http://sandbox.internal', 'http://sandbox.internal'],
  ['http://leadterra.example', undefined],
  ['http://192.168.1.5:4010', undefined],
  ['http://2130706434', undefined],
  ['http://sandbox.internal.example', undefined],
  ['http://sandbox.local', undefined],
])('%s is taken only where the key cannot be read on the way', (text, base) => {
  if (base === undefined) expect(() => parseBaseUrl(text)).toThrow('must start with https://');
  else expect(parseBaseUrl(text)).toBe(base);
});

test('plain http to anywhere has to be asked for', () => {
  expect(parseBaseUrl('http://192.168.1.5:4010/', { allowHttp: true })).toBe('http://192.168.1.5:4010');
});

test.each([
  ['app.leadterra.co', 'has no scheme: write https://app.leadterra.co.'],
  ['localhost:4010', 'has no scheme: write http://localhost:4010.'],
  [
    'https://app.leadterra.co/v1',
    'must not end in /v1, which every call adds: write https://app.leadterra.co.',
  ],
  ['http://localhost:4010/v1/', 'must not end in /v1, which every call adds: write http://localhost:4010.'],
  ['ftp://app.leadterra.co', 'is not a URL'],
  ['', 'is not a URL'],
  ['my key', 'is not a URL'],
  ['https://me:secret@app.leadterra.co', 'must not hold a user name or password'],
  // A path may well hold the text in the middle.
  ['https://gateway.example/v1/leadterra', undefined],
])('%s: the message says which slip it is', (text, message) => {
  if (message === undefined) expect(parseBaseUrl(text)).toBe(text);
  else expect(() => parseBaseUrl(text)).toThrow(message);
});
