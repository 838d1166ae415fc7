import { defineInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

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
    "Map it from a *Create Campaign* step, or open the campaign in Leadterra and paste its page's address or the ID in it, which begins with `camp_`.",
});

const pageOfCampaign = /^https?:\/\/[^?#]*\/campaigns\/([^/?#\s]+)/;

/** The ID, also from the address of the campaign's page. */
export const campaign = z.pipe(
  requiredWord('Campaign ID'),
  z.transform((text) => pageOfCampaign.exec(text)?.[1] ?? text),
);
