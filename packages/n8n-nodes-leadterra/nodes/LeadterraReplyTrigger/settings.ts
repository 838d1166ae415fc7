import { type INodeProperties, type IPollFunctions } from 'n8n-workflow';

import { campaignField, classifications, fields, readInput } from '../shared/core';
import { renderField } from '../shared/render-field';

const { optional, text } = fields;

const filters = {
  campaign: optional(campaignField),
  classification: optional(
    text({
      label: 'Classification',
      placeholder: 'interested',
      help: `Only replies that Leadterra classified like this: ${classifications.map(({ value }) => value).join(', ')} or another word it uses.`,
    }),
  ),
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
  const given = (name: string) => context.getNodeParameter(`filters.${name}`, '');
  return readInput(filters, { campaign: given('campaign'), classification: given('classification') });
}
