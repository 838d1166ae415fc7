import { present, text } from './delivery';
import { commonFields, defineEvent } from './event';

export const campaignStarted = defineEvent({
  event: 'campaign.started',
  label: 'Campaign Started',
  description: 'A campaign began to send',
  sample: {
    timestamp: '2026-03-02T09:00:00Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    campaignName: 'Logistics managers, spring',
  },
  fields: (delivery): { campaignId?: string; campaignName?: string } => {
    const { data, campaign } = delivery;
    return present({
      campaignId: commonFields(delivery).campaignId ?? text(data('id')),
      campaignName: text(campaign('name'), data('name'), data('campaignName')),
    });
  },
});
