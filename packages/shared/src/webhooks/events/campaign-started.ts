import { present, text } from './delivery';
import { commonFields, defineEvent } from './event';

export const campaignStarted = defineEvent({
  event: 'campaign.started',
  label: 'Campaign Started',
  description: 'A campaign began to send',
  fields: (delivery): { campaignId?: string; campaignName?: string } => {
    const { data, campaign } = delivery;
    return present({
      campaignId: commonFields(delivery).campaignId ?? text(data('id')),
      campaignName: text(campaign('name'), data('name'), data('campaignName')),
    });
  },
});
