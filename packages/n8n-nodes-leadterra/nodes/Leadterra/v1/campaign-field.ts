import { type IExecuteFunctions } from 'n8n-workflow';

import { campaignField as field, parseInput, schemaOf } from '../../shared/core';
import { valueIn } from '../../shared/render-action';
import { renderField } from '../../shared/render-field';

export const campaignField = renderField('campaign', field);

const campaign = schemaOf(field);

/** The ID of the campaign that is chosen for an item. */
export function readCampaignId(context: IExecuteFunctions, itemIndex: number): string {
  return parseInput(campaign, valueIn(context.getNodeParameter('campaign', itemIndex, '')));
}
