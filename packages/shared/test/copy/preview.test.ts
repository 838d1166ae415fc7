import { gapsIn, previewEmails } from '@leadterra/shared';

test('a blank is marked in both parts of an email, and named once', () => {
  const email = { subject: '[[firstName]]?', bodyHtml: '<p>Hi {{firstName}} of [[company]]</p>' };
  expect(previewEmails([email], { email: 'ava@acme.example', company: 'Acme' })).toEqual([
    {
      subject: '[no firstName]?',
      bodyHtml: '<p>Hi <mark>[no firstName]</mark> of Acme</p>',
      blanks: ['firstName'],
    },
  ]);
});

test.each([
  ['<p>Hi [[firstName]], Cleo here.</p><p>How are you?</p>', ['Hi ,']],
  ['<p>Hello. Dear {{ firstName }} [[lastName]]! Yes.</p>', ['Dear  [[lastName]]!']],
  [
    '<p>I looked long and thoroughly at what [[company]] does, [[firstName]].</p>',
    ['… at what [[company]] does, .'],
  ],
  ['<p>[[firstName]]</p>', ['(nothing)']],
  ['<p>Best</p>[[firstName]] [[firstName]]! Well', ['!']],
  ['<p>Hi [[firstName]] </p>', ['Hi']],
  ['<p>What we like most at our shop [[firstName]]</p>', ['What we like most at our shop']],
  ['<p>Hi [[firstName]] and all of your other friends</p>', ['Hi  and all of your other friends']],
  ['<p>Hi [[firstName]] and all of your other friends too</p>', ['Hi  and all of your other friends…']],
  ['<p>Hi [[company]]</p>', []],
])('%s reads %j without a first name', (bodyHtml, gaps) => {
  expect(gapsIn({ subject: 'Hello', bodyHtml }, ['firstName'])).toEqual(gaps);
});
