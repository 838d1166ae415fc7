import { mapLead } from '@leadterra/shared';

/** The name of the lead, as `First|Last`. */
function nameOf(record: object): string {
  const { lead } = mapLead({ email: 'a@b.example', ...record });
  return `${lead?.firstName ?? ''}|${lead?.lastName ?? ''}`;
}

describe('a full name with more than two words', () => {
  test.each([
    ['van der Berg', '|van der Berg'],
    ['al Berg', '|al Berg'],
    ['van Gogh vincent', 'van Gogh|Vincent'],
    ['Van Gogh', 'Van|Gogh'],
    ['a van Dyke', 'a|van Dyke'],
    ['Ava de', 'Ava|De'],
    ['Mr. Ava Stone and Mr. Ben', '|'],
    ['Mr. and Mrs. Ava Stone', 'Ava|Stone'],
    ['Mr. and Mrs. and Dr. Stone', '|Stone'],
    ['Ava Stone MBA PhD', 'Ava|Stone'],
    ['Ava Stone Jr. PhD', 'Ava|Stone Jr.'],
    ['Ava PhD', 'Ava|'],
    ['Ava Jr.', 'Ava|'],
    ['Ava + Ben Stone', '|'],
    ['Ava und Ben Stone', '|'],
    ['Ava et Ben', '|'],
    ['王 小 明', '小 明|王'],
    ['山田 太郎 様', '太郎|山田'],
    ['やまだ たろう', 'たろう|やまだ'],
    ['Ava none Stone', 'Ava|Stone'],
    ['null Stone', 'Stone|'],
    ['Sr. Juan Ruiz', 'Juan|Ruiz'],
    ['Dr. Ava Brand', 'Ava|Brand'],
    ['Dr. Ava李 Stone', 'Ava李|Stone'],
    ['& Other Stories', '|'],
  ])('%s', (name, expected) => {
    expect(nameOf({ 'Full Name': name })).toBe(expected);
  });

  test.each(['Mr.', 'Mr. Dr.', 'Dr. PhD', 'Jr.', 'Mr. Jr.', 'Mr., Jr.', 'Mr. & Mrs.'])(
    'greets nobody as %s',
    (name) => {
      expect(nameOf({ 'Full Name': name })).toBe('|');
    },
  );
});

describe('a name with a comma', () => {
  test.each([
    // Turned round.
    ['Stone Ray, Ava', 'Ava|Stone Ray'],
    ['Ray, Ava, Head of Sales', 'Ava|Ray'],
    ['Stone, Ava Maria Lea', 'Ava Maria Lea|Stone'],
    ['De Stone, Kofi', 'Kofi|De Stone'],
    ['van Stone, Kofi', 'Kofi|van Stone'],
    ['VAN STONE, Kofi', 'Kofi|van Stone'],
    ['Kofi, Abebe', 'Abebe|Kofi'],
    ['Ava, Ben', 'Ben|Ava'],
    ['Stone,,Ava', 'Ava|Stone'],
    ['Stone, Dr. Ava', 'Ava|Stone'],
    ['Stone, Ava PhD', 'Ava|Stone'],
    ['Stone, Ava, MBA', 'Ava|Stone'],
    ['Stone, Ava Jr.', 'Ava|Stone Jr.'],
    ['Stone, Ava, PhD, Jr.', 'Ava|Stone Jr.'],
    ['Stone, MBA, Ava', 'Ava|Stone'],
    ['Stone, AVA', 'Ava|Stone'],
    ['Abebe Ray, ÉVA', 'Éva|Abebe Ray'],
    ['Abebe Ray, ANDRÉ', 'André|Abebe Ray'],
    // As it stands.
    ['Ava Kofi, Ben', 'Ava|Kofi'],
    ['Ava Stone, Ben Ray', 'Ava|Stone'],
    ['Ava Stone, CPA', 'Ava|Stone'],
    ['Ava STONE, XYZ', 'Ava|Stone'],
    ['Ava Stone, F.A.C.S., Ben', 'Ava|Stone'],
    ['Ava Stone, XYZ-AB', 'Ava|Stone'],
    ['Ava Stone, Head of Sales', 'Ava|Stone'],
    ['Ava Stone, Jr., Dr.', 'Ava|Stone Jr.'],
    ['Ava, from the office in Bonn', 'Ava|'],
    ['Abebe Ray, from the office in Bonn', 'Abebe|Ray'],
    ['Abebe Ray, Head of Sales', 'Abebe|Ray'],
    ['Abebe Ray, The Bakery', 'Abebe|Ray'],
    ['Abebe Ray, XYZ', 'Abebe|Ray'],
    ['Abebe RAY, XYZ', 'Abebe|Ray'],
    ['Abebe Ray, XYZ-AB', 'Abebe|Ray'],
    ['Abebe Ray, F.A.C.S.', 'Abebe|Ray'],
    ['12, Stone', 'Stone|'],
    [', Ava', 'Ava|'],
    ['Stone,', 'Stone|'],
    ['Ava Stone, null', 'Ava|Stone'],
    ['null, Ava', 'Ava|'],
    // Nobody can tell which is which.
    ['Abebe Ray, Kofi', '|'],
    ['ABEBE RAY, XYZ', '|'],
    ['Stone, Ava Maria Lea Kim', '|'],
    ['Stone, from the office in Bonn', '|'],
    ['García Márquez, Gabriel José María Ángel', '|'],
    [',', '|'],
  ])('%s', (name, expected) => {
    expect(nameOf({ 'Full Name': name })).toBe(expected);
  });
});

