import { mapLead } from '@leadterra/shared';

test.each([
  ['ST. JOHN', 'St. John'],
  ['KING JR.', 'King Jr.'],
  ['J.P.', 'J.P.'],
  ['SMITH-MCDONALD', 'Smith-McDonald'],
  ['MCKAY-MCDONALD', 'McKay-McDonald'],
  // No name is written with a digit, so nobody knows how this one is.
  ['J0HN', 'J0HN'],
  ['é', 'é'],
  ['Öz', 'Öz'],
  ['éÉ', 'éÉ'],
  ['王 小', '王 小'],
])('a last name of %s is %s', (name, expected) => {
  expect(mapLead({ email: 'a@b.example', last_name: name }).lead?.lastName).toBe(expected);
});
