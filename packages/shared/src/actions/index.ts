import { type Action } from './action';
import { addToSuppressionList } from './add-to-suppression-list';
import { findCampaignStatistics } from './find-campaign-statistics';
import { findReplies } from './find-replies';
import { findSenderAccounts } from './find-sender-accounts';
import { findSenderPools } from './find-sender-pools';
import { findSendingCapacity } from './find-sending-capacity';
import { pauseCampaign } from './pause-campaign';
import { pauseCampaignIfBounceRateIsHigh } from './pause-campaign-if-bounce-rate-is-high';
import { startCampaign } from './start-campaign';

/** All that is a plain call with a few fields. Each host shows every one of them. */
export const actions: Action[] = [
  startCampaign,
  pauseCampaign,
  pauseCampaignIfBounceRateIsHigh,
  findCampaignStatistics,
  findSendingCapacity,
  findReplies,
  findSenderAccounts,
  findSenderPools,
  addToSuppressionList,
];