test.each([
  ['DOE Jane', 'Jane|Doe'],
  ['DE LA CRUZ Ana', 'Ana|de la Cruz'],
  ["O'NEIL Ava", "Ava|O'Neil"],
  ["D'ARC Jeanne", "Jeanne|D'Arc"],
  ['XUE Abebe', 'Abebe|Xue'],
  ['LI Wei', 'Wei|LI'],
  ['O’NEIL Ava', 'Ava|O’Neil'],
  // Two letters may be initials, and what stands first may be a given name.
  ['LI Abebe', 'LI|Abebe'],
  ['JANE Doe', 'Jane|Doe'],
  ['MARY ANN Stone', 'Mary Ann|Stone'],
  ['MARTIN STONE Ava', 'Ava|Martin Stone'],
  ['JANE A Stone', 'Jane A|Stone'],
  ["O'Neil ROSE Ann", "O'Neil ROSE|Ann"],
  ['ÉMILE Zola', 'Émile|Zola'],
  ['Ava STONE', 'Ava|Stone'],
  ['STONE Ben Ray', 'Stone|Ben Ray'],
  // Long capitals, which a careless pattern tries to part in all ways.
  [`${'A'.repeat(90)} B`, `A${'a'.repeat(89)}|B`],
])('a last name in capitals stands first: %s', (name, expected) => {
  expect(nameOf({ 'Full Name': name })).toBe(expected);
});

