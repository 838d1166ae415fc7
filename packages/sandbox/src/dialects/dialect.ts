import { type Static, type TSchema, Type } from '@sinclair/typebox';

import {
  type Campaign,
  type CampaignStats,
  type EnrollmentResult,
  type ReplyPage,
  type SenderAccount,
  type SenderPool,
  type SuppressionResult,
  type Webhook,
  type WorkspaceEvent,
} from '../domain';

/** One answer: its shape, which the OpenAPI document shows, and how it is made. */
export type Answer<Subject> = {
  schema: TSchema;
  body: (subject: Subject) => unknown;
};

/** An answer whose body is checked against its shape by the compiler. */
export function answer<Subject, Schema extends TSchema>(
  schema: Schema,
  body: (subject: Subject) => Static<Schema>,
): Answer<Subject> {
  return { schema, body };
}

/** The same answer inside an envelope: `{ [key]: … }`. */
export function wrapped<Subject>(key: string, inner: Answer<Subject>): Answer<Subject> {
  return {
    schema: Type.Object({ [key]: inner.schema }),
    body: (subject) => ({ [key]: inner.body(subject) }),
  };
}

/** A webhook that has just been registered; `secret` is null where the answer is to hide it. */
export type RegisteredWebhook = Omit<Webhook, 'secret'> & { secret: string | null };

/** What an error answer says. `errors` tells of single leads. */
export type Failure = {
  code: string;
  message: string;
  errors?: object[];
};

/**
 * How one part of the documentation describes the API. The dialects differ in what they say and in which leads
 * they refuse; what the sandbox keeps and does is the same in all of them.
 */
export type Dialect = {
  createCampaign: Answer<Campaign>;
  startCampaign: Answer<Campaign>;
  pauseCampaign: Answer<Campaign>;
  campaignStats: Answer<CampaignStats>;
  enrollLeads: Answer<EnrollmentResult>;
  listReplies: Answer<ReplyPage>;
  suppressEmails: Answer<SuppressionResult>;
  listSenderPools: Answer<SenderPool[]>;
  listSenderAccounts: Answer<SenderAccount[]>;
  registerWebhook: Answer<RegisteredWebhook>;
  error: Answer<Failure>;
  /** The `data` of a webhook delivery. */
  eventData: (event: WorkspaceEvent) => object;
  /** What a lead must look like. */
  lead: TSchema;
  /** A bad lead: `whole_batch` answers 422 and enrolls nobody, `that_lead` enrolls the others. */
  badLeadSinks: 'whole_batch' | 'that_lead';
  /** Whether replies come in pages. */
  pagesReplies: boolean;
};
