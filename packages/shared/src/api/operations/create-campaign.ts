import { checkCopy } from '../../copy/copy-check';
import { toUpstreamTokens } from '../../copy/tokens';
import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { createdCampaign, type SequenceStep } from '../schemas/campaign';

export type CreateCampaignInput = { name: string; sequenceSteps: SequenceStep[] };

/**
 * Creates a draft campaign. Copy may spell its tokens `{{firstName}}` or `[[firstName]]`; `tokens` lists them, and
 * `warnings` says, in sentences for people, which of them may stay blank and which delays the API did not take.
 */
export const createCampaign = defineOperation({
  endpoint: 'POST /v1/campaigns',
  answer: createdCampaign,
  repeat: 'never-twice',
  run: async (send, input: CreateCampaignInput, options?: CallOptions) => {
    const { name, sequenceSteps } = input;
    const campaign = await send(
      {
        task: `create campaign "${name}"`,
        lookHere: `It may have been created all the same: look for "${name}" among the campaigns in Leadterra before you run this again.`,
        body: { name, sequenceSteps: sequenceSteps.map(asSent) },
      },
      options,
    );
    const { tokens, warnings } = checkCopy(sequenceSteps);
    return { ...campaign, tokens, warnings: [...warnings, ...delayWarnings(input, campaign.sequenceSteps)] };
  },
});

function asSent({ subject, bodyHtml, delayDays }: SequenceStep, index: number) {
  return {
    subject: toUpstreamTokens(subject),
    bodyHtml: toUpstreamTokens(bodyHtml),
    // A delay counts from the step before, so the first step has none.
    ...(index > 0 && delayDays !== undefined && { delayDays }),
  };
}

// Only one page of the documentation has a delay on a step, so it may be lost without an error.
function delayWarnings({ sequenceSteps }: CreateCampaignInput, stored: { delayDays?: number }[]): string[] {
  return sequenceSteps.flatMap(({ delayDays = 0 }, index) => {
    if (delayDays === 0) return [];
    if (index === 0) return ['The first step is sent at the start of the campaign; its delay was left out.'];
    if (stored[index]?.delayDays === delayDays) return [];
    return [
      `Leadterra did not confirm the delay of ${delayDays} days before step ${index + 1}: check it there.`,
    ];
  });
}
