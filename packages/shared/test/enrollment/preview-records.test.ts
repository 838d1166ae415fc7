import { previewRecords } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

import { clientOf, comparePreview } from '../support/compare-preview';
import { modelLeadterra } from '../support/model-leadterra';

test.each(records)(
  'the verdict on $name is that of a run, and its lead is what is sent',
  async ({ record }) => {
    const { previewed, verdicts, before, api } = await comparePreview({ records: [record] });
    expect(verdicts).toEqual(before);
    const [{ lead, from } = { lead: null, from: {} }] = previewed;
    expect([lead]).toEqual([...api.stored.values()]);
    expect(from).toHaveProperty('email');
  },
);

test('it shows the lead that would be sent, with what later records bring, and its emails', async () => {
  const api = modelLeadterra();
  const previewed = await previewRecords(clientOf(api), {
    records: [
      { Email: 'ava@acme.example', 'First Name': 'Ava' },
      { Email: 'AVA@acme.example', Company: 'Acme' },
      { Email: 'nobody', 'First Name': 'Ben' },
    ],
    emails: [{ subject: 'For [[company]]', bodyHtml: '<p>Hi {{firstName}}, as [[jobTitle]]</p>' }],
  });
  expect(previewed).toMatchObject([
    {
      outcome: { status: 'ready' },
      lead: { email: 'ava@acme.example', firstName: 'Ava', company: 'Acme' },
      from: { email: 'Email', firstName: 'First Name' },
      emails: [
        {
          subject: 'For Acme',
          bodyHtml: '<p>Hi Ava, as <mark>[no jobTitle]</mark></p>',
          blanks: ['jobTitle'],
        },
      ],
    },
    { outcome: { status: 'duplicate', of: 0 } },
    { outcome: { status: 'invalid' }, lead: null, emails: [] },
  ]);
});
