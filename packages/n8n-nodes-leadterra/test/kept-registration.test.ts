import { hashOf, isToken, newToken, seal, unseal } from '../nodes/LeadterraTrigger/kept-registration';

test('a sealed secret can be read with the API key and with no other', () => {
  const sealed = seal('whsec_example', 'sk_test_one');
  expect(sealed).not.toContain('whsec');
  expect(seal('whsec_example', 'sk_test_one')).not.toBe(sealed);
  expect(unseal(sealed, 'sk_test_one')).toBe('whsec_example');
  expect(unseal(sealed, 'sk_test_two')).toBeUndefined();
  expect(unseal('damaged', 'sk_test_one')).toBeUndefined();
});

test('only the token that was registered is accepted', () => {
  const token = newToken();
  const kept = {
    id: 'wh_1',
    url: 'https://n8n.example/hook',
    events: [],
    account: '',
    tokenHash: hashOf(token),
  };
  expect(isToken(token, kept)).toBe(true);
  for (const wrong of [newToken(), '', undefined, ['x'], token.slice(1)])
    expect(isToken(wrong, kept)).toBe(false);
});
