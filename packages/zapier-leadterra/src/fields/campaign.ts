import { campaignField as field, schemaOf } from '@leadterra/shared';

import { renderField } from '../render-field';

export const campaignField = renderField('campaign', field);

/** The ID, also from the address of the campaign's page. */
export const campaign = schemaOf(field);
