import { sdrChoices } from '@leadterra/shared';
import { defineTrigger } from 'zapier-platform-core';

import { noInput, withLeadterra } from '../perform';

/** Fills the dropdowns of SDRs. */
export const sdrs = defineTrigger({
  key: 'sdrs',
  noun: 'SDR',
  display: {
    label: 'SDRs',
    description: 'Triggers when an SDR joins the workspace. Only the dropdowns of SDRs use it.',
    hidden: true,
  },
  operation: {
    type: 'polling',
    perform: withLeadterra(noInput, async ({ client, deadline }) => {
      const choices = await sdrChoices(client, { deadline });
      return choices.map(({ id, label: name }) => ({ id, name }));
    }),
    sample: { id: 'sdr_01HZD5KQ', name: 'Jordan Lee (jordan@example.com)' },
    outputFields: [
      { key: 'id', label: 'SDR ID' },
      { key: 'name', label: 'Name' },
    ],
  },
});
