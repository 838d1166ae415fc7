import { defineInputField } from 'zapier-platform-core';
import { requiredWord } from '../input';

// The documentation names no call that lists campaigns, so there is no dropdown. The key says what the field holds
// and not how it is picked: a dropdown can be added without changing it.
export const campaignField = defineInputField({
  key: 'campaign',
  label: 'Campaign ID',
  type: 'string',
  required: true,
  placeholder: 'camp_01HZA1TPNQ8RD4KF',
  helpText:
    'Map it from a *Create Campaign* step, or paste what Leadterra answered when the campaign was made. It begins with `camp_`.',
});

export const campaign = requiredWord('Campaign ID');