describe('what stands around a name', () => {
  test.each([
    ['Ava Stone - Stone Ltd', 'Ava|Stone'],
    ['Ava Stone – Acme', 'Ava|Stone'],
    ['Ava Stone — Acme', 'Ava|Stone'],
    ['Ava Stone / Acme', 'Ava|Stone'],
    ['Ava Stone · Acme', 'Ava|Stone'],
    ['Ava Stone • Acme', 'Ava|Stone'],
    ['Ava Stone | Acme University', 'Ava|Stone'],
    ['Ava Stone; Acme Inc.', 'Ava|Stone'],
    ['Ava Stone (Acme Inc)', 'Ava|Stone'],
    ['Ava “Rocky” Stone', 'Ava|Stone'],
    ['Ava ‘Rocky’ Stone', 'Ava|Stone'],
    ['“Ava Stone”', 'Ava|Stone'],
    ['"Stone, Ava"', 'Ava|Stone'],
    ['Ava(Rocky)Stone', 'Ava|Stone'],
    ['Ava "Rocky"', 'Ava|'],
    ['"Rocky" Ava', 'Ava|'],
    ['Ava | Acme', 'Ava|'],
    // One word before a company may be the company.
    ['Ava | Acme University', '|'],
    ['Stone Ltd - Ava', '|'],
    ['Info | Acme', '|'],
    ['Sales Team | Acme', '|'],
    ['Ava@stone', '|'],
    ['Ava Stone #12', '|'],
    ['Accounts Payable', '|'],
    ['Info', '|'],
    ['The Bakery', '|'],
    ['Team Acme', '|'],
    ['City of Springfield', '|'],
    ['Stone University', '|'],
    ['Stone & Ray Ltd.', '|'],
    ['Stone, AB (Malmö)', '|'],
    ['"Sonne" Apotheke Berlin', '|'],
    ['Ava Stone, Stone GmbH', '|'],
    ['Stone Sp. z o.o.', '|'],
    ['University Stone', 'University|Stone'],
  ])('%s', (name, expected) => {
    expect(nameOf({ 'Full Name': name })).toBe(expected);
  });
});

test.each([
  ['Ava', '', 'Ava Stone', 'Ava|Stone'],
  ['ava', '', 'Ava Stone', 'Ava|Stone'],
  ['Ava', '', 'AVA STONE', 'Ava|Stone'],
  ['Ava', '', 'Ava', 'Ava|'],
  ['Ava', '', 'AVA', 'Ava|'],
  ['Ava', '', 'Vincent van Gogh', 'Ava|Vincent van Gogh'],
  ['Vincent', '', 'Vincent van Gogh', 'Vincent|van Gogh'],
  ['Mary', '', 'Mary Ann Stone', 'Mary|Ann Stone'],
  ['mary', '', 'Mary Ann Stone', 'Mary|Ann Stone'],
  ['Mary Ann', '', 'mary ann Stone Ray', 'Mary Ann|Stone Ray'],
  ['Ava', '', 'Avalon Stone', 'Ava|Avalon Stone'],
  ['Ava', '', 'Stone', 'Ava|Stone'],
  ['Ava', '', 'Stone Ray', 'Ava|Stone Ray'],
  ['Ava', '', 'Acme Inc.', 'Ava|'],
  ['Ava', '', 'Info', 'Ava|'],
  ['Ava', '', 'n/a', 'Ava|'],
  ['Ava', '', 'Stone, Ava', 'Ava|Stone'],
  ['', 'Stone', 'Stone, Ava', 'Ava|Stone'],
  ['', 'Stone', 'Ava Stone', 'Ava|Stone'],
  ['', 'STONE', 'Ava Stone', 'Ava|Stone'],
  ['', 'Stone', 'Stone', '|Stone'],
  ['', 'Gogh', 'Vincent van Gogh', 'Vincent van|Gogh'],
  ['', 'gogh', 'Vincent Van Gogh', 'Vincent Van|Gogh'],
  ['', 'Ann Stone', 'Mary Ann Stone', 'Mary|Ann Stone'],
  ['', 'Stone', 'Ava', 'Ava|Stone'],
  ['', 'Stone', 'Ava Maria', 'Ava Maria|Stone'],
  ['', 'Stone', 'Ava Bluestone', 'Ava Bluestone|Stone'],
  ['', 'Stone', 'Info', '|Stone'],
  ['Ava', 'Stone', 'Ben Ray', 'Ava|Stone'],
  ['', '', 'Ava Stone', 'Ava|Stone'],
])('first name %j, last name %j and full name %j: %s', (firstName, lastName, fullName, expected) => {
  expect(nameOf({ first_name: firstName, last_name: lastName, 'Full Name': fullName })).toBe(expected);
});

test('a whole name beside two halves from two places adds nothing', () => {
  const billing = { 'Last Name': 'Stone', 'Full Name': 'Ben Ray' };
  expect(nameOf({ 'First Name': 'Ava', billing })).toBe('Ava|Stone');
});
