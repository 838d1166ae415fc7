import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { lineItems, optionalNumber, requiredText, requiredWord } from '../input';
import { withLeadterra } from '../perform';

// A pause of more than a year is a slip.
const delayDays = optionalNumber('Delay Days', { min: 0, max: 365, whole: true });

const input = z.object({
  name: requiredWord('Name'),
  steps: lineItems(z.object({ subject: requiredText('Subject'), bodyHtml: requiredText('Body'), delayDays })),
});

export const createCampaign = defineCreate({
  key: 'create_campaign',
  noun: 'Campaign',
  display: {
    label: 'Create Campaign',
    description: 'Creates a draft campaign with a sequence of e-mails. Nothing is sent until it is started.',
  },
  operation: {
    inputFields: [
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        placeholder: 'Spring launch: heads of sales',
        helpText: 'What the campaign is called in Leadterra.',
      },
      {
        key: 'steps',
        label: 'Sequence Steps',
        children: [
          {
            key: 'subject',
            label: 'Subject',
            type: 'string',
            required: true,
            placeholder: 'A question, [[firstName]]',
            helpText:
              'Write `[[firstName]]`, `[[lastName]]`, `[[company]]`, `[[jobTitle]]`, `[[email]]` or the name of a custom field in double brackets, and each lead gets its own.',
          },
          {
            key: 'bodyHtml',
            label: 'Body',
            type: 'text',
            required: true,
            placeholder: '<p>Hello [[firstName]],</p>',
            helpText: 'HTML. Takes the same placeholders in double brackets as the subject.',
          },
          {
            key: 'delayDays',
            label: 'Delay Days',
            type: 'integer',
            helpText: 'How many days to wait after the step before. The first step goes out at the start.',
          },
        ],
      },
    ],
    perform: withLeadterra(input, async ({ client, input: { name, steps }, deadline }) => {
      const { tokens, warnings, ...campaign } = await client.createCampaign(
        { name, sequenceSteps: steps },
        { deadline },
      );
      return { name, ...campaign, placeholders: tokens.join(', '), warnings: warnings.join(' ') };
    }),
    sample: {
      id: 'camp_01HZA1TPNQ8RD4KF',
      name: 'Spring launch: heads of sales',
      status: 'draft',
      createdAt: '2026-03-01T08:15:00Z',
      sequenceSteps: [
        {
          stepIndex: 0,
          subject: 'A question, {{firstName}}',
          bodyHtml: '<p>Hello {{firstName}},</p>',
          delayDays: 0,
        },
      ],
      placeholders: 'firstName',
      warnings: '',
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'name', label: 'Name' },
      { key: 'status', label: 'Status' },
      { key: 'createdAt', label: 'Created At', type: 'datetime' },
      { key: 'sequenceSteps[]stepIndex', label: 'Step Index', type: 'integer' },
      { key: 'sequenceSteps[]subject', label: 'Step Subject' },
      { key: 'sequenceSteps[]bodyHtml', label: 'Step Body' },
      { key: 'sequenceSteps[]delayDays', label: 'Step Delay Days', type: 'integer' },
      { key: 'placeholders', label: 'Placeholders' },
      { key: 'warnings', label: 'Warnings' },
    ],
  },
});
