import { type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';

import {
  array,
  createCampaign,
  type CreateCampaignInput,
  type LeadterraClient,
  looseObject,
  readInput,
} from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { showHints } from '../../shared/hints';
import { parseField } from '../../shared/parse-field';
import { menuEntry } from '../../shared/render-action';
import { asDescription, renderField, sortedBy } from '../../shared/render-field';
import { evaluated, readCopy } from './campaign-copy';
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

/** Creates a draft campaign with its sequence steps, and looks at its copy before. */
export const create: Operation = {
  option: menuEntry(createCampaign),
  description: [
    renderField('name', fields.name),
    renderField('bodyFormat', fields.bodyFormat),
    sequenceSteps,
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
    for (const item of context.getInputData().keys()) {
      const input = await settle(item, () => read(context, item));
      if (input) inputs.set(item, input);
    }
    for (const [item, input] of inputs) {
      const created = await settle(item, () => createFor(context, client, input));
      if (created) output[item] = { json: created, pairedItem: { item } };
    }
    return output;
  },
};

function read(context: IExecuteFunctions, item: number): CreateCampaignInput {
  const given = context.getNodeParameter('options', item, {});
  const { customFields = [] } = readInput({ customFields: options.customFields }, given);
  return createCampaign.read({
    ...given,
    name: context.getNodeParameter('name', item, ''),
    bodyFormat: context.getNodeParameter('bodyFormat', item, ''),
    sequenceSteps: readSteps(context, item, customFields),
  });
}

function readSteps(context: IExecuteFunctions, item: number, customFields: string[]): unknown {
  const typed: unknown = context.getNodeParameter('sequenceSteps.step', item, [], { rawExpressions: true });
  if (!Array.isArray(typed)) return context.getNodeParameter('sequenceSteps.step', item, []);
  return parseField(steps.label, array(looseObject({})), typed).map((step, index) => {
    const copy = (field: { label: string }, typed: unknown) =>
      readCopy(context, item, { label: `Step ${index + 1}: ${field.label}`, typed }, customFields);
    return {
      subject: copy(subject, step['subject']),
      bodyHtml: copy(bodyHtml, step['bodyHtml']),
      delayDays: evaluated(context, item, step['delayDays']),
    };
  });
}

async function createFor(context: IExecuteFunctions, client: LeadterraClient, input: CreateCampaignInput) {
  const campaign = await createCampaign.run(client, input, { signal: context.getExecutionCancelSignal() });
  showHints(context, campaign.warnings, 'warning');
  return campaign;
}
