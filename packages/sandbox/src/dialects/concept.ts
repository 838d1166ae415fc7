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
  leadWithExtraKeys,
  messageBody,
  pausedCampaign,
  replyBody,
  ReplyShape,
  senderAccounts,
  startedCampaign,
  statsBody,
  StatsShape,
  webhook,
} from './parts';

/** The API as the concept pages show it: every answer under `data`. Where a page's JSON is not visible, likewise. */
export const concept: Dialect = {
  createCampaign: wrapped('data', campaignWithDelays),
  startCampaign: wrapped('data', startedCampaign),
  pauseCampaign: wrapped('data', pausedCampaign),
  // Here `bounced` counts permanent rejections only.
  campaignStats: wrapped(
    'data',
    answer(StatsShape, (stats: CampaignStats) => statsBody(stats, stats.hardBounced)),
  ),
  // Here `enrolled` is new and updated together, and the shape of an error is a guess.
  enrollLeads: wrapped(
    'data',
    answer(
      Type.Object({ created: Count, updated: Count, enrolled: Count, errors: Type.Array(Type.Any()) }),
      (result: EnrollmentResult) => ({
        created: result.newToCampaign,
        updated: result.knownToCampaign,
        enrolled: result.newToCampaign + result.knownToCampaign,
        errors: result.refused,
      }),
    ),
  ),
  listReplies: wrapped(
    'data',
    answer(Type.Array(ReplyShape), (page: ReplyPage) => page.replies.map(replyBody)),
  ),
  suppressEmails: wrapped(
    'data',
    answer(Type.Object({ suppressed: Count }), ({ suppressed }: SuppressionResult) => ({ suppressed })),
  ),
  listSenderPools: wrapped(
    'data',
    answer(
      Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), dailyCapacity: Count, remainingVolume: Count }),
      ),
      (pools: SenderPool[]) =>
        pools.map(({ id, name, dailyCapacity, remainingVolume }) => ({
          id,
          name,
          dailyCapacity,
          remainingVolume,
        })),
    ),
  ),
  listSenderAccounts: wrapped('data', senderAccounts),
  registerWebhook: wrapped('data', webhook),
  // A guess, as in every dialect: no page shows an error's body.
  error: answer(
    Type.Object({
      error: Type.String(),
      message: Type.String(),
      errors: Type.Optional(Type.Array(Type.Any())),
    }),
    ({ code, message, errors }: Failure) => ({
      error: code,
      message,
      ...(errors === undefined ? {} : { errors }),
    }),
  ),
  eventData: nestedEventData,
  lead: leadWithExtraKeys,
  badLeadSinks: 'that_lead',
  pagesReplies: false,
};

/** No concept page shows a payload. Nested all the way, so that the message's id is found inside `message` only. */
function nestedEventData(event: WorkspaceEvent): object {
  switch (event.name) {
    case 'campaign.started':
      return {
        campaign: {
          id: event.campaign.id,
          name: event.campaign.name,
          status: event.campaign.status,
          startedAt: timestamp(event.campaign.startedAt ?? 0),
        },
      };
    case 'message.sent':
      return nestedMessage(event, {});
    case 'message.bounced':
      return nestedMessage(event, { bounceType: event.bounceType, bounceReason: event.bounceReason });
    case 'reply.received':
      return { reply: replyBody(event.reply), campaign: { id: event.campaign.id } };
  }
}

function nestedMessage(
  event: Extract<WorkspaceEvent, { name: 'message.sent' | 'message.bounced' }>,
  bounce: object,
) {
  const { id, ...rest } = messageBody(event.message);
  return {
    message: { messageId: id, ...rest, ...bounce },
    lead: { email: event.message.email },
    campaign: { id: event.campaign.id },
  };
}
