import { Type } from '@sinclair/typebox';

import {
  type CampaignStats,
  type EnrollmentResult,
  type ReplyPage,
  type SenderPool,
  type SuppressionResult,
  timestamp,
  type WorkspaceEvent,
} from '../domain';
import { answer, type Dialect, type Failure, wrapped } from './dialect';
import {
  campaignWithDelays,
  Count,
  leadWithNestedFields,
  messageBody,
  pausedCampaign,
  replyBody,
  ReplyShape,
  senderAccounts,
  startedCampaign,
  statsBody,
  StatsShape,
  StatusShape,
  webhook,
} from './parts';

/** The API as the guides show it: every answer under the name of what it holds. */
export const guide: Dialect = {
  // Not visible in the guide; the quickstart's `campaign` fits the guides' habit of naming what is inside.
  createCampaign: wrapped('campaign', campaignWithDelays),
  startCampaign: wrapped('campaign', startedCampaign),
  pauseCampaign: wrapped('campaign', pausedCampaign),
  // Not visible. The guide reads the draft status from here, so there is one.
  campaignStats: wrapped(
    'stats',
    answer(Type.Composite([StatsShape, StatusShape]), (stats: CampaignStats) => ({
      ...statsBody(stats, stats.hardBounced + stats.softBounced),
      status: stats.status,
    })),
  ),
  // The prose names the three counts; the envelope is that of the suppression guide.
  enrollLeads: wrapped(
    'result',
    answer(Type.Object({ enrolled: Count, updated: Count, skipped: Count }), (result: EnrollmentResult) => ({
      enrolled: result.newToCampaign,
      updated: result.knownToCampaign,
      skipped: result.suppressed,
    })),
  ),
  listReplies: answer(
    Type.Object({
      replies: Type.Array(ReplyShape),
      pagination: Type.Object({ total: Count, page: Count, perPage: Count }),
    }),
    ({ replies, total, page, perPage }: ReplyPage) => ({
      replies: replies.map(replyBody),
      pagination: { total, page, perPage },
    }),
  ),
  suppressEmails: wrapped(
    'result',
    answer(
      Type.Object({ suppressed: Count, alreadySuppressed: Count, total: Count }),
      ({ suppressed, alreadySuppressed }: SuppressionResult) => ({
        suppressed,
        alreadySuppressed,
        total: suppressed + alreadySuppressed,
      }),
    ),
  ),
  listSenderPools: wrapped(
    'pools',
    answer(
      Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          senderCount: Count,
          dailyCapacity: Count,
          remainingVolume: Count,
        }),
      ),
      (pools: SenderPool[]) =>
        pools.map(({ id, name, dailyCapacity, remainingVolume, senderAccountIds }) => ({
          id,
          name,
          senderCount: senderAccountIds.length,
          dailyCapacity,
          remainingVolume,
        })),
    ),
  ),
  // No guide shows this call.
  listSenderAccounts: wrapped('senderAccounts', senderAccounts),
  registerWebhook: wrapped('webhook', webhook),
  // A guess, as in every dialect: no page shows an error's body.
  error: answer(
    Type.Object({
      error: Type.Object({ code: Type.String(), message: Type.String() }),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    ({ code, message, errors }: Failure) => ({
      error: { code, message },
      ...(errors === undefined ? {} : { errors }),
    }),
  ),
  eventData: nestedEventData,
  lead: leadWithNestedFields,
  // The guide says nothing of bad leads, and sends its readers to the reference.
  badLeadSinks: 'whole_batch',
  pagesReplies: true,
};

/** The guide names `data.reply.id` and `data.messageId`; the rest follows the first of them. */
function nestedEventData(event: WorkspaceEvent): object {
  const campaign = { id: event.campaign.id, name: event.campaign.name };
  switch (event.name) {
    case 'campaign.started':
      return {
        campaign: {
          ...campaign,
          status: event.campaign.status,
          startedAt: timestamp(event.campaign.startedAt ?? 0),
        },
      };
    case 'message.sent':
      return {
        messageId: event.message.id,
        message: messageBody(event.message),
        lead: { email: event.message.email },
        campaign,
      };
    case 'message.bounced':
      return {
        messageId: event.message.id,
        message: {
          ...messageBody(event.message),
          bounceType: event.bounceType,
          bounceReason: event.bounceReason,
        },
        lead: { email: event.message.email },
        campaign,
      };
    case 'reply.received':
      return { reply: replyBody(event.reply), lead: { email: event.reply.email }, campaign };
  }
}
