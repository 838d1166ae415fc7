import { type Static, type TSchema, Type } from '@sinclair/typebox';

import {
  type Campaign,
  type CampaignStats,
  type Message,
  type Reply,
  type Scalar,
  type SenderAccount,
  timestamp,
} from '../domain';
import { answer, type RegisteredWebhook } from './dialect';

/** Shapes that more than one dialect speaks of in the same way. */

export const Time = Type.String({ format: 'date-time' });
export const OptionalTime = Type.Union([Time, Type.Null()]);
export const Count = Type.Integer({ minimum: 0 });
export const Share = Type.Number({ minimum: 0, maximum: 1 });

const CampaignStatusName = Type.Union([
  Type.Literal('draft'),
  Type.Literal('running'),
  Type.Literal('paused'),
]);

const PlainStep = Type.Object({ stepIndex: Count, subject: Type.String(), bodyHtml: Type.String() });
const StepWithDelay = Type.Composite([PlainStep, Type.Object({ delayDays: Type.Optional(Count) })]);

function campaignWith<Step extends TSchema>(
  step: Step,
  toStep: (step: Campaign['steps'][number]) => Static<Step>,
) {
  return answer(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      status: CampaignStatusName,
      sequenceSteps: Type.Array(step),
      createdAt: Time,
    }),
    (campaign: Campaign) => ({
      id: campaign.id,
      name: campaign.name,
      status: campaign.status,
      sequenceSteps: campaign.steps.map(toStep),
      createdAt: timestamp(campaign.createdAt),
    }),
  );
}

/** The reference's example shows steps without their delay. */
export const campaignWithoutDelays = campaignWith(PlainStep, ({ stepIndex, subject, bodyHtml }) => ({
  stepIndex,
  subject,
  bodyHtml,
}));

export const campaignWithDelays = campaignWith(
  StepWithDelay,
  ({ stepIndex, subject, bodyHtml, delayDays }) =>
    delayDays === null ? { stepIndex, subject, bodyHtml } : { stepIndex, subject, bodyHtml, delayDays },
);

export const startedCampaign = answer(
  Type.Object({ id: Type.String(), status: CampaignStatusName, startedAt: OptionalTime }),
  (campaign: Campaign) => ({
    id: campaign.id,
    status: campaign.status,
    startedAt: optionalTimestamp(campaign.startedAt),
  }),
);

/** A draft that is paused stays a draft, and was never paused: `pausedAt` is null then. No page shows this case. */
export const pausedCampaign = answer(
  Type.Object({ id: Type.String(), status: CampaignStatusName, pausedAt: OptionalTime }),
  (campaign: Campaign) => ({
    id: campaign.id,
    status: campaign.status,
    pausedAt: optionalTimestamp(campaign.pausedAt),
  }),
);

export const StatsShape = Type.Object({
  campaignId: Type.String(),
  totalEnrolled: Count,
  sent: Count,
  delivered: Count,
  bounced: Count,
  replied: Count,
  queued: Count,
  openRate: Share,
  replyRate: Share,
});

/** `bounced` is left to the dialects: they count different bounces. */
export function statsBody(stats: CampaignStats, bounced: number): Static<typeof StatsShape> {
  const delivered = stats.sent - stats.hardBounced - stats.softBounced;
  return {
    campaignId: stats.campaignId,
    totalEnrolled: stats.totalEnrolled,
    sent: stats.sent,
    delivered,
    bounced,
    replied: stats.replied,
    queued: stats.queued,
    openRate: delivered === 0 ? 0 : Math.min(1, stats.opened / delivered),
    replyRate: delivered === 0 ? 0 : Math.min(1, stats.replied / delivered),
  };
}

export const StatusShape = Type.Object({ status: CampaignStatusName });

export const ReplyShape = Type.Object({
  id: Type.String(),
  email: Type.String(),
  campaignId: Type.String(),
  classification: Type.String(),
  receivedAt: Time,
  threadSnippet: Type.String(),
});

export function replyBody(reply: Reply): Static<typeof ReplyShape> {
  return { ...reply, receivedAt: timestamp(reply.receivedAt) };
}

export const AccountShape = Type.Object({
  id: Type.String(),
  email: Type.String(),
  name: Type.String(),
  status: Type.String(),
});

export const senderAccounts = answer(Type.Array(AccountShape), (accounts: SenderAccount[]) => accounts);

export const webhook = answer(
  Type.Object({
    id: Type.String(),
    url: Type.String(),
    events: Type.Array(Type.String()),
    status: Type.Literal('active'),
    createdAt: Time,
    secret: Type.Optional(
      Type.String({ description: 'Signing secret. A guess: no page shows where it comes from.' }),
    ),
  }),
  (registered: RegisteredWebhook) => ({
    id: registered.id,
    url: registered.url,
    events: registered.events,
    status: 'active' as const,
    createdAt: timestamp(registered.createdAt),
    ...(registered.secret === null ? {} : { secret: registered.secret }),
  }),
);

const CustomValue = Type.Unsafe<Scalar>({ type: ['string', 'number', 'boolean'] });
const standardFields = {
  email: Type.String({ format: 'email' }),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  company: Type.Optional(Type.String()),
  jobTitle: Type.Optional(Type.String()),
};

/** Extra keys beside the standard ones are custom fields. */
export const leadWithExtraKeys = Type.Object(standardFields, { additionalProperties: CustomValue });

/** The same, or custom fields in an object of their own, which may not shadow the standard ones. */
export const leadWithNestedFields = Type.Object(
  {
    ...standardFields,
    customFields: Type.Optional(
      Type.Object(
        {},
        { additionalProperties: CustomValue, propertyNames: { not: { enum: Object.keys(standardFields) } } },
      ),
    ),
  },
  { additionalProperties: CustomValue },
);

export function messageBody(message: Message) {
  return { id: message.id, subject: message.subject, sequenceStep: message.stepIndex };
}

function optionalTimestamp(at: number | null): string | null {
  return at === null ? null : timestamp(at);
}
