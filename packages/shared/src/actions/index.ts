import { type Action } from './action';
import { addToSuppressionList } from './add-to-suppression-list';
import { assignReply } from './assign-reply';
import { checkBeforeStart } from './check-before-start';
import { completeFollowUp } from './complete-follow-up';
import { findCampaignStatistics } from './find-campaign-statistics';
import { findCampaigns } from './find-campaigns';
import { findConversation } from './find-conversation';
import { findDueFollowUps } from './find-due-follow-ups';
import { findGmailStatus } from './find-gmail-status';
import { findInboxThreads } from './find-inbox-threads';
import { findReplies } from './find-replies';
import { findReplyByEmail } from './find-reply-by-email';
import { findSdrs } from './find-sdrs';
import { findSenderAccounts } from './find-sender-accounts';
import { findSenderPools } from './find-sender-pools';
import { findSendingCapacity } from './find-sending-capacity';
import { generateDraft } from './generate-draft';
import { pauseCampaign } from './pause-campaign';
import { pauseCampaignIfBounceRateIsHigh } from './pause-campaign-if-bounce-rate-is-high';
import { rescheduleFollowUp } from './reschedule-follow-up';
import { scheduleFollowUp } from './schedule-follow-up';
import { sendDraft } from './send-draft';
import { skipFollowUp } from './skip-follow-up';
import { startCampaign } from './start-campaign';

/** All that is a plain call with a few fields. Each host shows every one of them. */
export const actions: Action[] = [
  checkBeforeStart,
  startCampaign,
  pauseCampaign,
  pauseCampaignIfBounceRateIsHigh,
  findCampaigns,
  findCampaignStatistics,
  findSendingCapacity,
  findReplies,
  findReplyByEmail,
  findSenderAccounts,
  findSenderPools,
  addToSuppressionList,
  assignReply,
  findSdrs,
  findInboxThreads,
  findConversation,
  findDueFollowUps,
  completeFollowUp,
  skipFollowUp,
  rescheduleFollowUp,
  scheduleFollowUp,
  generateDraft,
  sendDraft,
  findGmailStatus,
];
