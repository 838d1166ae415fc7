import * as z from 'zod/mini';

import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type CreateCampaignInput } from '../api/operations/create-campaign';
import { checkTokens } from '../copy/copy-check';
import { textToHtml } from '../copy/plain-text';
import { checkStyle } from '../copy/style';
import { leadFields } from '../lead';
import { campaignId } from './campaign';
import { choice, html, number, optional, text, texts } from './field';
import { absentIfBlank, parseInput, refusedInput, schemaOf } from './input';
import { type Given } from './read-input';

const tokens = leadFields.map(({ key }) => `[[${key}]]`).join(', ');
const personalize = `Personalize with ${tokens} or the name of a custom field, such as [[industry]]. [[firstName|there]] says "there" to leads without a first name.`;

const name = text({
  label: 'Name',
  placeholder: 'Logistics managers, spring',
  help: 'The name of the campaign in Leadterra.',
});

const step = {
  subject: text({ label: 'Subject', placeholder: 'Quick question, [[firstName]]', help: personalize }),
  bodyHtml: html({
    label: 'Body',
    placeholder: '<p>Hi [[firstName]],</p><p>how does [[company]] plan its routes?</p>',
    help: personalize,
  }),
  delayDays: optional(
    // A pause of more than a year is a slip.
    number({
      label: 'Delay (Days)',
      min: 0,
      max: 365,
      isWhole: true,
      help: 'Days to wait after the previous step. The first step goes out when the campaign starts.',
    }),
  ),
};

const bodyFormat = choice({
  label: 'Body Format',
  default: 'html',
  choices: [
    { value: 'html', label: 'HTML' },
    { value: 'text', label: 'Text', help: 'Lines and paragraphs stay as they are typed.' },
  ],
  help: 'What the bodies of the emails are written in.',
});

const options = {
  customFields: optional(
    texts({
      label: 'Custom Fields in the Copy',
      placeholder: 'industry, useCase',
      help: 'The names of the custom fields that the leads bring, with commas between them. Any other name in the copy is then unknown.',
    }),
  ),
  whenUnknown: choice({
    label: 'If a Token Is Unknown',
    default: 'stop',
    choices: [
      { value: 'stop', label: 'Stop', help: 'Create nothing, and say what to write instead.' },
      { value: 'warn', label: 'Warn', help: 'Create the campaign with the copy as it is typed.' },
    ],
    help: 'What to do about text that looks like a token and is none, such as [[First Name]] or a single bracket, or that is the name of no field.',
  }),
};

const correctTheCopy = `Nothing was created. Correct the copy, or name custom fields under "${options.customFields.label}". "${options.whenUnknown.label}: Warn" creates the campaign with the copy as it is.`;

const input = z.object({
  name: schemaOf(name),
  bodyFormat: schemaOf(bodyFormat),
  customFields: schemaOf(options.customFields),
  whenUnknown: schemaOf(options.whenUnknown),
  sequenceSteps: z.pipe(
    z.transform((given): unknown[] => [absentIfBlank(given) ?? []].flat()),
    z.array(
      z.object({
        subject: schemaOf(step.subject),
        bodyHtml: schemaOf(step.bodyHtml),
        delayDays: schemaOf(step.delayDays),
      }),
    ),
  ),
});

/** Creating a campaign, of which each host has a screen of its own: its words, its fields, and how it is done. */
export const createCampaign = {
  key: 'create_campaign',
  resource: 'campaign',
  operation: 'create',
  label: 'Create Campaign',
  description: 'Creates a draft campaign with its emails; nothing is sent until the campaign is started.',
  fields: { name, bodyFormat },
  options,
  steps: {
    label: 'Sequence Steps',
    help: 'The emails of the campaign, in the order in which a lead gets them. Steps cannot be added through the API later.',
    fields: step,
  },
  sample: {
    id: campaignId.sample,
    name: 'Logistics managers, spring',
    status: 'draft',
    createdAt: '2026-03-01T08:15:00Z',
    sequenceSteps: [
      {
        stepIndex: 0,
        subject: 'Quick question, {{firstName}}',
        bodyHtml: '<p>Hi {{firstName}},</p>',
        delayDays: 0,
      },
    ],
    tokens: ['firstName'],
    warnings: ['[[industry]] stays blank for leads that are enrolled without a custom field "industry".'],
  },

  /**
   * The campaign to create, from what a user gave for these fields.
   * @param stepName what errors call the step at a place, counted from 0
   * @throws LeadterraError (`invalid_input`) that names the fields, the steps and, unless the user would only be warned
   *   of them, the tokens that cannot be used
   */
  read: (given: Given, stepName = (place: number) => `Step ${place + 1}`): CreateCampaignInput => {
    const { bodyFormat, whenUnknown, ...campaign } = parseInput(input, given, stepName);
    const { mistakes } = checkTokens(campaign.sequenceSteps, campaign);
    if (whenUnknown === 'stop' && mistakes.length > 0) {
      const placed = mistakes.map(({ step, message }) =>
        step === undefined ? message : `${stepName(step)}: ${message}`,
      );
      throw refusedInput(placed, correctTheCopy);
    }
    if (bodyFormat === 'html') return campaign;
    const inHtml = campaign.sequenceSteps.map((step) => ({ ...step, bodyHtml: textToHtml(step.bodyHtml) }));
    return { ...campaign, sequenceSteps: inHtml };
  },

  /** Creates it. The result has every key of the sample, null where Leadterra does not tell. */
  run: async (client: LeadterraClient, input: CreateCampaignInput, options: CallOptions) => {
    const { id, name, status, createdAt, sequenceSteps, tokens, warnings } = await client.createCampaign(
      input,
      options,
    );
    return {
      id,
      name: name ?? input.name,
      status: status ?? null,
      createdAt: createdAt ?? null,
      sequenceSteps: sequenceSteps.map(({ stepIndex, subject, bodyHtml, delayDays }) => ({
        stepIndex: stepIndex ?? null,
        subject: subject ?? null,
        bodyHtml: bodyHtml ?? null,
        delayDays: delayDays ?? null,
      })),
      tokens,
      warnings: [...warnings, ...checkStyle(input.sequenceSteps)],
    };
  },
};
