import { readTokens, tokensIn, toUpstreamTokens } from '@leadterra/shared';

describe('tokensIn', () => {
  test.each([
    ['Hi {{firstName}} of [[company]]', ['firstName', 'company']],
    ['{{ firstName }} and [[ firstName ]]', ['firstName']],
    ['{{use_case}} {{größe}} {{step-2}}', ['use_case', 'größe', 'step-2']],
    ['no tokens, {single}, [single], {{}}, {{a b}}, {{$json.name}}, [[1, 2]]', []],
    ['<a href="{{link}}">[[[company]]]</a>', ['link', 'company']],
    ['[[a, b]] {{a: b}} [[a]b]] {{a\n}} [[\tb\t]]', ['a', 'b']],
    [
      'Hi [[firstName|there]], {{ company | your company }} and [[firstName]]',
      ['firstName|there', 'company|your company', 'firstName'],
    ],
    ['[[a|]] [[a| ]] [[a|…]] [[a|b|c]] [[|b]] [[a|b, c]] [[a|<b>]]', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(tokensIn(text)).toEqual(expected);
  });

  test('reads a megabyte of opening braces in time that grows with its length', () => {
    expect(tokensIn('{{a'.repeat(350_000))).toEqual([]);
    expect(tokensIn(`[[a|${' '.repeat(500_000)}`)).toEqual([]);
    expect(tokensIn(`[[a|${'b'.repeat(500_000)}`)).toEqual([]);
    expect(tokensIn('[[a|b'.repeat(200_000))).toEqual([]);
  });
});

describe('readTokens', () => {
  test.each([
    ['firstName company', ['firstName', 'company']],
    ['firstName, company;use_case\n', ['firstName', 'company', 'use_case']],
    ['[[firstName]], {{ company }} , jobTitle', ['firstName', 'company', 'jobTitle']],
    ['[firstName] {company}', ['firstName', 'company']],
    ['[[firstName]] company', ['firstName', 'company']],
    [
      ['firstName', 'company, firstName'],
      ['firstName', 'company'],
    ],
    ['<p>Hi [[firstName]], about {{ useCase }}</p>', ['firstName', 'useCase']],
    ['Hi [[firstName]], how are you at [[company]]?', ['firstName', 'company']],
    ['[[firstName]],\nI  saw\n[[company]]', ['firstName', 'company']],
    [
      'firstName|there, company | your company\njobTitle',
      ['firstName|there', 'company|your company', 'jobTitle'],
    ],
    ['[[firstName|my friend]], [[company]]', ['firstName|my friend', 'company']],
    ['Hi [[firstName|my friend]]!', ['firstName|my friend']],
    [
      ['firstName|my friend', 'company'],
      ['firstName|my friend', 'company'],
    ],
    ['email firstName|my friend', ['email', 'firstName|my friend']],
    [[], []],
    [' , ', []],
  ])('of %j are %j', (given, expected) => {
    expect(readTokens(given)).toEqual(expected);
  });
});

describe('toUpstreamTokens', () => {
  test('writes each token in braces without space in them, and leaves everything else as typed', () => {
    const text =
      'Hi [[ firstName ]], {{ company }} [link] [[not a token]] {{#if x}} [[0]] {{ a.b }} [[ a.b ]]';
    expect(toUpstreamTokens(text)).toBe(
      'Hi {{firstName}}, {{company}} [link] [[not a token]] {{#if x}} [[0]] {{ a.b }} {{a.b}}',
    );
  });

  test('gives a token with a fallback a name of its own', () => {
    expect(toUpstreamTokens('[[firstName|there]] {{company | your très own company.}} [[größe|1,5]]')).toBe(
      '{{firstNameOrThere}} {{companyOrYourTrèsOwnCompany}} [[größe|1,5]]',
    );
  });
});
