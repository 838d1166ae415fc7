import { defaultBounceLimit, number, pauseIfBounceRateIsHigh as check } from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { campaignField, readCampaignId } from '../campaign-field';
import { oncePerInput, type Operation, perItem } from '../operation';

const { highestPercent, minimumSent } = defaultBounceLimit;
const percent = number().min(0).max(100);
const count = number().int().min(0);

/**
 * Pauses a campaign whose bounce rate is above a limit once it has sent enough for the rate to mean something, and
 * says in one sentence what it did and why. Items with the same campaign and limits share one check.
 */
export const pauseIfBounceRateIsHigh: Operation = {
  option: {
    name: 'Pause If Bounce Rate Is High',
    value: 'pauseIfBounceRateIsHigh',
    action: 'Pause a campaign if its bounce rate is high',
    description: 'Read the statistics of a campaign and pause it if too many of its e-mails bounce',
  },
  description: [
    campaignField,
    {
      displayName: 'Highest Bounce Rate (%)',
      name: 'maxBounceRate',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
      default: highestPercent,
      required: true,
      description: 'The campaign is paused when more than this share of its sent e-mails bounced',
    },
    {
      displayName: 'Minimum Sent',
      name: 'minimumSent',
      type: 'number',
      typeOptions: { minValue: 0, numberPrecision: 0 },
      default: minimumSent,
      required: true,
      description: 'Nothing is paused before so many e-mails were sent: one bounce among three says little',
    },
  ],
  execute: async (context, client) => {
    const signal = context.getExecutionCancelSignal();
    const checkOnce = oncePerInput(
      async (input: Parameters<typeof check>[1]) => await check(client, input, { signal }),
    );
    return await perItem(context, async (item) => {
      const read = (label: string, schema: typeof percent, name: string) =>
        parseField(label, schema, context.getNodeParameter(name, item));
      return await checkOnce({
        campaignId: readCampaignId(context, item),
        highestPercent: read('Highest Bounce Rate', percent, 'maxBounceRate'),
        minimumSent: read('Minimum Sent', count, 'minimumSent'),
      });
    });
  },
};
