import { cleanEmail, isValidEmail, mapLead } from '@leadterra/shared';

describe('addresses', () => {
  test.each([
    ['Ava@Stone.Example', 'ava@stone.example'],
    ['  ava@stone.example\n', 'ava@stone.example'],
    ['mailto:ava@stone.example', 'ava@stone.example'],
    ['MAILTO:ava@stone.example?subject=Hi%20there', 'ava@stone.example'],
    ['Ava Stone <ava@stone.example>', 'ava@stone.example'],
    ['"Stone, Ava" <ava@stone.example>', 'ava@stone.example'],
    ['<ava@stone.example>', 'ava@stone.example'],
    ['[ava@stone.example](mailto:ava@stone.example)', 'ava@stone.example'],
    ['\u200bava@stone\u200d.example\ufeff', 'ava@stone.example'],
    ['ava@stone.example.', 'ava@stone.example'],
    ['ava@stone.example;', 'ava@stone.example'],
    ["'ava@stone.example'", 'ava@stone.example'],
    ['Email: ava@stone.example', 'ava@stone.example'],
    ['&lt;ava@stone.example&gt;', 'ava@stone.example'],
    ['ava@stone.example/ben@stone.example', 'ava@stone.example'],
    ["''/.../ava@stone.example/ben@stone.example", 'ava@stone.example'],
    ['Ava <a/va@stone.example>', 'a/va@stone.example'],
    ['Ava <a?va@stone.example>', 'a?va@stone.example'],
    ['<é\u200dé@stone.example>', 'éé@stone.example'],
    ["o'hara+news@sub.stone.example", "o'hara+news@sub.stone.example"],
    ['jörg@straße.example', 'jörg@straße.example'],
    ['info@例え.テスト', 'info@例え.テスト'],
    ['a_b-c.d@x1-y.co', 'a_b-c.d@x1-y.co'],
  ])('%j → %j', (text, address) => {
    expect(cleanEmail(text)).toBe(address);
    expect(isValidEmail(address)).toBe(true);
  });

  test.each([
    '',
    'ava',
    'ava@',
    '@stone.example',
    'ava@stone',
    'ava@@stone.example',
    'ava.@stone.example',
    '.ava@stone.example',
    'a..va@stone.example',
    'ava@-stone.example',
    'ava@stone-.example',
    'ava@stone..example',
    'ava@192.168.0.1',
    'ava@stone.e',
    'ava stone@x.example',
    `${'a'.repeat(65)}@stone.example`,
    `${'a'.repeat(65)}.stone.example`,
    `ava@${'a'.repeat(64)}.example`,
    `ava@${'abcdefgh.'.repeat(30)}example`,
    'email_not_unlocked@domain.com',
  ])('%j is none', (text) => {
    expect(cleanEmail(text)).toBeUndefined();
  });

  test('a zero-width character makes an address invalid until it is cleaned', () => {
    expect(isValidEmail('ava\u200b@stone.example')).toBe(false);
  });
});

const company = (text: unknown) => mapLead({ email: 'a@b.example', company: text }).lead?.company;

