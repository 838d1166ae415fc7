import { Type } from '@sinclair/typebox';

import {
  type CampaignStats,
  type EnrollmentResult,
  type ReplyPage,
  type SenderAccount,
  type SenderPool,
  type SuppressionResult,
  timestamp,
  type WorkspaceEvent,
} from '../domain';
import { answer, type Dialect, type Failure } from './dialect';
import {
  AccountShape,
  campaignWithoutDelays,
  Count,
  leadWithExtraKeys,
  pausedCampaign,
  replyBody,
  ReplyShape,
  startedCampaign,
  statsBody,
  StatsShape,
  webhook,
} from './parts';

/** The API as its reference pages show it: bare objects and arrays. */
export const reference: Dialect = {
  createCampaign: campaignWithoutDelays,
  startCampaign: startedCampaign,
  pauseCampaign: pausedCampaign,
  // The page's JSON is not visible; bare like its neighbours. Its `bounced` counts hard and soft ones.
  campaignStats: answer(StatsShape, (stats: CampaignStats) =>
    statsBody(stats, stats.hardBounced + stats.softBounced),
  ),
  // A lead is known when the workspace knows it. Suppressed leads have no place in these counts.
  enrollLeads: answer(
    Type.Object({ enrolled: Count, updated: Count, total: Count }),
    (result: EnrollmentResult) => ({
      enrolled: result.newToWorkspace,
      updated: result.knownToWorkspace,
      total: result.newToWorkspace + result.knownToWorkspace,
    }),
  ),
  listReplies: answer(Type.Array(ReplyShape), (page: ReplyPage) => page.replies.map(replyBody)),
  suppressEmails: answer(Type.Object({ suppressed: Count }), ({ suppressed }: SuppressionResult) => ({
    suppressed,
  })),
  listSenderPools: answer(
    Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        dailyCapacity: Count,
        remainingVolume: Count,
        senderAccountIds: Type.Array(Type.String()),
      }),
    ),
    (pools: SenderPool[]) => pools,
  ),
  // The page knows two statuses only: an account that warms up does not send, so it is told as paused.
  listSenderAccounts: answer(Type.Array(AccountShape), (accounts: SenderAccount[]) =>
    accounts.map((account) => ({ ...account, status: account.status === 'active' ? 'active' : 'paused' })),
  ),
  registerWebhook: webhook,
  // The shape is a guess: the tables have a Code column, and no page shows a body.
  error: answer(
    Type.Object({
      code: Type.String(),
      message: Type.String(),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    (failure: Failure) => failure,
  ),
  eventData: flatEventData,
  lead: leadWithExtraKeys,
  badLeadSinks: 'whole_batch',
  pagesReplies: false,
};

/** The pages' JSON is not visible. Flat is the plausible opposite of the guide's nested form. */
function flatEventData(event: WorkspaceEvent): object {
  switch (event.name) {
    case 'campaign.started':
      return {
        campaignId: event.campaign.id,
        name: event.campaign.name,
        status: event.campaign.status,
        startedAt: timestamp(event.campaign.startedAt ?? 0),
      };
    case 'message.sent':
      return flatMessage(event);
    case 'message.bounced':
      return { ...flatMessage(event), bounceType: event.bounceType, bounceReason: event.bounceReason };
    case 'reply.received':
      return replyBody(event.reply);
  }
}

function flatMessage(event: Extract<WorkspaceEvent, { name: 'message.sent' | 'message.bounced' }>) {
  return {
    messageId: event.message.id,
    campaignId: event.campaign.id,
    email: event.message.email,
    sequenceStep: event.message.stepIndex,
  };
}
