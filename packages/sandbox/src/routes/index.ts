import { type Route } from '../http/app';
import { advanceClock } from './admin/advance-clock';
import { listFaults, setFaults } from './admin/faults';
import { listDeliveries, listEnrollments, listLeads, listMessages, listRequests } from './admin/lists';
import { reset } from './admin/reset';
import { state } from './admin/state';
import { campaignStats } from './campaign-stats';
import { createCampaign } from './create-campaign';
import { deleteWebhook } from './delete-webhook';
import { enrollLeads } from './enroll-leads';
import { listReplies } from './list-replies';
import { listSenderAccounts } from './list-sender-accounts';
import { listSenderPools } from './list-sender-pools';
import { pauseCampaign } from './pause-campaign';
import { registerWebhook } from './register-webhook';
import { startCampaign } from './start-campaign';
import { suppressEmails } from './suppress-emails';

/** The endpoints under /v1; a new one is one file and one line here. */
export const apiRoutes: Route[] = [
  createCampaign,
  startCampaign,
  pauseCampaign,
  campaignStats,
  enrollLeads,
  listReplies,
  suppressEmails,
  listSenderPools,
  listSenderAccounts,
  registerWebhook,
  deleteWebhook,
];

/** The sandbox's own endpoints under /_sandbox. */
export const adminRoutes: Route[] = [
  state,
  listLeads,
  listEnrollments,
  listMessages,
  listDeliveries,
  listRequests,
  listFaults,
  setFaults,
  reset,
  advanceClock,
];
