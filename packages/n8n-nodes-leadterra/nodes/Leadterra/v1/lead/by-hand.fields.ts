import { type INodeProperties, type ResourceMapperFields } from 'n8n-workflow';

const leadFields = [
  { name: 'email', displayName: 'Email', placeholder: 'e.g. name@email.com' },
  { name: 'firstName', displayName: 'First Name', placeholder: 'e.g. Nathan' },
  { name: 'lastName', displayName: 'Last Name', placeholder: 'e.g. Smith' },
  { name: 'company', displayName: 'Company', placeholder: 'e.g. Acme Logistics' },
  { name: 'jobTitle', displayName: 'Job Title', placeholder: 'e.g. Head of Operations' },
];

/** The fields of a lead, for n8n's mapper. */
export async function getLeadFields(): Promise<ResourceMapperFields> {
  const fields = leadFields.map(({ name, displayName }) => ({
    id: name,
    displayName,
    type: 'string' as const,
    required: name === 'email',
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
    displayOptions: { show: { leadSource: ['manual'] } },
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
    displayOptions: { hide: { leadSource: ['manual'] } },
    description: 'What you enter here goes before what is found in the item',
    options: leadFields.map((field) => ({ ...field, type: 'string', default: '' })),
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
