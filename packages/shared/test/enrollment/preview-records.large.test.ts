import { records } from '@leadterra/testing/records';

import { comparePreview } from '../support/compare-preview';

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
  const { verdicts, before } = await comparePreview({ records: many, copy });
  expect(verdicts).toHaveLength(count);
  expect(verdicts).toEqual(before);
  const statuses = new Set(verdicts.map(({ status }) => status));
  expect(statuses).toEqual(new Set(['ready', 'invalid', 'opted_out', 'duplicate', 'incomplete']));
}, 60_000);
