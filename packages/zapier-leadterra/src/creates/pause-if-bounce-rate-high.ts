import { defaultBounceLimit, pauseIfBounceRateIsHigh as decide } from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { optionalNumber } from '../input';
import { withLeadterra } from '../perform';

const { highestPercent, minimumSent } = defaultBounceLimit;

const input = z.object({
  campaign,
  highestPercent: optionalNumber('Highest Bounce Rate', { min: 0, max: 100 }),
  minimumSent: optionalNumber('Sent at Least', { min: 1, max: 1_000_000_000, whole: true }),
});

export const pauseIfBounceRateHigh = defineCreate({
  key: 'pause_campaign_if_bounce_rate_is_high',
  noun: 'Campaign',
  display: {
    label: 'Pause Campaign if Bounce Rate Is High',
    description:
      'Pauses a campaign when too many of its e-mails have bounced, and leaves it alone otherwise.',
  },
  operation: {
    inputFields: [
      campaignField,
      {
        key: 'highestPercent',
        label: 'Highest Bounce Rate',
        type: 'number',
        default: String(highestPercent),
        helpText: 'In percent of the sent e-mails. The campaign is paused above it.',
      },
      {
        key: 'minimumSent',
        label: 'Sent at Least',
        type: 'integer',
        default: String(minimumSent),
        helpText: 'The campaign is left alone until it has sent this many e-mails.',
      },
    ],
    perform: withLeadterra(input, async ({ client, input, deadline }) => {
      const { campaignId: id, ...check } = await decide(
        client,
        {
          campaignId: input.campaign,
          highestPercent: input.highestPercent ?? highestPercent,
          minimumSent: input.minimumSent ?? minimumSent,
        },
        { deadline },
      );
      return { id, ...check };
    }),
    sample: {
      id: 'camp_01HZA1TPNQ8RD4KF',
      paused: true,
      reason: '15 of 200 e-mails bounced, more than 5 percent.',
      status: 'paused',
      pausedAt: '2026-03-05T14:30:00Z',
      bouncePercent: 7.5,
      sent: 200,
      bounced: 15,
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'paused', label: 'Was Paused', type: 'boolean' },
      { key: 'reason', label: 'Reason' },
      { key: 'status', label: 'Status' },
      { key: 'pausedAt', label: 'Paused At', type: 'datetime' },
      { key: 'bouncePercent', label: 'Bounce Rate (Percent)', type: 'number' },
      { key: 'sent', label: 'Sent', type: 'integer' },
      { key: 'bounced', label: 'Bounced', type: 'integer' },
    ],
  },
});
