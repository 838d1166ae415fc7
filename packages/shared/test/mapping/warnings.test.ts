import { mapLead } from '@leadterra/shared';

test.each([
  // The first letter is wrong.
  ['ava@jotmail.com', ['misspelt_domain']],
  ['ava@yaho.com', ['misspelt_domain']],
  ['ava@protonmail.comm', ['misspelt_domain']],
  ['info+signups-of-the-newsletter@acme.example', ['role_address']],
  ['+info@acme.example', []],
])('%s: %j', (email, codes) => {
  expect(mapLead({ email }).issues.map(({ code }) => code)).toEqual(codes);
});
