import { type Campaign, timestamp } from '../../domain';
import { type WebhookEvent } from './event';

type Started = { campaign: Campaign };

/** The pages name no field of it: all of this is a guess. */
const nested = ({ campaign: { id, name, status, startedAt } }: Started) => ({
  campaign: { id, name, status, startedAt: timestamp(startedAt ?? 0) },
});

export const campaignStarted: WebhookEvent<'campaign.started', Started> = {
  name: 'campaign.started',
  data: {
    reference: ({ campaign: { id, name, status, startedAt } }) => ({
      campaignId: id,
      name,
      status,
      startedAt: timestamp(startedAt ?? 0),
    }),
    guide: nested,
    concept: nested,
  },
};
