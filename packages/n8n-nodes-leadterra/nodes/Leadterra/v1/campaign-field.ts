import { type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/core';

// n8n checks the whole value against it, and takes the group as the ID.
const urlPattern = 'https?://[^?#]*/campaigns/([^/?#\\s]+)\\S*';

/** The choice of a campaign. There is no list to choose from: the API documents no way to ask for one. */
export const campaignField: INodeProperties = {
  displayName: 'Campaign',
  name: 'campaign',
  type: 'resourceLocator',
  default: { mode: 'id', value: '' },
  required: true,
  description: 'The campaign, by its ID (from a Create step, or from Leadterra) or by the URL of its page',
  modes: [
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. camp_01HZA1TPNQ8RD4KF',
      validation: [
        {
          type: 'regex',
          properties: {
            regex: '\\s*[^\\s/?#]+\\s*',
            errorMessage: 'A campaign ID has no spaces or slashes, like camp_01HZA1TPNQ8RD4KF',
          },
        },
      ],
    },
    {
      displayName: 'By URL',
      name: 'url',
      type: 'string',
      placeholder: 'e.g. https://app.leadterra.co/campaigns/camp_01HZA1TPNQ8RD4KF',
      extractValue: { type: 'regex', regex: urlPattern },
      validation: [
        {
          type: 'regex',
          properties: {
            regex: urlPattern,
            errorMessage: 'Copy the address of the campaign’s page: it contains /campaigns/ and the ID',
          },
        },
      ],
    },
  ],
};

/** The ID of the campaign that is chosen for an item. */
export function readCampaignId(context: IExecuteFunctions, itemIndex: number): string {
  const value = context.getNodeParameter('campaign', itemIndex, '', { extractValue: true });
  const id = typeof value === 'string' ? value.trim() : '';
  if (id !== '') return id;
  throw invalidInput(
    'The campaign is empty.',
    'Enter its ID in the field Campaign. If an expression stands there, check that it gives the ID of a campaign.',
  );
}
