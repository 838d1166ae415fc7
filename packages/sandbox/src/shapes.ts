import { type Static, type TSchema, Type } from '@sinclair/typebox';

import { type Reply, timestamp } from './domain';

/** Shapes that several answers are made of. */

export const time = Type.String({ format: 'date-time' });
export const optionalTime = Type.Union([time, Type.Null()]);
/** A body that may be left out: Fastify hands the validator null in its place. */
export const leftOutOr = <Body extends TSchema>(body: Body) => Type.Union([body, Type.Null()]);

export const count = Type.Integer({ minimum: 0 });

export const campaignStatus = Type.Union([
  Type.Literal('draft'),
  Type.Literal('running'),
  Type.Literal('paused'),
]);

export const replyShape = Type.Object({
  id: Type.String(),
  email: Type.String(),
  campaignId: Type.String(),
  classification: Type.String(),
  receivedAt: time,
  threadSnippet: Type.String(),
});

/** A reply as every dialect writes it, in lists and in webhook deliveries. */
export function replyBody(reply: Reply): Static<typeof replyShape> {
  return { ...reply, receivedAt: timestamp(reply.receivedAt) };
}
