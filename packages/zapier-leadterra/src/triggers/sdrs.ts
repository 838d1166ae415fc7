import { sdrChoices } from '@leadterra/shared';

import { dropdownTrigger } from './dropdown-trigger';

export const sdrs = dropdownTrigger({
  key: 'sdrs',
  noun: 'SDR',
  when: 'Triggers when an SDR joins the workspace.',
  list: sdrChoices,
  sample: { id: 'sdr_01HZD5KQ', name: 'Jordan Lee (jordan@example.com)' },
});
