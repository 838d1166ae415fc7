import { mapLead } from '@leadterra/shared';

const company = (text: unknown) => mapLead({ email: 'a@b.example', company: text }).lead?.company;
const firstName = (text: unknown) => mapLead({ email: 'a@b.example', first_name: text }).lead?.firstName;

/** The characters of a range, by their codes. */
const characters = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String.fromCharCode(from + index));

const blank = /^[^\S\ufeff]$/;
/** Controls, marks of direction, joiners of words and lines, and what has no width. */
const unseen = /^[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]$/u;
const plain = /^[\p{L}\p{M}\p{N}]$/u;
const partOfEmoji = /^[\p{Extended_Pictographic}\u20e3\ufe0f]$/u;

test('blanks of any script are one space, what cannot be seen is dropped, and letters stay', () => {
  const all = [
    [0, 0x700],
    [0x1600, 0x1900],
    [0x2000, 0x3100],
    [0xfe00, 0x10000],
  ].flatMap(([from = 0, to = 0]) => characters(from, to));
  const wrong = all.filter((character) => {
    const text = company(`A${character}B`);
    if (blank.test(character)) return text !== 'A B';
    if (unseen.test(character)) return text !== 'AB';
    return plain.test(character) && !partOfEmoji.test(character) && text !== `A${character}B`;
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['  Stone  ', 'Stone'],
  ['Stone ', 'Stone'],
  [' Stone', 'Stone'],
  ['Stone\u200b', 'Stone'],
  ['Stone  Sons', 'Stone Sons'],
  ['Stone\u200b \u200bSons', 'Stone Sons'],
  ['\u200b Stone', 'Stone'],
  ['A\u200c\u200dva', 'Ava'],
  ['é\u200dé', 'é\u200dé'],
  ['é\u200c\u200dé', 'é\u200cé'],
  ['é\u200da', 'éa'],
  ['a\u200dé', 'aé'],
  ['é\u200d é', 'é é'],
  ['é\u200bé', 'éé'],
  ['é\u200d', 'é'],
  ['\u200dé', 'é'],
  ['Smith&amp;Co', 'Smith&Co'],
  ['Smith &', 'Smith &'],
  ['Smith & Co', 'Smith & Co'],
  ['A &amp;amp;amp; B', 'A & B'],
  // Written to be decoded without an end: without its ampersands it is final.
  ['A &amp;amp;amp;amp;amp;amp;lt; B', 'A amp;amp;lt; B'],
  ['A&amp;nbsp;B', 'A B'],
  ['A&#65;&#x42;&#X43;', 'AABC'],
  ['A&#1114111;', 'A\u{10ffff}'],
  ['A&#1114112;', 'A&#1114112;'],
  ['A&Uuml;&uuml;', 'AÜü'],
  ['A&toString;', 'A&toString;'],
])('%j → %j', (text, cleaned) => {
  expect(company(text)).toBe(cleaned);
});

test.each([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['iexcl', '¡'],
  ['Agrave', 'À'],
  ['szlig', 'ß'],
  ['yuml', 'ÿ'],
])('&%s; is %j', (name, character) => {
  const { lead } = mapLead({ email: 'a@b.example', note: `A&${name};B` }, { customFields: 'unmapped' });
  expect(lead?.customFields).toEqual({ note: `A${character}B` });
});

test.each([
  ...['n/a', '#n/a', 'n.a.', 'null', 'none', 'unknown', 'undefined', '-', '--', '---', '–', '—', '.', '..'],
  ...['...', '?', '??', '???', 'tba', 'tbd', 'not available', 'not provided', '[not provided]'],
  '[object object]',
])('%j stands for nothing, in a custom field too', (text) => {
  for (const value of [text, text.toUpperCase(), ` ${text} `])
    expect(mapLead({ email: 'a@b.example', note: value }, { customFields: 'unmapped' }).lead).toEqual({
      email: 'a@b.example',
    });
});

test.each([
  ['Ava 🚀', 'Ava'],
  ['🚀', undefined],
  // Half an emoji, a hyphen of Unicode, and a sign of a font of its own.
  ['\ud800', undefined],
  ['\u2010', undefined],
  ['\ue000', undefined],
  ['👩‍💻 Ava', 'Ava'],
  ['🇩🇪 Ava', 'Ava'],
  ['Ava ❤️', 'Ava'],
  ['Ava 1️⃣', 'Ava 1'],
  ['<b>Ava</b>', 'Ava'],
  ['Ava<br/>', 'Ava'],
  ['<b>', undefined],
  ['{{first_name}}', undefined],
  ['{first_name}', undefined],
  ['*|FNAME|*', undefined],
  ['<%= name %>', undefined],
  ['%FIRSTNAME%', undefined],
  ['%%first%%', undefined],
  ['${name}', undefined],
  ['[[name]]', undefined],
  ['[First Name]', undefined],
  ['<first name>', undefined],
  ['__name__', undefined],
  ['@name@', undefined],
  ['#REF!', undefined],
  ['#N/A', undefined],
  ['#VALUE!', undefined],
  ['#NAME?', undefined],
  ['#DIV/0!', undefined],
  ['=VLOOKUP(A1)', undefined],
  ['=concat(A1)', undefined],
  ['https://x.example', undefined],
  ['www.x.example/ava', undefined],
  ['www.x.example', undefined],
  ['WWW.X.EXAMPLE', undefined],
  ['Ann. Lea', 'Ann. Lea'],
  ['usr-0a1b2c3d', undefined],
  ['0b6f6a4e-8f1d-4f5e-9a3b-2c7d8e9f0a1b', undefined],
  ['{0b6f6a4e-8f1d-4f5e-9a3b-2c7d8e9f0a1b}', undefined],
  ['0123456789abcdef', undefined],
  ['recAbCdEfGhIj1lMn', undefined],
  ['#1001', undefined],
  ['12/34', undefined],
  ['+49 170 1234567', undefined],
  ['Ava (she/her)', 'Ava'],
  ['Ava [they/them]', 'Ava'],
  ['Ava she/her/hers', 'Ava'],
  ['Ava | he/him', 'Ava'],
  ['ava@x.example', undefined],
  ['J.', 'J.'],
  ["O'Hara", "O'Hara"],
])('a first name of %j is %j', (text, expected) => {
  expect(firstName(text)).toBe(expected);
});

test.each([
  [3, '3'],
  [1234, '1234'],
  ['3M', '3M'],
  ['37', '37'],
  ['0', undefined],
  ['00', undefined],
  [0, undefined],
  ['12345', undefined],
  [12345, undefined],
  ['1&1', '1&1'],
  ['Yahoo! 🚀', 'Yahoo!'],
  ['🚀', undefined],
  ['Acme <b>Inc</b>', 'Acme Inc'],
  ['ava@x.example', undefined],
  ['https://x.example', undefined],
  ['acct_1KxAbCdEf', undefined],
  ['www.x.example', undefined],
  ['a'.repeat(160), 'a'.repeat(160)],
  ['a'.repeat(161), undefined],
  ['untitled', undefined],
  ['(blank)', undefined],
])('a company of %j is %j', (value, expected) => {
  expect(company(value)).toBe(expected);
});

const jobTitle = (record: object) => mapLead({ email: 'a@b.example', ...record }).lead?.jobTitle;

test.each([
  ['CTO', 'CTO'],
  ['CEO/Founder', 'CEO/Founder'],
  ['Head of R&D', 'Head of R&D'],
  ['Dr.', undefined],
  ['Mr/Mrs', undefined],
  ['Mr. & Mrs.', undefined],
  ['Professor', 'Professor'],
  ['Prof. Dr.', undefined],
  ['+49 170 1234567', undefined],
  ['https://x.example', undefined],
  ['www.x.example', undefined],
  ['ava@x.example', undefined],
  ['🚀', undefined],
  ['CTO 🚀', 'CTO'],
  ['{{job}}', undefined],
  ['Admin', undefined],
  ['Super Admin', undefined],
  ['N/A', undefined],
  ['', undefined],
  [7, undefined],
])('a job title of %j is %j', (text, expected) => {
  expect(jobTitle({ 'Job Title': text })).toBe(expected);
});

test.each([
  ['owner', undefined],
  ['Owner', 'Owner'],
  ['manager', undefined],
  ['Editor', 'Editor'],
  ['Level 3', undefined],
  ['Level #3', undefined],
  ['Level 3 Engineer', 'Level 3 Engineer'],
  ['CTO', 'CTO'],
])('in a column that may be of anything, a job title of %j is %j', (text, expected) => {
  expect(jobTitle({ role: text })).toBe(expected);
  if (expected === undefined) expect(jobTitle({ 'Job Title': text })).toBe(text);
});

test.each([
  ['aa', 'Aa'],
  ['AAA', 'Aaa'],
  ['zz', 'Zz'],
  ['ZZZ', 'Zzz'],
])('a first name of %j is written %j: the ends of the alphabet are letters too', (text, written) => {
  expect(firstName(text)).toBe(written);
});

test('a number counts as the text that it is written as', () => {
  const record = { email: 'a@b.example', Name: 'Acme', 'VAT Number': 123456789 };
  expect(mapLead(record).lead).toEqual({ email: 'a@b.example', company: 'Acme' });
});
