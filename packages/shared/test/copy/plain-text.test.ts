import { createCampaign } from '@leadterra/shared';

test.each([
  ['Hi [[firstName]],\nA & B', '<p>Hi [[firstName]],<br>A &amp; B</p>'],
  ['\n\n a < b > c \n \n  d\n\n\ne\n', '<p>a &lt; b &gt; c</p><p>d</p><p>e</p>'],
  ['a\r\nb\r\n\t\r\nc', '<p>a<br>b</p><p>c</p>'],
])('the text %j keeps its lines and signs as HTML', (bodyHtml, expected) => {
  const given = { name: 'Spring', bodyFormat: 'text', sequenceSteps: [{ subject: 'Hello', bodyHtml }] };
  expect(createCampaign.read(given).sequenceSteps).toMatchObject([{ bodyHtml: expected }]);
});
