import { type IExecuteFunctions } from 'n8n-workflow';

import { absentIfBlank, campaignField as field, parseInput, schemaOf } from '../../shared/core';
import { valueIn } from '../../shared/locator';
import { renderField } from '../../shared/render-field';

export const campaignField = renderField('campaign', field);

const campaign = schemaOf(field);

/** Whether a campaign is chosen for an item. */
export function isCampaignGiven(context: IExecuteFunctions, itemIndex: number): boolean {
  return absentIfBlank(valueIn(context.getNodeParameter('campaign', itemIndex, ''))) !== undefined;
}

/** The ID of the campaign that is chosen for an item. */
export function readCampaignId(context: IExecuteFunctions, itemIndex: number): string {
  return parseInput(campaign, valueIn(context.getNodeParameter('campaign', itemIndex, '')));
}
