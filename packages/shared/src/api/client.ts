import { Caller } from './caller';
import { bindOperation } from './operation';
import { assignReply } from './operations/assign-reply';
import { completeFollowUp } from './operations/complete-follow-up';
import { createCampaign } from './operations/create-campaign';
import { deleteWebhook } from './operations/delete-webhook';
import { generateDrafts } from './operations/generate-drafts';
import { getCampaignStats } from './operations/get-campaign-stats';
import { getGmailStatus } from './operations/get-gmail-status';
import { listCampaigns } from './operations/list-campaigns';
import { listDueFollowUps } from './operations/list-due-follow-ups';
import { listInboxThreads } from './operations/list-inbox-threads';
import { listReplies } from './operations/list-replies';
import { listSdrs } from './operations/list-sdrs';
import { listSenderAccounts } from './operations/list-sender-accounts';
import { listSenderPools } from './operations/list-sender-pools';
import { pauseCampaign } from './operations/pause-campaign';
import { registerWebhook } from './operations/register-webhook';
import { rescheduleFollowUp } from './operations/reschedule-follow-up';
import { scheduleFollowUp } from './operations/schedule-follow-up';
import { sendDraft } from './operations/send-draft';
import { skipFollowUp } from './operations/skip-follow-up';
import { startCampaign } from './operations/start-campaign';
import { suppressEmails } from './operations/suppress-emails';
import { upsertLeads } from './operations/upsert-leads';

/**
 * The Leadterra API, one line per operation; what each does stands in its file. All of them take `CallOptions` last,
 * and reject with a LeadterraError that says what happened and what to do. Failures that may pass are retried by the
 * policy; what would happen twice by being repeated is not.
 */
export class LeadterraClient extends Caller {
  readonly createCampaign = bindOperation(createCampaign, this);
  readonly startCampaign = bindOperation(startCampaign, this);
  readonly pauseCampaign = bindOperation(pauseCampaign, this);
  readonly getCampaignStats = bindOperation(getCampaignStats, this);
  readonly upsertLeads = bindOperation(upsertLeads, this);
  readonly listCampaigns = bindOperation(listCampaigns, this);
  readonly listReplies = bindOperation(listReplies, this);
  readonly suppressEmails = bindOperation(suppressEmails, this);
  readonly listSenderPools = bindOperation(listSenderPools, this);
  readonly listSenderAccounts = bindOperation(listSenderAccounts, this);
  readonly registerWebhook = bindOperation(registerWebhook, this);
  readonly deleteWebhook = bindOperation(deleteWebhook, this);
  readonly assignReply = bindOperation(assignReply, this);
  readonly listSdrs = bindOperation(listSdrs, this);
  readonly listInboxThreads = bindOperation(listInboxThreads, this);
  readonly listDueFollowUps = bindOperation(listDueFollowUps, this);
  readonly completeFollowUp = bindOperation(completeFollowUp, this);
  readonly skipFollowUp = bindOperation(skipFollowUp, this);
  readonly rescheduleFollowUp = bindOperation(rescheduleFollowUp, this);
  readonly scheduleFollowUp = bindOperation(scheduleFollowUp, this);
  readonly generateDrafts = bindOperation(generateDrafts, this);
  readonly sendDraft = bindOperation(sendDraft, this);
  readonly getGmailStatus = bindOperation(getGmailStatus, this);
}
