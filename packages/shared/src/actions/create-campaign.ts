import * as z from 'zod/mini';

import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type CreateCampaignInput } from '../api/operations/create-campaign';
import { leadFields } from '../lead';
import { campaignId } from './campaign';
import { html, number, optional, text } from './field';
import { absentIfBlank, parseInput, schemaOf } from './input';

const tokens = leadFields.map(({ key }) => `[[${key}]]`).join(', ');
const personalize = `Personalize with ${tokens} or the name of a custom field, such as [[industry]].`;

const name = text({
  label: 'Name',
  placeholder: 'Logistics managers, spring',
  help: 'The name of the campaign in Leadterra.',
});

const step = {
  subject: text({ label: 'Subject', placeholder: 'Quick question, [[firstName]]', help: personalize }),
  bodyHtml: html({
    label: 'Body (HTML)',
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

const input = z.object({
  name: schemaOf(name),
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
  fields: { name },
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
    warnings: ['{{industry}} stays blank for leads that are enrolled without a custom field "industry".'],
  },

  /**
   * The campaign to create, from what a user gave for these fields.
   * @param stepName what errors call the step at a place, counted from 0
   * @throws LeadterraError (`invalid_input`) that names the fields, and the steps, that cannot be used
   */
  read: (
    given: { name: unknown; sequenceSteps: unknown },
    stepName = (place: number) => `Step ${place + 1}`,
  ): CreateCampaignInput => parseInput(input, given, stepName),

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
      warnings,
    };
  },
};
