import { type Fault } from './fault';

/** A campaign in the path, as in /v1/campaigns/camp_123/leads/bulk. */
const campaignPath = /^\/v1\/campaigns\/([^/?]+)\//;

export const campaignDeleted: Fault = {
  summary: 'Somebody deletes the campaign half-way; it stays deleted',
  number: { meaning: 'requests to a campaign that still pass', default: 10 },
  create: (passing, { campaigns, clock }) => {
    let seen = 0;
    return {
      onRequest: (request) => {
        const id = campaignPath.exec(request.url)?.[1];
        if (id === undefined) return false;
        seen += 1;
        if (seen > passing) campaigns.remove(decodeURIComponent(id), clock.now());
        return false;
      },
    };
  },
};
