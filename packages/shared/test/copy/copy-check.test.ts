import { checkCopy } from '@leadterra/shared';

const footer = '<p>Unsubscribe: reply "stop"</p>';
const check = (bodyHtml: string, customFields?: string[]) =>
  checkCopy([{ subject: 'Hello', bodyHtml: bodyHtml + footer }], { customFields });
const mistakesOf = (bodyHtml: string, customFields?: string[]) =>
  check(bodyHtml, customFields).mistakes.map(({ message }) => message);

describe('the tokens of copy', () => {
  test('are listed with their fallbacks, those of all emails', () => {
    const steps = [
      { subject: 'Hi [[firstName|there]]', bodyHtml: `<p>{{useCase}} at {{company}}</p>${footer}` },
      { subject: 'Again', bodyHtml: '{{ email }} [[useCase]]' },
    ];
    expect(checkCopy(steps)).toEqual({
      tokens: ['firstName|there', 'useCase', 'company', 'email'],
      mistakes: [],
      warnings: [
        'Leadterra has no fallbacks: [[firstName|there]] is stored as [[firstNameOrThere]], which stays blank for leads that are enrolled without "firstName|there" among Tokens in the Copy.',
        '[[useCase]] stays blank for leads that are enrolled without a custom field "useCase".',
      ],
    });
  });

  test('that are named as custom fields need no warning', () => {
    expect(check('[[useCase]]', ['useCase'])).toEqual({ tokens: ['useCase'], mistakes: [], warnings: [] });
  });

  test('are none that only two texts together would hold', () => {
    const steps = [
      { subject: 'Is {', bodyHtml: `{firstName}} ${footer}[` },
      { subject: '[company]]', bodyHtml: '' },
    ];
    expect(checkCopy(steps).tokens).toEqual([]);
  });
});

