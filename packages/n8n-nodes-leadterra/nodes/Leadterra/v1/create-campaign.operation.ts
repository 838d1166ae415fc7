import { type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';

import {
  array,
  createCampaign,
  type CreateCampaignInput,
  type LeadterraClient,
  looseObject,
  parseJsonOrText,
  readInput,
} from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { showHints } from '../../shared/hints';
import { parseField } from '../../shared/parse-field';
import { menuEntry } from '../../shared/render-action';
import { asDescription, renderField, sortedBy } from '../../shared/render-field';
import { notForAgents } from './agent';
import { readCopy, readEmailFields } from './campaign-copy';
import { errorItem, type Operation } from './operation';

const { fields, options, steps } = createCampaign;
const { subject, bodyHtml, delayDays } = steps.fields;

const sequenceSteps: INodeProperties = {
  displayName: steps.label,
  name: 'sequenceSteps',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  default: { step: [{ subject: '', bodyHtml: '', delayDays: 0 }] },
  placeholder: 'Add Step',
  description: asDescription(steps.help),
  options: [
    {
      displayName: 'Step',
      name: 'step',
      values: [
        renderField('subject', subject),
        renderField('bodyHtml', bodyHtml),
        { ...renderField('delayDays', delayDays), default: 3 },
      ],
    },
  ],
};

const specifyField: INodeProperties = {
  displayName: 'Specify Steps',
  name: 'specifySteps',
  type: 'options',
  noDataExpression: true,
  default: 'fields',
  options: [
    { name: 'Fields', value: 'fields', description: 'Fill in each email' },
    { name: 'JSON', value: 'json', description: 'Take the emails of a step before, however many there are' },
  ],
};

const jsonLabel = `${steps.label} (JSON)`;
const sequenceStepsJson: INodeProperties = {
  displayName: jsonLabel,
  name: 'sequenceStepsJson',
  type: 'json',
  default:
    '[\n  {\n    "subject": "Quick question, [[firstName]]",\n    "bodyHtml": "<p>Hi [[firstName]],</p>",\n    "delayDays": 0\n  }\n]',
  typeOptions: { rows: 8 },
  displayOptions: { show: { specifySteps: ['json'] } },
  description: 'A list of emails, each with subject, bodyHtml and delayDays',
};

const optionsField: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add Option',
  default: {},
  options: sortedBy(
    ({ displayName }) => displayName,
    Object.entries(options).map(([name, field]) => renderField(name, field)),
  ),
};

/** Most workflows bring the contacts for one campaign here, and seven of them are not to make seven. */
const campaignsField: INodeProperties = {
  displayName: 'Campaigns to Create',
  name: 'campaigns',
  type: 'options',
  noDataExpression: true,
  displayOptions: notForAgents,
  default: 'one',
  options: [
    { name: 'One for All Items', value: 'one', description: 'The fields are read from the first item' },
    { name: 'One for Each Item', value: 'each', description: 'The fields are read from each item' },
  ],
};

/** Creates a draft campaign with its sequence steps, and looks at its copy before. */
export const create: Operation = {
  option: menuEntry(createCampaign),
  canBeUndone: true,
  sample: createCampaign.sample,
  description: [
    campaignsField,
    renderField('name', fields.name),
    renderField('bodyFormat', fields.bodyFormat),
    specifyField,
    { ...sequenceSteps, displayOptions: { show: { specifySteps: ['fields'] } } },
    sequenceStepsJson,
    optionsField,
  ],
  execute: async (context, client) => {
    const output: INodeExecutionData[] = [];
    const settle = async <Value>(item: number, work: () => Value | Promise<Value>) => {
      try {
        return await work();
      } catch (error) {
        const nodeError = toNodeError(context.getNode(), error, item);
        if (!context.continueOnFail()) throw nodeError;
        output[item] = errorItem(nodeError, item);
        return undefined;
      }
    };
    // All are read first: one that cannot be used stops the node before it has created any.
    const inputs = new Map<number, CreateCampaignInput>();
    const all = [...context.getInputData().keys()];
    const isForAll = context.getNodeParameter('campaigns', 0, 'one') === 'one';
    for (const item of isForAll ? all.slice(0, 1) : all) {
      const input = await settle(item, () => read(context, item));
      if (input) inputs.set(item, input);
    }
    if (inputs.size > 1) showHints(context, [`It makes ${inputs.size} campaigns, one for each item.`]);
    for (const [item, input] of inputs) {
      const created = await settle(item, () => createFor(context, client, input));
      const pairedItem = isForAll ? all.map((one) => ({ item: one })) : { item };
      if (created) output[item] = { json: created, pairedItem };
    }
    return output;
  },
};

const stepsAt = { parameter: 'sequenceSteps.step', label: steps.label, one: 'Step' };

function read(context: IExecuteFunctions, item: number): CreateCampaignInput {
  const given = context.getNodeParameter('options', item, {});
  const { customFields = [] } = readInput({ customFields: options.customFields }, given);
  const isJson = context.getNodeParameter(specifyField.name, item, 'fields') === 'json';
  return createCampaign.read({
    ...given,
    name: context.getNodeParameter('name', item, ''),
    bodyFormat: context.getNodeParameter('bodyFormat', item, ''),
    sequenceSteps: isJson
      ? readJson(context, item, customFields)
      : readEmailFields(context, item, stepsAt, customFields),
  });
}

const emails = array(looseObject({}));

function readJson(context: IExecuteFunctions, item: number, customFields: string[]) {
  const given = readCopy(
    context,
    item,
    { parameter: sequenceStepsJson.name, label: jsonLabel },
    customFields,
  );
  return parseField(jsonLabel, emails, typeof given === 'string' ? parseJsonOrText(given) : given);
}

async function createFor(context: IExecuteFunctions, client: LeadterraClient, input: CreateCampaignInput) {
  const campaign = await createCampaign.run(client, input, { signal: context.getExecutionCancelSignal() });
  showHints(context, campaign.warnings, 'warning');
  return campaign;
}
