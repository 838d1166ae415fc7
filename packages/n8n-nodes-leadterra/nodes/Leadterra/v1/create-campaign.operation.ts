import { type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';

import { createCampaign, type LeadterraClient } from '../../shared/core';
import { toNodeError } from '../../shared/errors';
import { showHints } from '../../shared/hints';
import { menuEntry } from '../../shared/render-action';
import { asDescription, renderField } from '../../shared/render-field';
import { errorItem, type Operation } from './operation';

const { fields, steps } = createCampaign;
const { subject, bodyHtml, delayDays } = steps.fields;

const copy = (help: string | undefined) =>
  `${help ?? ''} Double brackets also work where this field is an expression: there n8n would read {{firstName}} as its own code.`;

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
        renderField('subject', { ...subject, help: copy(subject.help) }),
        renderField('bodyHtml', { ...bodyHtml, help: copy(bodyHtml.help) }),
        { ...renderField('delayDays', delayDays), default: 3 },
      ],
    },
  ],
};

/** Creates a draft campaign with its sequence steps, and warns of tokens in its copy that may stay blank. */
export const create: Operation = {
  option: menuEntry(createCampaign),
  canBeUndone: true,
  description: [renderField('name', fields.name), sequenceSteps],
  execute: async (context, client) => {
    const output: INodeExecutionData[] = [];
    for (const item of context.getInputData().keys()) {
      try {
        output.push(await createFor(context, client, item));
      } catch (error) {
        const nodeError = toNodeError(context.getNode(), error, item);
        if (!context.continueOnFail()) throw nodeError;
        output.push(errorItem(nodeError, item));
      }
    }
    return output;
  },
};

async function createFor(
  context: IExecuteFunctions,
  client: LeadterraClient,
  item: number,
): Promise<INodeExecutionData> {
  const input = createCampaign.read({
    name: context.getNodeParameter('name', item, ''),
    sequenceSteps: context.getNodeParameter('sequenceSteps.step', item, []),
  });
  const campaign = await createCampaign.run(client, input, { signal: context.getExecutionCancelSignal() });
  showHints(context, campaign.warnings, 'warning');
  return { json: campaign, pairedItem: { item } };
}
