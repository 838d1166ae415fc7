import { enrollRecords, LeadterraClient, type PreviewInput, previewRecords } from '@leadterra/shared';
import { records } from '@leadterra/testing/records';

import { modelLeadterra } from '../support/model-leadterra';

type Api = ReturnType<typeof modelLeadterra>;

const clientOf = (api: Api) =>
  new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });

/** What a preview and then a run say of the same records, as far as Leadterra has no part in it. */
async function compare(input: PreviewInput) {
  const api = modelLeadterra();
  const previewed = await previewRecords(clientOf(api), input);
  expect(api.batches).toEqual([]);
  const { outcomes } = await enrollRecords(clientOf(api), { campaignId: 'camp_1', ...input });
  const before = outcomes.map((outcome) =>
    outcome.status === 'enrolled' ? { status: 'ready' as const } : outcome,
  );
  return { previewed, verdicts: previewed.map(({ outcome }) => outcome), before, api };
}

test.each(records)(
  'the verdict on $name is that of a run, and its lead is what is sent',
  async ({ record }) => {
    const { previewed, verdicts, before, api } = await compare({ records: [record] });
    expect(verdicts).toEqual(before);
    const [{ lead, from } = { lead: null, from: {} }] = previewed;
    expect([lead]).toEqual([...api.stored.values()]);
    expect(from).toHaveProperty('email');
  },
);

test('its verdicts on 100,000 records are those of a run', async () => {
  const count = 100_000;
  const texts = records.map(({ record, lead }) => ({ text: JSON.stringify(record), address: lead.email }));
  const many = Array.from({ length: count }, (_, index): unknown => {
    if (index % 97 === 0) return { Name: 'Nobody', row_number: index };
    if (index % 89 === 0)
      return { Email: `p${index - 1}@acme.example`, Unsubscribed: index % 2 === 0 ? 'yes' : 'no' };
    const { text = '', address = '' } = texts[index % texts.length] ?? {};
    // Some repeat an address.
    return JSON.parse(text.replaceAll(address, `p${index % 53 === 0 ? index - 7 : index}@acme.example`));
  });
  const copy = { tokens: ['firstName', 'company'], whenMissing: 'skip' as const };
  const { verdicts, before } = await compare({ records: many, copy });
  expect(verdicts).toHaveLength(count);
  expect(verdicts).toEqual(before);
  const statuses = new Set(verdicts.map(({ status }) => status));
  expect(statuses).toEqual(new Set(['ready', 'invalid', 'opted_out', 'duplicate', 'incomplete']));
}, 60_000);

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
