import { type INodeProperties } from 'n8n-workflow';

import { leadSources } from '../../../shared/core';
import { sortedBy } from '../../../shared/render-field';
import { notForAgents } from '../agent';
import { campaignField } from '../campaign-field';
import { agentFields } from './agent.fields';
import { byHandFields } from './by-hand.fields';
import { emailFields } from './email.fields';
import { optionsField, previewOptionsField } from './enroll-options';
import { previewTokenField } from './preview-token';

const leadFields: INodeProperties[] = [
  {
    displayName: 'Lead Source',
    name: 'leadSource',
    type: 'options',
    default: 'auto',
    displayOptions: notForAgents,
    description:
      'Where the items come from. Each item becomes one lead: its email address, name, company and job title are found by the fields that this source uses.',
    options: sortedBy(
      ({ name }) => name,
      [
        {
          name: 'Detect Automatically',
          value: 'auto',
          description: 'Tell by the fields of each item; items of several sources may be mixed',
        },
        ...leadSources.map(({ source, label }) => ({ name: label, value: source })),
        { name: 'Map Each Field Below', value: 'manual', description: 'Say yourself what goes where' },
      ],
    ),
  },
  ...agentFields,
  ...byHandFields,
];

export const enrollFields = [campaignField, ...leadFields, previewTokenField, optionsField];

export const previewFields: INodeProperties[] = [
  {
    ...campaignField,
    required: undefined,
    description: 'Needed only to leave out leads that were enrolled in it before',
  },
  ...leadFields,
  ...emailFields,
  previewOptionsField,
];
