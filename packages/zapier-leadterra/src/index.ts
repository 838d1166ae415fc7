import { actions } from '@leadterra/shared';
import { defineApp, version as platformVersion } from 'zapier-platform-core';

import { version } from '../package.json';
import { authentication } from './authentication';
import { createCampaign } from './creates/create-campaign';
import { enrollLead } from './creates/enroll-lead';
import { enrollLeadFromRecord } from './creates/enroll-lead-from-record';
import { enrollLeads } from './creates/enroll-leads';
import { createsOf, searchesOf } from './render-action';
import { previewLead } from './searches/preview-lead';
import { campaignStarted } from './triggers/campaign-started';
import { campaigns } from './triggers/campaigns';
import { followUpDue } from './triggers/follow-up-due';
import { messageBounced } from './triggers/message-bounced';
import { messageSent } from './triggers/message-sent';
import { replyReceived } from './triggers/reply-received';
import { sdrs } from './triggers/sdrs';
import { threadStatusChanged } from './triggers/thread-status-changed';

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
    [enrollLeadFromRecord.key]: enrollLeadFromRecord,
    [enrollLeads.key]: enrollLeads,
    ...createsOf(actions),
  },
  searches: { [previewLead.key]: previewLead, ...searchesOf(actions) },
  triggers: {
    [messageBounced.key]: messageBounced,
    [messageSent.key]: messageSent,
    [replyReceived.key]: replyReceived,
    [campaignStarted.key]: campaignStarted,
    [threadStatusChanged.key]: threadStatusChanged,
    [followUpDue.key]: followUpDue,
    [campaigns.key]: campaigns,
    [sdrs.key]: sdrs,
  },
});
