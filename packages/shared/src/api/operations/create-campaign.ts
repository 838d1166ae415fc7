import { toUpstreamTokens } from '../../personalization/tokens';
import { defineOperation } from '../operation';
import { createdCampaign, type SequenceStep } from '../schemas/campaign';

export type CreateCampaignInput = { name: string; sequenceSteps: SequenceStep[] };

export const createCampaign = defineOperation({
  task: ({ name }: CreateCampaignInput) => `create campaign "${name}"`,
  request: ({ name, sequenceSteps }) => ({
    method: 'POST',
    path: '/v1/campaigns',
    body: {
      name,
      sequenceSteps: sequenceSteps.map(({ subject, bodyHtml, delayDays }, index) => ({
        subject: toUpstreamTokens(subject),
        bodyHtml: toUpstreamTokens(bodyHtml),
        // A delay counts from the step before, so the first step has none.
        ...(index > 0 && delayDays !== undefined && { delayDays }),
      })),
    },
  }),
  answer: createdCampaign,
  repeat: 'never-twice',
  lookHere: ({ name }) =>
    `It may have been created all the same: look for "${name}" among the campaigns in Leadterra before you run this again.`,
});
