import { type INodeProperties, type IPollFunctions } from 'n8n-workflow';

import { campaignField, classificationField, fields, readInput } from '../shared/core';
import { valueIn } from '../shared/locator';
import { renderField } from '../shared/render-field';

/** What the trigger can be limited to. */
export const filters = {
  campaign: fields.optional(campaignField),
  classification: fields.optional(classificationField),
};

export const properties: INodeProperties[] = [
  {
    displayName:
      'Replies that are there when the workflow is activated do not start it; a test in the editor gets the newest one.',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    options: Object.entries(filters).map(([name, field]) => renderField(name, field)),
  },
];

export type ReplyFilter = { campaign?: string; classification?: string };

export function readFilter(context: IPollFunctions): ReplyFilter {
  const given = (name: string) => valueIn(context.getNodeParameter(`filters.${name}`, ''));
  return readInput(filters, { campaign: given('campaign'), classification: given('classification') });
}