describe('a mistake', () => {
  test.each([
    ['{{first_name}}', 'No lead has a field "first_name": did you mean [[firstName]]?'],
    ['[[Vorname|Leser]]', 'No lead has a field "Vorname": did you mean [[firstName|Leser]]?'],
    ['{{name}}', 'No lead has a field "name": did you mean [[firstName]]?'],
    ['[[First Name]]', '"[[First Name]]" is no token: did you mean [[firstName]]?'],
    ['{{ <b>firstName</b> }}', '"{{ <b>firstName</b> }}" is no token: did you mean [[firstName]]?'],
    ['[[company&nbsp;]]', '"[[company&nbsp;]]" is no token: did you mean [[company]]?'],
    ['[[company&#160;]]', '"[[company&#160;]]" is no token: did you mean [[company]]?'],
    ['{{first\n\nname}}', '"{{first name}}" is no token: did you mean [[firstName]]?'],
    ['{{first<!-- x -->Name}}', '"{{first Name}}" is no token: did you mean [[firstName]]?'],
    ['[[full_name]]', 'No lead has a field "full_name": did you mean [[firstName]]?'],
    ['{{company name, a', '"{{company name, a" is not closed: for a token, write [[company]].'],
    ['{{ full  name, a', '"{{ full name, a" is not closed: for a token, write [[firstName]].'],
    ['{{your company <b>a', '"{{your company" is not closed: for a token, write [[company]].'],
    [
      '{{industry and whatever is beside it',
      '"{{industry and whatever is bes" is not closed: for a token, write [[industry]].',
    ],
    ['[[firstName}}', '"[[firstName}}" is no token: did you mean [[firstName]]?'],
    ['Hi [[firstName, how', '"[[firstName, how" is not closed: for a token, write [[firstName]].'],
    ['Hi {{first name, a', '"{{first name, a" is not closed: for a token, write [[firstName]].'],
    ['Hi [[firstName], a', '"[[firstName]" is not closed: for a token, write [[firstName]].'],
    ['Hi company]], a', '"company]]" has no brackets before it: for a token, write [[company]].'],
    ['{first_name}', '"{first_name}" is no token: did you mean [[firstName]]?'],
    ['{first_name|there}', '"{first_name|there}" is no token: did you mean [[firstName]]?'],
    ['[Company]', '"[Company]" is no token: did you mean [[company]]?'],
    ['${firstName}', '"${firstName}" is no token: did you mean [[firstName]]?'],
    ['%FIRSTNAME%', '"%FIRSTNAME%" is no token: did you mean [[firstName]]?'],
    ['*|FNAME|*', '"*|FNAME|*" is no token: did you mean [[firstName]]?'],
    ['&lt;&lt;Job Title&gt;&gt;', '"&lt;&lt;Job Title&gt;&gt;" is no token: did you mean [[jobTitle]]?'],
    ['<%= company %>', '"<%= company %>" is no token: did you mean [[company]]?'],
    [
      '[[firstName|]]',
      '"[[firstName|]]" is no token: did you mean [[firstName|there]]? After one bar stand a few words, without commas, semicolons or "&".',
    ],
    [
      '[[firstName|dear, reader]]',
      '"[[firstName|dear, reader]]" is no token: did you mean [[firstName|dear reader]]? After one bar stand a few words, without commas, semicolons or "&".',
    ],
    [
      '[[Use Case]]',
      '"[[Use Case]]" is no token, since a token is one word: if leads have it as a custom field, call that "useCase" and write [[useCase]].',
    ],
    [
      '[[use<br>case | it; or | that]]',
      '"[[use<br>case | it; or | that]]" is no token: did you mean [[useCase|it or that]]? After one bar stand a few words, without commas, semicolons or "&".',
    ],
    ['{{ data.Use Case }}', '"{{ data.Use Case }}" is no token: it would be sent as it stands.'],
    [
      '{{#if a lead is of a company that we have not yet heard of at all}}',
      '"{{#if a lead is of a company that we have not yet heard of a" is no token: it would be sent as it stands.',
    ],
    ['{{ $json.name }}', '"{{ $json.name }}" is no token: it would be sent as it stands.'],
    ['{{#if company}}', '"{{#if company}}" is no token: it would be sent as it stands.'],
  ])('in %j is named', (text, sentence) => {
    expect(mistakesOf(text)).toEqual([sentence]);
  });

  test.each([
    'Prices [1] and {2}, [[1, 2]], (company), 100% of companies, a%20b, <title>x</title>',
    '<style>@media (max-width: 600px){.company{color:red}}</style><!--[if mso]>[[x<![endif]-->',
    '<a href="https://acme.example/?a[]=1&b={id}">[our company site]</a> [link] {ok} [email us]',
    '[[[company]]] {{{firstName}}}',
    '<style>{company}</style >{company|{{firstName}}}',
    '[[phone]], [[2 of us]], from [[1, 2',
  ])('is not seen in %j', (text) => {
    expect(mistakesOf(text)).toEqual([]);
  });

  test.each([
    [
      '[[usecase]] {use_case}',
      ['useCase'],
      [
        'No lead has a field "usecase": did you mean [[useCase]]?',
        '"{use_case}" is no token: did you mean [[useCase]]?',
      ],
    ],
    [
      '[[industry]]',
      ['useCase'],
      ['[[industry]] is neither a field of a lead nor one of the custom fields that you named.'],
    ],
    [
      '[[Use Case]]',
      ['Use Case'],
      [
        '"[[Use Case]]" is no token: did you mean [[useCase]]?',
        'No copy can show a custom field "Use Case", since a token is one word: call it "useCase", also where leads get it.',
      ],
    ],
    ['[[name]] [[first_name]]', ['name', 'first_name'], []],
    [
      '{note} {use_case}',
      ['region', '12. Use - case', 'use case'],
      [
        'No copy can show a custom field "12. Use - case", since a token is one word: call it "useCase", also where leads get it.',
        'No copy can show a custom field "use case", since a token is one word: call it "useCase", also where leads get it.',
      ],
    ],
  ])('is found in %j by the names of the custom fields %j', (text, customFields, sentences) => {
    expect(mistakesOf(text, customFields)).toEqual(sentences);
  });

  test('is said once, with the place of its email, and is no warning as well', () => {
    const email = { subject: 'Hi', bodyHtml: `[[first_name]] [[first_name]]${footer}` };
    const message = 'No lead has a field "first_name": did you mean [[firstName]]?';
    expect(checkCopy([{ subject: 'Hi', bodyHtml: '' }, email])).toMatchObject({
      mistakes: [{ step: 1, message }],
      warnings: [],
    });
  });

  test('is it to have two fallbacks that make one token', () => {
    expect(mistakesOf('[[firstName|there]] [[firstName|there!]] [[firstName|you]]')).toEqual([
      '[[firstName|there]] and [[firstName|there!]] differ in nothing but signs: use one of them throughout.',
    ]);
  });

  test('is looked for in time that grows with the text', () => {
    for (const piece of ['[[', '{{a', 'a', '{a ', '<<', '%a', '*|', '[[a|'])
      expect(mistakesOf(piece.repeat(100_000)).length).toBeLessThan(100);
  });
});