describe('text', () => {
  test.each([
    ['  Stone   &  Sons ', 'Stone & Sons'],
    ['Smith &amp; Co', 'Smith & Co'],
    ['Caf&eacute; M&uuml;ller&nbsp;', 'Café Müller'],
    ['O&#39;Brien &#x26; Cie', "O'Brien & Cie"],
    ['A &amp;amp; B', 'A & B'],
    ['AT&T', 'AT&T'],
    ['R&D; Labs &unknown; x', 'R&D; Labs &unknown; x'],
    ['Line\nbreak\tInc', 'Line break Inc'],
    ['Bell\u0007 Labs\u0000', 'Bell Labs'],
    ['\u200bZero\ufeff', 'Zero'],
    ['Société Générale', 'Société Générale'],
    ['株式会社テスト', '株式会社テスト'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['A\u200dva', 'Ava'],
  ])('%j → %j', (text, cleaned) => {
    expect(company(text)).toBe(cleaned);
  });

  test.each([
    '',
    '   ',
    'N/A',
    'n/a',
    '-',
    '--',
    '—',
    'null',
    'NULL',
    'None',
    'unknown',
    'undefined',
    '\u200bN/A',
    null,
    [],
    {},
    true,
    Number.NaN,
  ])('%j is empty', (value) => {
    expect(company(value)).toBeUndefined();
  });
});

describe('a full name', () => {
  test.each([
    ['Ava Stone', 'Ava', 'Stone'],
    ['Ava', 'Ava', undefined],
    ['Mary Ann Stone', 'Mary Ann', 'Stone'],
    ['Vincent van Gogh', 'Vincent', 'van Gogh'],
    ['Ursula von der Leyen', 'Ursula', 'von der Leyen'],
    ['Dick Van Dyke', 'Dick', 'Van Dyke'],
    ['Van Nguyen', 'Van', 'Nguyen'],
    ['Ben Stone', 'Ben', 'Stone'],
    ['Mohammed bin Salman', 'Mohammed', 'bin Salman'],
    ['Oscar de la Hoya', 'Oscar', 'de la Hoya'],
    ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
    ['von der Leyen', undefined, 'von der Leyen'],
    ["Séan O'Brien", 'Séan', "O'Brien"],
    ['Anne-Marie Smith-Jones', 'Anne-Marie', 'Smith-Jones'],
    ['Stone, Ava', 'Ava', 'Stone'],
    ['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
    ['Stone, Ava, PhD', 'Ava', 'Stone'],
    ['Ava Stone, Ph.D.', 'Ava', 'Stone'],
    ['Ava Stone PhD, MBA', 'Ava', 'Stone'],
    ['Martin King Jr.', 'Martin', 'King Jr.'],
    ['Martin King, Jr.', 'Martin', 'King Jr.'],
    ['King, Martin, III', 'Martin', 'King III'],
    ['Dr. Ava Stone', 'Ava', 'Stone'],
    ['Herr Prof. Dr. Max Planck', 'Max', 'Planck'],
    ['Ms. Stone', undefined, 'Stone'],
    ['王小明', '王小明', undefined],
    ['李 小龙', '小龙', '李'],
    ['김 철수', '철수', '김'],
    ['AVA STONE', 'Ava', 'Stone'],
    ['Ava St. John', 'Ava', 'St. John'],
    ['Prof. Dr. med. Anna van der Berg PhD', 'Anna', 'van der Berg'],
    ['Dipl.-Ing. Max Muster (M.Sc.)', 'Max', 'Muster'],
    ['"Ava Stone"', 'Ava', 'Stone'],
    ['Ava "Rocky" Stone (she/her)', 'Ava', 'Stone'],
    ["Ava 'Rocky' O'Brien-Smith", 'Ava', "O'Brien-Smith"],
    ['Ava Stone 🚀', 'Ava', 'Stone'],
    ['🚀 Ava', 'Ava', undefined],
    ['Ava Stone - Acme', 'Ava', 'Stone'],
    ['Ava Stone | Sales', 'Ava', 'Stone'],
    ['Ava Stone; Ben Ray', 'Ava', 'Stone'],
    ['Ava Stone, CEO', 'Ava', 'Stone'],
    ['GARCÍA MÁRQUEZ, ANA', 'Ana', 'García Márquez'],
    ['Ava Stone, M.D., F.A.C.S.', 'Ava', 'Stone'],
    ['Ava, Dr.', 'Ava', undefined],
    ['Mr. and Mrs. Stone', undefined, 'Stone'],
    ['Ava & Ben Stone', undefined, undefined],
    ['Stone and Sons', undefined, undefined],
    ['Acme Sp. z o.o.', undefined, undefined],
    ['Ava undefined', 'Ava', undefined],
    ['null null', undefined, undefined],
    ['[object Object]', undefined, undefined],
    ['- -', undefined, undefined],
    ['+49 170 1234567', undefined, undefined],
    ['#1001', undefined, undefined],
    ['Лев Толстой', 'Лев', 'Толстой'],
  ])('%s', (name, firstName, lastName) => {
    expect(mapLead({ email: 'a@b.example', 'Full Name': name }).lead).toEqual({
      email: 'a@b.example',
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
    });
  });

  test('names that come apart are left as they are', () => {
    const record = { email: 'a@b.example', first_name: 'Renée-Claude', last_name: "d'Ávila Müller" };
    expect(mapLead(record).lead).toEqual({
      email: 'a@b.example',
      firstName: 'Renée-Claude',
      lastName: "d'Ávila Müller",
    });
  });
});
