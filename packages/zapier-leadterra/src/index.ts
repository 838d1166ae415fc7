import { defineApp, version as platformVersion } from 'zapier-platform-core';

import { version } from '../package.json';
import { authentication } from './authentication';
import { addToSuppressionList } from './creates/add-to-suppression-list';
import { createCampaign } from './creates/create-campaign';
import { enrollLead } from './creates/enroll-lead';
import { enrollLeads } from './creates/enroll-leads';
import { pauseCampaign } from './creates/pause-campaign';
import { pauseIfBounceRateHigh } from './creates/pause-if-bounce-rate-high';
import { startCampaign } from './creates/start-campaign';
import { findCampaignStatistics } from './searches/find-campaign-statistics';
import { findSendingCapacity } from './searches/find-sending-capacity';
import { campaignStarted } from './triggers/campaign-started';
import { messageBounced } from './triggers/message-bounced';
import { messageSent } from './triggers/message-sent';
import { replyReceived } from './triggers/reply-received';

export default defineApp({
  version,
  platformVersion,
  authentication,
  flags: {
    // An empty field must arrive as one, so that the app can name it.
    cleanInputData: false,
    // All requests go through `z.request`, which logs them; the patch of Node's http would log them once more.
    skipHttpPatch: true,
  },
  // Leadterra limits requests per key, and does not say to how many: five a second are within what is usual.
  throttle: { window: 60, limit: 300, scope: ['auth'] },
  creates: {
    [createCampaign.key]: createCampaign,
    [enrollLead.key]: enrollLead,
    [enrollLeads.key]: enrollLeads,
    [startCampaign.key]: startCampaign,
    [pauseCampaign.key]: pauseCampaign,
    [pauseIfBounceRateHigh.key]: pauseIfBounceRateHigh,
    [addToSuppressionList.key]: addToSuppressionList,
  },
  searches: {
    [findCampaignStatistics.key]: findCampaignStatistics,
    [findSendingCapacity.key]: findSendingCapacity,
  },
  triggers: {
    [messageBounced.key]: messageBounced,
    [messageSent.key]: messageSent,
    [replyReceived.key]: replyReceived,
    [campaignStarted.key]: campaignStarted,
  },
});