describe('a warning', () => {
  const warningsOf = (...steps: [subject: string, bodyHtml: string][]) =>
    checkCopy(steps.map(([subject, bodyHtml]) => ({ subject, bodyHtml }))).warnings;

  test.each(['Hi,\n\nhow are you?\nBest, Cleo', 'Hi\nall', 'Hi,\r\n\r\nStop? Unsubscribe'])(
    'is given for plain text as HTML: %j',
    (text) => {
      expect(warningsOf(['Hello', footer], ['Hello', text])).toEqual([
        'The body of step 2 has lines but no HTML, and would be sent as one paragraph: choose Text as its format.',
      ]);
    },
  );

  test.each(['<p>&lt;p&gt;Hi&lt;/p&gt;</p>', '<p>Hi&lt;br&gt;</p>', '<p>&lt;h1>Hi</p>'])(
    'is given for HTML as text: %j',
    (body) => {
      expect(warningsOf(['Hello', body + footer])).toEqual([
        'The body of step 1 would show its HTML tags to the reader: choose HTML as its format.',
      ]);
    },
  );

  test.each(['<p>One\nline</p>', 'One<br />\nline', 'One line\n', 'a < b', ''])(
    'is not given for %j',
    (html) => {
      expect(warningsOf(['Hello', footer], ['Hello', html])).toEqual([]);
    },
  );

  test.each(['Re: our call', 'RE:our call', 'Fwd: Re: x', 'AW: Termin', 'WG : x', 'FW: x', 'Re[12]: x'])(
    'is given for the subject %j',
    (subject) => {
      expect(warningsOf([subject, footer])).toEqual([
        expect.stringMatching(/^The subject of step 1 begins with ".+:" though it answers nothing/),
      ]);
    },
  );

  test('is not given for a follow-up that answers its own email, or a word with such a beginning', () => {
    expect(warningsOf(['Our call', footer], ['Re: Fwd: Our call ', 'b'], ['Hardware: yes', 'c'])).toEqual([]);
  });

  test('is given for a follow-up that answers an email of nobody', () => {
    expect(warningsOf(['Our call', footer], ['Re: Your order', 'b'])).toHaveLength(1);
  });

  test.each([
    'Rather not hear from me? Say so.',
    '<a href="https://acme.example/u">Unsubscribe</a>',
    'Antworten Sie "Nein", und ich melde mich nicht mehr. Abmelden',
    'Pour ne plus recevoir nos messages, répondez à celui-ci.',
    'Acme Inc., 12 Harbor Street, Springfield',
    'Acme GmbH<br>Lindenstraße 7<br>10969 Berlin',
    'Acme SARL, 5 rue de la Paix, 75002 Paris',
    'Acme, Austin, TX 78701',
    'Acme Ltd, London EC1A 1BB',
    'Opt out any time',
    'To optout, answer',
    'If you dont want to hear from me, say so',
    'No more emails?',
    'Reply STOP',
    'Reply with “no”',
    'Keine Mails mehr?',
    'Keine weiteren Emails?',
    'Para darse de baja, responda',
    'Puede cancelar suscripciones',
    'Puede cancelar la suscripción',
    '221B New Baker Street',
    'Acme, 350 5th Ave',
    'Storgata5, Oslo',
    'Acme, via Mail an Lange Gasse 3',
    'Avenue Louise 54, Bruxelles',
    'Via Roma 10, Torino',
    'ul. Nowa 5, Łódź',
    'Acme, 10969<br>Berlin',
    'M1 1AE',
    'SW10 0AB',
    'Toronto M5V 2T6',
    '00-950 Łódź',
    '1012 AB Amsterdam',
    'PO Box 12',
    'P.O. Box 12',
  ])('is not given where the copy says how to stop it, or where its sender is: %j', (body) => {
    expect(warningsOf(['Hello', 'Hi'], ['Hello', body])).toEqual([]);
  });

  test.each([
    'Hi [[firstName]]',
    'We grew 2025 by 30000 users',
    'Room 12 on Monday, 15 minutes?',
    '15 minutes on the way',
    '10 Things about the Milky Way',
    'Beyond Wall Street, another avenue for you',
    'You hired during 2025, via Zoom or on 5 calls',
    'On our way, In 2025 We grew',
    'Am Weg, Via Roma, ul. Nowa',
    '<p class="optout">Hi</p>',
  ])('is given where it says neither: %j', (body) => {
    expect(warningsOf(['Hello', body])).toEqual([
      'No email says how to opt out or where its sender is: many countries ask for both, unless Leadterra adds them to your emails.',
    ]);
  });

  test('is not given for a campaign without emails', () => {
    expect(checkCopy([])).toEqual({ tokens: [], mistakes: [], warnings: [] });
  });
});
