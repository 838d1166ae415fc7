import { campaignField as field, schemaOf } from '@leadterra/shared';

import { renderField } from '../render-field';

// The documentation names no call that lists campaigns, so there is no dropdown. The key says what the field holds
// and not how it is picked: a dropdown can be added without changing it.
export const campaignField = renderField('campaign', field);

/** The ID, also from the address of the campaign's page. */
export const campaign = schemaOf(field);
