import { type INodeProperties } from 'n8n-workflow';

import { defaultBatchSize, defaultConcurrency, leadSources } from '../../../shared/core';
import { campaignField } from '../campaign-field';
import { byHandFields } from './by-hand.fields';

export const enrollFields: INodeProperties[] = [
  campaignField,
  {
    displayName: 'Lead Source',
    name: 'leadSource',
    type: 'options',
    default: 'auto',
    description:
      'Where the items come from. Each item becomes one lead: its e-mail address, name, company and job title are found by the fields that this source uses.',
    options: [
      {
        name: 'Detect Automatically',
        value: 'auto',
        description: 'Tell by the fields of each item; items of several sources may be mixed',
      },
      ...leadSources.map(({ source, label }) => ({ name: label, value: source })),
      { name: 'Map Each Field Below', value: 'manual', description: 'Say yourself what goes where' },
    ],
  },
  ...byHandFields,
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    options: [
      {
        displayName: 'Custom Field Format',
        name: 'customFieldsAs',
        type: 'options',
        default: 'top-level',
        description: 'How custom fields are sent. Change it only if Leadterra does not show them.',
        options: [
          { name: 'Beside the Standard Fields', value: 'top-level' },
          { name: 'In a customFields Object', value: 'nested' },
        ],
      },
      {
        displayName: 'Custom Fields From the Item',
        name: 'customFields',
        type: 'options',
        default: 'none',
        displayOptions: { hide: { '/leadSource': ['manual'] } },
        options: [
          { name: 'All Fields That Are Not Used Otherwise', value: 'unmapped' },
          { name: 'None', value: 'none' },
          { name: 'Only Those in Custom Fields to Take', value: 'named' },
        ],
      },
      {
        displayName: 'Custom Fields to Take',
        name: 'customFieldPaths',
        type: 'string',
        default: '',
        displayOptions: { show: { customFields: ['named'] } },
        placeholder: 'e.g. Industry, properties.city',
        description: 'Names of fields of the item, with commas between them; a dot leads into an object',
      },
      {
        displayName: 'Find Left-Out Leads',
        name: 'findLeftOut',
        type: 'options',
        default: 'auto',
        description:
          'Leadterra leaves suppressed addresses out and may not tell which they were. To find out, their request is sent again in ever smaller parts.',
        options: [
          { name: 'Always', value: 'always', description: 'Also where Leadterra may mail somebody again' },
          { name: 'Never', value: 'never', description: 'Report all leads of such a request as unconfirmed' },
          {
            name: 'Only in a Draft',
            value: 'auto',
            description:
              'Where Leadterra says that the campaign has not started, so that nobody is mailed twice',
          },
        ],
      },
      {
        displayName: 'Leads per Request',
        name: 'batchSize',
        type: 'number',
        typeOptions: { minValue: 1, numberPrecision: 0 },
        default: defaultBatchSize,
        description: 'How many leads go to Leadterra in one request',
      },
      {
        displayName: 'Opted-Out Contacts',
        name: 'optedOut',
        type: 'options',
        default: 'skip',
        description:
          'What to do with an item whose CRM record says that this person must not be e-mailed, or that the address bounced. Leadterra itself always leaves out suppressed addresses.',
        options: [
          { name: 'Enroll Anyway', value: 'enroll' },
          {
            name: 'Fail',
            value: 'fail',
            description: 'Treat it as an error, and so a lead that Leadterra says it has left out',
          },
          { name: 'Skip and Report', value: 'skip', description: 'Leave it out, with the status opted_out' },
        ],
      },
      {
        displayName: 'Output',
        name: 'output',
        type: 'options',
        default: 'leads',
        options: [
          { name: 'One Item per Lead', value: 'leads' },
          {
            name: 'One Summary Item',
            value: 'summary',
            description: 'Counts instead of leads, per campaign',
          },
        ],
      },
      {
        displayName: 'Personalization Check',
        name: 'copyCheck',
        type: 'fixedCollection',
        default: { rule: { fields: '', whenMissing: 'skip' } },
        description:
          'Whether each lead has what the copy of the campaign names, so that nobody is greeted with a gap',
        options: [
          {
            displayName: 'Rule',
            name: 'rule',
            values: [
              {
                displayName: 'Tokens in the Copy',
                // Not "tokens": n8n's rules take that for a secret.
                name: 'fields',
                type: 'string',
                default: '',
                placeholder: 'e.g. firstName, company',
                description:
                  'Their names with commas between them, or an expression for what Campaign: Create gave as tokens',
              },
              {
                displayName: 'If a Token Stays Blank',
                name: 'whenMissing',
                type: 'options',
                default: 'skip',
                options: [
                  { name: 'Send Anyway', value: 'send', description: 'The token stays blank' },
                  {
                    name: 'Skip and Report',
                    value: 'skip',
                    description: 'Leave them out, with the status incomplete',
                  },
                  { name: 'Stop', value: 'stop', description: 'Enroll nobody, and list these leads' },
                ],
              },
            ],
          },
        ],
      },
      {
        displayName: 'Requests at a Time',
        name: 'concurrency',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
        default: defaultConcurrency,
        description: 'How many requests may be on their way at once',
      },
    ],
  },
];
