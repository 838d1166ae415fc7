import { hashOf, isToken, newToken } from '../nodes/LeadterraTrigger/token';

test('only the token that was registered is accepted', () => {
  const token = newToken();
  const tokenHash = hashOf(token);
  expect(isToken(token, tokenHash)).toBe(true);
  for (const wrong of [newToken(), '', undefined, ['x'], token.slice(1), tokenHash])
    expect(isToken(wrong, tokenHash)).toBe(false);
});
