import { array, invalidInput, number, object, string } from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { type Operation, perItem } from '../operation';

const steps = object({
  step: array(
    object({ subject: string(), bodyHtml: string(), delayDays: number().int().min(0).optional() }),
  ).default([]),
});

const tokenHint =
  'Personalize with [[firstName]], [[lastName]], [[company]], [[jobTitle]], [[email]] or a custom field such as [[industry]]. Double brackets also work where this field is an expression: there n8n would read {{firstName}} as its own code.';

/** Creates a draft campaign with its sequence steps, and warns of tokens in its copy that may stay blank. */
export const create: Operation = {
  option: {
    name: 'Create',
    value: 'create',
    action: 'Create a campaign',
    description: 'Create a draft campaign with its e-mails; nothing is sent until you start it',
  },
  description: [
    {
      displayName: 'Name',
      name: 'name',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. Logistics managers, spring',
      description: 'How the campaign is called in Leadterra',
    },
    {
      displayName: 'Sequence Steps',
      name: 'sequenceSteps',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true, sortable: true },
      default: { step: [{ subject: '', bodyHtml: '', delayDays: 0 }] },
      placeholder: 'Add Step',
      description:
        'The e-mails of the campaign, in the order in which a lead gets them. The API cannot add steps later.',
      options: [
        {
          displayName: 'Step',
          name: 'step',
          values: [
            {
              displayName: 'Subject',
              name: 'subject',
              type: 'string',
              default: '',
              required: true,
              placeholder: 'e.g. Quick question, [[firstName]]',
              description: tokenHint,
            },
            {
              displayName: 'Body (HTML)',
              name: 'bodyHtml',
              type: 'string',
              typeOptions: { rows: 6 },
              default: '',
              required: true,
              placeholder: 'e.g. <p>Hi [[firstName]],</p><p>how does [[company]] plan its routes?</p>',
              description: tokenHint,
            },
            {
              displayName: 'Delay (Days)',
              name: 'delayDays',
              type: 'number',
              typeOptions: { minValue: 0, numberPrecision: 0 },
              default: 3,
              description:
                'Days to wait after the step before; the first step goes out when the campaign starts',
            },
          ],
        },
      ],
    },
  ],
  execute: async (context, client) =>
    await perItem(context, async (item) => {
      const name = parseField('Name', string().trim(), context.getNodeParameter('name', item));
      if (name === '') throw invalidInput('The campaign has no name.', 'Enter one in the field Name.');
      const { step } = parseField(
        'Sequence Steps',
        steps,
        context.getNodeParameter('sequenceSteps', item, {}),
      );
      const unfinished = step.findIndex(
        ({ subject, bodyHtml }) => subject.trim() === '' || bodyHtml.trim() === '',
      );
      if (unfinished >= 0) {
        throw invalidInput(
          `Step ${unfinished + 1} of campaign "${name}" has no subject or no body.`,
          'Fill in both, or remove the step.',
        );
      }
      const signal = context.getExecutionCancelSignal();
      const campaign = await client.createCampaign({ name, sequenceSteps: step }, { signal });
      for (const warning of campaign.warnings)
        context.addExecutionHints({ message: warning, type: 'warning', location: 'outputPane' });
      return campaign;
    }),
};
