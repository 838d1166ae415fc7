import { type Action } from './action';
import { addToSuppressionList } from './add-to-suppression-list';
import { checkBeforeStart } from './check-before-start';
import { findCampaignStatistics } from './find-campaign-statistics';
import { findCampaigns } from './find-campaigns';
import { findReplies } from './find-replies';
import { findReplyByEmail } from './find-reply-by-email';
import { findSenderAccounts } from './find-sender-accounts';
import { findSenderPools } from './find-sender-pools';
import { findSendingCapacity } from './find-sending-capacity';
import { pauseCampaign } from './pause-campaign';
import { pauseCampaignIfBounceRateIsHigh } from './pause-campaign-if-bounce-rate-is-high';
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
];
