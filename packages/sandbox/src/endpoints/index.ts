import { assignReply } from './assign-reply';
import { completeFollowUp } from './complete-follow-up';
import { createCampaign } from './create-campaign';
import { type Endpoint } from './define-endpoint';
import { deleteWebhook } from './delete-webhook';
import { enrollLeads } from './enroll-leads';
import { generateDrafts } from './generate-drafts';
import { getCampaignStats } from './get-campaign-stats';
import { getGmailStatus } from './get-gmail-status';
import { listCampaigns } from './list-campaigns';
import { listDueFollowUps } from './list-due-follow-ups';
import { listInboxThreads } from './list-inbox-threads';
import { listReplies } from './list-replies';
import { listSdrs } from './list-sdrs';
import { listSenderAccounts } from './list-sender-accounts';
import { listSenderPools } from './list-sender-pools';
import { pauseCampaign } from './pause-campaign';
import { registerWebhook } from './register-webhook';
import { rescheduleFollowUp } from './reschedule-follow-up';
import { scheduleFollowUp } from './schedule-follow-up';
import { sendDraft } from './send-draft';
import { skipFollowUp } from './skip-follow-up';
import { startCampaign } from './start-campaign';
import { suppressEmails } from './suppress-emails';

/** The endpoints under /v1; a new one is one file and one line here. */
export const apiEndpoints: Endpoint[] = [
  createCampaign,
  listCampaigns,
  startCampaign,
  pauseCampaign,
  getCampaignStats,
  enrollLeads,
  listReplies,
  suppressEmails,
  listSenderPools,
  listSenderAccounts,
  registerWebhook,
  deleteWebhook,
  assignReply,
  listSdrs,
  listInboxThreads,
  listDueFollowUps,
  completeFollowUp,
  skipFollowUp,
  rescheduleFollowUp,
  scheduleFollowUp,
  generateDrafts,
  sendDraft,
  getGmailStatus,
];

/** What the API can be asked, such as POST `/v1/campaigns/:id/start`. */
export const endpoints = apiEndpoints.map(({ method, path }) => ({ method, path: `/v1${path}` }));
