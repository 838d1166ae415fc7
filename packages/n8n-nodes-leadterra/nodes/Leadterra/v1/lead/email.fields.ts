import { type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import {
  array,
  createCampaign,
  type EmailCopy,
  fields,
  object,
  parseJsonOrText,
  readInput,
  string,
  withDefault,
} from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { renderField } from '../../../shared/render-field';
import { readEmailFields } from '../campaign-copy';

const { subject, bodyHtml } = createCampaign.steps.fields;

const typed = 'Emails';
const stepsLabel = 'Sequence Steps';

const copy = fields.choice({
  label: 'Emails to Show',
  help: 'What each lead would get, so that you see it before anybody else does.',
  choices: [
    { value: 'none', label: 'None' },
    { value: 'typed', label: 'Emails Entered Below' },
    {
      value: 'steps',
      label: 'Steps of a Campaign',
      help: 'As the operation Campaign: Create puts them out.',
    },
  ],
  default: 'none',
});

/** The emails that a preview fills in. */
export const emailFields: INodeProperties[] = [
  renderField('copy', copy),
  {
    displayName: typed,
    name: 'emails',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    default: { email: [{ subject: '', bodyHtml: '' }] },
    placeholder: 'Add Email',
    displayOptions: { show: { copy: ['typed'] } },
    options: [
      {
        displayName: 'Email',
        name: 'email',
        values: [renderField('subject', subject), renderField('bodyHtml', bodyHtml)],
      },
    ],
  },
  {
    displayName: stepsLabel,
    name: 'steps',
    type: 'json',
    default: '',
    placeholder: "e.g. {{ $('Create').first().JSON.sequenceSteps }}",
    displayOptions: { show: { copy: ['steps'] } },
    description: 'The field sequenceSteps that Campaign: Create puts out',
  },
];

const email = object({ subject: withDefault(string(), ''), bodyHtml: withDefault(string(), '') });
const typedAt = { parameter: 'emails.email', label: typed, one: 'Email' };

/** The emails that the user gave. */
export function readEmails(context: IExecuteFunctions): EmailCopy[] {
  const read = (name: string) => context.getNodeParameter(name, 0, undefined);
  switch (readInput({ copy }, { copy: read('copy') }).copy) {
    case 'none':
      return [];
    case 'typed':
      return parseField(typed, array(email), readEmailFields(context, 0, typedAt));
    case 'steps': {
      const given = read('steps');
      return parseField(stepsLabel, array(email), typeof given === 'string' ? parseJsonOrText(given) : given);
    }
  }
}
