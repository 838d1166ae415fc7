import { type IDataObject, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import {
  defaultBatchSize,
  defaultConcurrency,
  fields,
  looseObject,
  object,
  optional as orNothing,
  readInput,
  tokenFields,
  withDefault,
} from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { renderField, sortedBy } from '../../../shared/render-field';
import { notForAgents } from '../agent';

const { choice, number, text, optional } = fields;
const { tokens, whenMissing } = tokenFields;

/** The options that hold for all items: what they are called, and what they may be. */
const options = {
  batchSize: number({
    label: 'Leads per Request',
    help: 'How many leads go to Leadterra in one request.',
    min: 1,
    isWhole: true,
    default: defaultBatchSize,
  }),
  concurrency: number({
    label: 'Requests at a Time',
    help: 'How many requests may be on their way at once.',
    min: 1,
    max: 20,
    isWhole: true,
    default: defaultConcurrency,
  }),
  customFields: choice({
    label: 'Custom Fields From the Item',
    choices: [
      { value: 'none', label: 'None' },
      { value: 'unmapped', label: 'All Fields That Are Not Used Otherwise' },
      { value: 'named', label: 'Only Those in Custom Fields to Take' },
    ],
    default: 'none',
  }),
  customFieldPaths: optional(
    text({
      label: 'Custom Fields to Take',
      placeholder: 'Industry, properties.city',
      help: 'Names of fields of the item, with commas between them; a dot leads into an object.',
    }),
  ),
  customFieldsAs: choice({
    label: 'Custom Field Format',
    help: 'How custom fields are sent. Change it only if Leadterra does not show them.',
    choices: [
      { value: 'top-level', label: 'Beside the Standard Fields' },
      { value: 'nested', label: 'In a customFields Object' },
    ],
    default: 'top-level',
  }),
  enrolledBefore: choice({
    label: 'Leads Enrolled Before',
    help: 'What to do with a lead that this workflow has enrolled in the same campaign. It remembers 20,000 leads.',
    choices: [
      { value: 'send', label: 'Send Again', help: 'Leadterra updates the lead. Nothing is remembered.' },
      {
        value: 'send_changed',
        label: 'Only If Changed',
        help: 'Leave it out, with the status unchanged, unless one of its fields is another.',
      },
      {
        value: 'skip',
        label: 'Never',
        help: 'Leave it out, with the status unchanged, whatever its fields.',
      },
    ],
    default: 'send',
  }),
  findLeftOut: choice({
    label: 'Find Left-Out Leads',
    help: 'Leadterra leaves suppressed addresses out and may not tell which they were. To find out, their request is sent again in ever smaller parts.',
    choices: [
      {
        value: 'auto',
        label: 'Only in a Draft',
        help: 'Where Leadterra says that the campaign has not started, so that nobody is mailed twice.',
      },
      { value: 'always', label: 'Always', help: 'Also where Leadterra may mail somebody again.' },
      { value: 'never', label: 'Never', help: 'Report all leads of such a request as unconfirmed.' },
    ],
    default: 'auto',
  }),
  optedOut: choice({
    label: 'Opted-Out Contacts',
    help: 'What to do with an item whose CRM record says that this person must not be emailed, or that the address bounced. Leadterra itself always leaves out suppressed addresses.',
    choices: [
      { value: 'skip', label: 'Skip and Report', help: 'Leave it out, with the status opted_out.' },
      {
        value: 'fail',
        label: 'Fail',
        help: 'Treat it as an error, and so a lead that Leadterra says it has left out.',
      },
      { value: 'enroll', label: 'Enroll Anyway' },
    ],
    default: 'skip',
  }),
  withoutAddress: choice({
    label: 'Contacts Without an Address',
    help: 'What to do with an item that has no email address, or text that is none, where On Error stops the workflow.',
    choices: [
      { value: 'skip', label: 'Skip and Report', help: 'Leave it out, with the status invalid.' },
      { value: 'stop', label: 'Stop', help: 'Send nothing, and say which items they are.' },
    ],
    default: 'skip',
  }),
  output: choice({
    label: 'Output',
    choices: [
      { value: 'leads', label: 'One Item per Lead' },
      { value: 'summary', label: 'One Summary Item', help: 'Counts instead of leads, per campaign.' },
    ],
    default: 'leads',
  }),
};

const displayOptions: Record<string, INodeProperties['displayOptions']> = {
  customFields: { hide: { '/leadSource': ['manual'] } },
  customFieldPaths: { show: { customFields: ['named'] } },
};

/** The options that hold for an AI agent's call too. */
const forAgentsToo = ['customFieldsAs'];

const copyCheck: INodeProperties = {
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
      // Not "tokens": n8n's rules take that for a secret.
      values: [renderField('fields', tokens), renderField('whenMissing', whenMissing)],
    },
  ],
};

const parameters = sortedBy(
  ({ displayName }) => displayName,
  [
    copyCheck,
    ...Object.entries(options).map(([name, field]): INodeProperties => {
      const parameter = renderField(name, field);
      const { show, hide } = displayOptions[name] ?? {};
      if (forAgentsToo.includes(name)) return parameter;
      return {
        ...parameter,
        displayOptions: { ...(show && { show }), hide: { ...hide, ...notForAgents.hide } },
      };
    }),
  ],
);

/** The collection of options. */
export const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  options: parameters,
};

const onlyForSending = ['batchSize', 'concurrency', 'customFieldsAs', 'findLeftOut'];

/** Those that change what would be sent. */
export const previewOptionsField: INodeProperties = {
  ...optionsField,
  options: parameters.filter(({ name }) => !onlyForSending.includes(name)),
};

/** What the user chose, with the defaults for the rest. */
export function readOptions(context: IExecuteFunctions) {
  const given = context.getNodeParameter('options', 0, {});
  const { customFieldPaths = '', ...read } = readInput(options, given);
  const paths = customFieldPaths
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return {
    ...read,
    customFields: read.customFields === 'named' ? paths : read.customFields,
    whenTokenMissing: readRule(given),
  };
}
export type EnrollOptions = ReturnType<typeof readOptions>;

const ruleOf = object({ copyCheck: withDefault(object({ rule: orNothing(looseObject({})) }), {}) });

/** Without the check, a token may stay blank. */
function readRule(given: IDataObject): 'send' | 'skip' | 'stop' {
  const { rule } = parseField('Personalization Check', ruleOf, given).copyCheck;
  return rule === undefined ? 'send' : readInput({ whenMissing }, rule).whenMissing;
}
