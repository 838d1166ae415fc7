import { type INodeProperties, type ResourceMapperFields } from 'n8n-workflow';

import { leadFields } from '../../../shared/core';
import { asDescription, sortedBy } from '../../../shared/render-field';
import { notForAgents } from '../agent';

/** The fields of a lead, for n8n's mapper. */
export async function getLeadFields(): Promise<ResourceMapperFields> {
  const fields = leadFields.map(({ key, label }) => ({
    id: key,
    displayName: label,
    type: 'string' as const,
    required: key === 'email',
    defaultMatch: false,
    display: true,
  }));
  return await Promise.resolve({ fields });
}

export const byHandFields: INodeProperties[] = [
  {
    displayName: 'Lead Fields',
    name: 'leadFields',
    type: 'resourceMapper',
    default: { mappingMode: 'defineBelow', value: null },
    required: true,
    noDataExpression: true,
    displayOptions: { show: { leadSource: ['manual'] }, ...notForAgents },
    typeOptions: {
      resourceMapper: {
        resourceMapperMethod: 'getLeadFields',
        mode: 'add',
        valuesLabel: 'Lead Fields',
        fieldWords: { singular: 'field', plural: 'fields' },
        addAllFields: true,
        supportAutoMap: false,
      },
    },
  },
  {
    displayName: 'Fields to Override',
    name: 'fieldsToOverride',
    type: 'collection',
    default: {},
    placeholder: 'Add Field',
    displayOptions: { hide: { leadSource: ['manual'], ...notForAgents.hide } },
    description: 'What you enter here goes before what is found in the item',
    options: sortedBy(
      ({ displayName }) => displayName,
      leadFields.map(({ key, label, placeholder, help }): INodeProperties => ({
        displayName: label,
        name: key,
        type: 'string',
        default: '',
        placeholder: `e.g. ${key === 'email' ? 'name@email.com' : placeholder}`,
        description: asDescription(help),
      })),
    ),
  },
  {
    displayName: 'Custom Fields',
    name: 'customFieldValues',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    default: {},
    placeholder: 'Add Custom Field',
    description:
      'Further fields of the lead, to personalize with. They win over custom fields taken from the item.',
    options: [
      {
        displayName: 'Custom Field',
        name: 'field',
        values: [
          {
            displayName: 'Name',
            name: 'name',
            type: 'string',
            default: '',
            placeholder: 'e.g. industry',
            description: 'As it stands in the copy: [[industry]]',
          },
          { displayName: 'Value', name: 'value', type: 'string', default: '' },
        ],
      },
    ],
  },
];
