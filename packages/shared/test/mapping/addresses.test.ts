import { cleanEmail, isValidEmail, mapLead } from '@leadterra/shared';

// RFC 5321 and 5322 without quotes and comments, as a reader would write them down: slow, but plain to see.
const localPart = /^[\w!#$%&'*+/=?^`{|}~é-]+(?:\.[\w!#$%&'*+/=?^`{|}~é-]+)*$/;
const label = /^[a-z\dé](?:[a-z\dé-]*[a-z\dé])?$/i;

function isAddress(text: string): boolean {
  const parts = text.split('@');
  const [local = '', domain = ''] = parts;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return (
    parts.length === 2 &&
    localPart.test(local) &&
    labels.length > 1 &&
    labels.every((one) => label.test(one)) &&
    last.length > 1 &&
    !/^\d+$/.test(last)
  );
}

/** All texts of up to so many of these characters. */
function textsOf(characters: string, most: number): string[] {
  const texts = [''];
  let longest = [''];
  for (let length = 1; length <= most; length++) {
    longest = longest.flatMap((text) => Array.from(characters, (character) => text + character));
    texts.push(...longest);
  }
  return texts;
}

test.each([
  ['with any domain', textsOf('a1-.@é', 4).map((domain) => `a@${domain}`)],
  ['with any ending', textsOf('aA1-.', 4).map((ending) => `ava@stone.${ending}`)],
  ['with any local part', textsOf('aA1.-_+é', 3).map((local) => `${local}@x.example`)],
  ['with any character in it', characters().map((character) => `a${character}b@x.example`)],
  ['with any character in its domain', characters().map((character) => `ab@x${character}y.example`)],
  ['without an at sign', textsOf('a1-._', 4)],
])('a text is an address exactly when it should be: %s', (_, texts) => {
  const wrong = texts.filter((text) => isValidEmail(text) !== isAddress(text));
  expect(wrong).toEqual([]);
});

test.each([
  ['with any domain', textsOf('a1-.', 5).map((domain) => `a@${domain}x`)],
  ['with any ending', textsOf('a1-.', 4).map((ending) => `ava@stone.${ending}x`)],
  ['with any local part', textsOf('a1.-_+', 3).map((local) => `x${local}x@x.example`)],
  ['with two at signs', textsOf('a.-', 3).flatMap((text) => [`a@${text}@x.xx`, `a@x.${text}@xx`])],
])('an address is read as it stands, and nothing that is none: %s', (_, texts) => {
  const wrong = texts.filter(
    (text) => mapLead({ email: text }).lead?.email !== (isAddress(text) ? text : undefined),
  );
  expect(wrong).toEqual([]);
});

function characters(): string[] {
  return Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
    (character) => character !== '@' && character !== '.',
  );
}

test.each([
  ['a\u00a0b@x.example', false],
  ['a\u00a1b@x.example', true],
  ['ab@x\u00a0y.example', false],
  ['ab@x\u00a1y.example', true],
  [`${'a'.repeat(64)}@x.example`, true],
  [`${'a'.repeat(65)}@x.example`, false],
  [`a@${'b'.repeat(63)}.example`, true],
  [`a@${'b'.repeat(64)}.example`, false],
  [`a@${'b'.repeat(62)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(59)}`, true],
  [`a@${'b'.repeat(62)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(60)}`, true],
  [`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(60)}`, true],
  [`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(61)}`, false],
])('%j as an address: %j', (text, isOne) => {
  expect(isValidEmail(text)).toBe(isOne);
});

test.each([
  ['ava@stone.example or ben@stone.example', 'ava@stone.example'],
  ['ava@stone.example, ben@stone.example', 'ava@stone.example'],
  ['or ava@stone.example', 'ava@stone.example'],
  ['ava stone@x.example, ben@x.example', 'ben@x.example'],
  ['first ava@stone.example, ben@x.example', 'ben@x.example'],
  ['ava@stone.example?subject=a@b.example', 'ava@stone.example'],
  ["''ava@stone.example''", 'ava@stone.example'],
  ['“ava@stone.example”', 'ava@stone.example'],
  ['‘ava@stone.example’', 'ava@stone.example'],
  ['«ava@stone.example»', 'ava@stone.example'],
  ['„ava@stone.example“', 'ava@stone.example'],
  ['`ava@stone.example`', 'ava@stone.example'],
  ['*ava@stone.example*', 'ava@stone.example'],
  ['ava@stone.example!?', 'ava@stone.example'],
  ["''''", undefined],
  ["'@'", undefined],
  ['.@', undefined],
  ['R/ava@stone.example', 'r/ava@stone.example'],
  ['email_not_unlocked@domain.com', undefined],
  ['logo@2x.png', undefined],
  ['Logo@2x.PNG', undefined],
  ['logo@3x.jpeg, ava@stone.example', 'ava@stone.example'],
  ['font@x.woff2', undefined],
  ['ava@stone.co', 'ava@stone.co'],
  // These are separators, but not in what is an address as it stands.
  ['a|b{c}@stone.example', 'a|b{c}@stone.example'],
  ['Ava&nbsp;&lt;ava@stone.example&gt;', 'ava@stone.example'],
])('of %j, the address is %j', (text, address) => {
  expect(cleanEmail(text)).toBe(address);
});

test.each(['or', 'and', 'oder', 'und', 'ou', 'et', 'o', 'y', 'e', '/', '&', '+'])(
  'addresses may be joined by %j',
  (joiner) => {
    expect(mapLead({ email: `ava@x.example ${joiner} ben@y.example` }).issues).toEqual([
      expect.objectContaining({ code: 'several_emails' }),
    ]);
  },
);

test.each(Array.from(',;:|<>()[]{}"\t\r\n'))('addresses may be parted by %j', (mark) => {
  expect(mapLead({ email: `ava@x.example${mark}ben@y.example` })).toMatchObject({
    lead: { email: 'ava@x.example' },
    issues: [{ code: 'several_emails' }],
  });
});

test.each(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'css', 'js', 'pdf', 'ico', 'bmp', 'woff', 'woff2'])(
  'the name of a .%s file is no address',
  (ending) => {
    for (const text of [`logo@2x.${ending}`, `Logo@2x.${ending}`]) expect(cleanEmail(text)).toBeUndefined();
    for (const domain of [`${ending}.example`, `x.${ending}.example`])
      expect(cleanEmail(`ava@${domain}`)).toBe(`ava@${domain}`);
  },
);
