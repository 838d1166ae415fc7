import { seal, unseal } from '../nodes/LeadterraTrigger/sealed-secret';

test('a sealed secret can be read with the token and with no other', () => {
  const sealed = seal('whsec_example', 'token-one');
  expect(sealed).not.toContain('whsec');
  expect(seal('whsec_example', 'token-one')).not.toBe(sealed);
  expect(unseal(sealed, 'token-one')).toBe('whsec_example');
  expect(unseal(sealed, 'token-two')).toBeUndefined();
  expect(unseal('damaged', 'token-one')).toBeUndefined();
});
