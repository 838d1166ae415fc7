import { mapLead } from '@leadterra/shared';

const read = (columns: object) => mapLead({ email: 'a@b.example', ...columns }).lead;
const uuid = '1419004b-c860-4c8f-a46a-4a5a9cccdee6';

test.each([
  'Acme {EMEA}',
  '{Acme} GmbH',
  'Studio %A%',
  '%A% Studio',
  '[Acme] GmbH',
  'Acme [EMEA]',
  'Acme __x__',
  '__x__ Acme',
  'Acme @home@',
  '@home@ Acme',
  'Team #NULL',
  'Stone+Ray(Berlin)',
  '24/7 Acme www.acme.example',
  'Studio #54',
])('a company may have in it what stands for nothing alone: %s', (company) => {
  expect(read({ company })?.company).toBe(company);
});

test.each([
  'Studio-nine-100000',
  'shop-24online.example',
  'studio54paris',
  'stone_consulting',
  'Stonefordshire/1234567',
  '1234567/Stonefordshire',
  'Fordshire/Stonefordshire1',
  'Stonefordshire1/Fordshire',
  'Acme-cafe-dead-beef-123456789012',
  'Acme-12345678-cafe-dead-beef-24',
  `Acme ${uuid}`,
])('no id, but a company: %s', (company) => {
  expect(read({ company })?.company).toBe(company);
});

test.each([
  'usr_a1b2c3d',
  'usr-a1b2c3d',
  'stone_1consulting',
  `contact-${uuid}`,
  uuid.toUpperCase(),
  'ABCDEFGHIJKLM1',
  '1ABCDEFGHIJKLM',
  `${'a'.repeat(63)}1`,
  '12345',
  '#12345',
  '12_34',
  's3://acme/logo',
  '!!!',
  '🚀 {company}',
  '🚀 #REF!',
])('no company: %s', (company) => {
  expect(read({ company })?.company).toBeUndefined();
});

test.each([
  ['Acme<br>Stone', 'Acme Stone'],
  ['Acme🚀Stone', 'Acme Stone'],
  ['Acme 🚀🚀 Stone', 'Acme Stone'],
])('a company of %s is %s', (company, expected) => {
  expect(read({ company })?.company).toBe(expected);
});

test.each([
  ['Ava she/her', 'Ava'],
  ['Ava she / her', 'Ava'],
  ['Ava(she/her)', 'Ava'],
  ['Ava ( she/her )', 'Ava'],
  ['Ava (she/her / hers)', 'Ava'],
  ['Er/Hermann', 'Er/Hermann'],
])('pronouns are no part of a name: %s', (name, expected) => {
  expect(read({ first_name: name })?.firstName).toBe(expected);
});

test.each([
  ['Level 12', undefined],
  ['Mr. / Mrs. / Ms / Dr', undefined],
  ['V.P.', 'V.P.'],
])('a role of %s is the job %s', (role, expected) => {
  expect(read({ role })?.jobTitle).toBe(expected);
});
