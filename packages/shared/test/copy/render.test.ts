import { missingTokens, renderCopy, tokensIn, toUpstreamTokens, withFallbacks } from '@leadterra/shared';

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

  test('misses nothing that has a fallback', () => {
    expect(missingTokens(lead, ['company|your company', 'region|your region'])).toEqual([]);
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

  test('says the fallback where a value is missing, in the spelling of the author or of Leadterra', () => {
    const [ava, nameless] = [
      { email: 'ava@acme.example', firstName: 'Ava' },
      { email: 'x@acme.example', firstName: ' ' },
    ];
    const typed = 'Hi [[firstName|my friend]]';
    const tokens = tokensIn(typed);
    for (const text of [typed, toUpstreamTokens(typed)]) {
      expect(renderCopy(text, withFallbacks(ava, tokens))).toBe('Hi Ava');
      expect(renderCopy(text, withFallbacks(nameless, tokens))).toBe('Hi my friend');
    }
  });

  test('marks blanks where it is told to', () => {
    const lead = { email: 'ava@acme.example', firstName: ' ' };
    expect(
      renderCopy('Hi [[firstName]] of {{company}}, [[email]]', lead, (token) => `<mark>${token}</mark>`),
    ).toBe('Hi <mark>firstName</mark> of <mark>company</mark>, ava@acme.example');
  });
});

describe('withFallbacks', () => {
  test('gives a lead one custom field for each token with a fallback, and leaves its own name as it is', () => {
    const lead = {
      email: 'ava@acme.example',
      company: 'Acme',
      customFields: { seats: 0, firstNameOrThere: 'old' },
    };
    const tokens = ['firstName|there', 'company|your company', 'seats|some', 'jobTitle'];
    expect(withFallbacks(lead, tokens)).toEqual({
      ...{ email: 'ava@acme.example', company: 'Acme' },
      customFields: { seats: 0, firstNameOrThere: 'there', companyOrYourCompany: 'Acme', seatsOrSome: 0 },
    });
  });

  test('leaves a lead alone whose copy has no fallback', () => {
    const lead = { email: 'ava@acme.example' };
    expect(withFallbacks(lead, ['firstName', 'email'])).toBe(lead);
  });

  test('leaves to others what a lead lacks, where it is told to', () => {
    const lead = { email: 'ava@acme.example' };
    expect(withFallbacks(lead, ['firstName|there'], { isPartial: true })).toBe(lead);
  });
});
