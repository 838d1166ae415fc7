import { missingTokens, readTokens, renderCopy, tokensIn, toUpstreamTokens } from '@leadterra/shared';

describe('tokensIn', () => {
  test.each([
    ['Hi {{firstName}} of [[company]]', ['firstName', 'company']],
    ['{{ firstName }} and [[ firstName ]]', ['firstName']],
    ['{{use_case}} {{größe}} {{step-2}}', ['use_case', 'größe', 'step-2']],
    ['no tokens, {single}, [single], {{}}, {{a b}}, {{$json.name}}, [[1, 2]]', []],
    ['<a href="{{link}}">[[[company]]]</a>', ['link', 'company']],
    ['[[a, b]] {{a: b}} [[a]b]] {{a\n}} [[\tb\t]]', ['a', 'b']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(tokensIn(text)).toEqual(expected);
  });

  test('reads a megabyte of opening braces in time that grows with its length', () => {
    expect(tokensIn('{{a'.repeat(350_000))).toEqual([]);
  });
});

describe('readTokens', () => {
  test.each([
    ['firstName company', ['firstName', 'company']],
    ['firstName, company;use_case\n', ['firstName', 'company', 'use_case']],
    ['[[firstName]], {{ company }} , jobTitle', ['firstName', 'company', 'jobTitle']],
    ['[firstName] {company}', ['firstName', 'company']],
    [
      ['firstName', 'company, firstName'],
      ['firstName', 'company'],
    ],
    ['<p>Hi [[firstName]], about {{ useCase }}</p>', ['firstName', 'useCase']],
    ['Hi [[firstName]], how are you at [[company]]?', ['firstName', 'company']],
    ['[[firstName]],\nI  saw\n[[company]]', ['firstName', 'company']],
    [[], []],
    [' , ', []],
  ])('of %j are %j', (given, expected) => {
    expect(readTokens(given)).toEqual(expected);
  });
});

describe('toUpstreamTokens', () => {
  test('turns brackets into braces and leaves everything else as typed', () => {
    const text = 'Hi [[firstName]], {{ company }} [link] [[not a token]] {{#if x}} [[0]]';
    expect(toUpstreamTokens(text)).toBe(
      'Hi {{firstName}}, {{ company }} [link] [[not a token]] {{#if x}} [[0]]',
    );
  });
});

describe('missingTokens', () => {
  const lead = {
    email: 'ava@acme.example',
    firstName: 'Ava',
    company: ' ',
    customFields: { useCase: 'sync', seats: 0 },
  };
  test('names the tokens that this lead would leave blank', () => {
    const tokens = ['email', 'firstName', 'company', 'jobTitle', 'useCase', 'seats', 'region'];
    expect(missingTokens(lead, tokens)).toEqual(['company', 'jobTitle', 'region']);
  });

  test('takes nothing from outside the lead', () => {
    expect(missingTokens(lead, ['toString', '__proto__', 'constructor'])).toEqual([
      'toString',
      '__proto__',
      'constructor',
    ]);
  });
});

describe('renderCopy', () => {
  test('fills in each token in both spellings, and leaves nothing of one without a value', () => {
    const lead = {
      email: 'ava@acme.example',
      firstName: 'Ava',
      customFields: { seats: 0, isNew: false, odd: '$& {{firstName}}' },
    };
    const text =
      'Hi [[firstName]] <{{ email }}>: {{seats}} [[isNew]] {{odd}}[{{region}}][[company]] {x} [[1]]';
    expect(renderCopy(text, lead)).toBe('Hi Ava <ava@acme.example>: 0 false $& {{firstName}}[] {x} [[1]]');
  });
});
