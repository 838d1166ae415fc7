import { type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';

import { createCampaign, type CreateCampaignInput, type LeadterraClient, readInput } from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { showHints } from '../../shared/hints';
import { menuEntry } from '../../shared/render-action';
import { asDescription, renderField, sortedBy } from '../../shared/render-field';
import { readEmailFields } from './campaign-copy';
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
  canBeUndone: true,
  sample: createCampaign.sample,
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

const stepsAt = { parameter: 'sequenceSteps.step', label: steps.label, one: 'Step' };

function read(context: IExecuteFunctions, item: number): CreateCampaignInput {
  const given = context.getNodeParameter('options', item, {});
  const { customFields = [] } = readInput({ customFields: options.customFields }, given);
  return createCampaign.read({
    ...given,
    name: context.getNodeParameter('name', item, ''),
    bodyFormat: context.getNodeParameter('bodyFormat', item, ''),
    sequenceSteps: readEmailFields(context, item, stepsAt, customFields),
  });
}

async function createFor(context: IExecuteFunctions, client: LeadterraClient, input: CreateCampaignInput) {
  const campaign = await createCampaign.run(client, input, { signal: context.getExecutionCancelSignal() });
  showHints(context, campaign.warnings, 'warning');
  return campaign;
}
