import { checkTokens } from '../../copy/copy-check';
import { toUpstreamTokens } from '../../copy/tokens';
import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { createdCampaign, type SequenceStep } from '../schemas/campaign';

export type CreateCampaignInput = {
  name: string;
  sequenceSteps: SequenceStep[];
  /** The names of the custom fields that its leads bring, if these are known. */
  customFields?: string[];
};

/**
 * Creates a draft campaign. Copy may spell its tokens `{{firstName}}` or `[[firstName]]`, and `[[firstName|there]]` for
 * one with a fallback; `tokens` lists them, as enrolling takes them. `warnings` says, in sentences for people, which of
 * them are wrong or may stay blank (`checkCopy` tells more, and before), and which delays the API did not take.
 */
export const createCampaign = defineOperation({
  endpoint: 'POST /v1/campaigns',
  answer: createdCampaign,
  repeat: 'never-twice',
  run: async (send, input: CreateCampaignInput, options?: CallOptions) => {
    const { name, sequenceSteps, customFields } = input;
    const campaign = await send(
      {
        task: `create campaign "${name}"`,
        lookHere: `It may have been created all the same: look for "${name}" among the campaigns in Leadterra before you run this again.`,
        body: { name, sequenceSteps: sequenceSteps.map(asSent) },
      },
      options,
    );
    const { tokens, mistakes, warnings } = checkTokens(sequenceSteps, { customFields });
    const ofTokens = new Set([...mistakes.map(({ message }) => message), ...warnings]);
    return { ...campaign, tokens, warnings: [...ofTokens, ...delayWarnings(input, campaign.sequenceSteps)] };
  },
});

function asSent({ subject, bodyHtml, delayDays }: SequenceStep, index: number) {
  return {
    subject: toUpstreamTokens(subject),
    bodyHtml: toUpstreamTokens(bodyHtml),
    // A delay counts from the step before, so the first step has none.
    ...(index > 0 && { delayDays }),
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
