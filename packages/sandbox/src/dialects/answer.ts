import { type Static, type TSchema } from '@sinclair/typebox';

/** One answer: its shape, which the OpenAPI document shows, and how it is made. */
export type Answer<Subject> = {
  schema: TSchema;
  body: (subject: Subject) => unknown;
  /** Whether it brings an envelope of its own instead of the dialect's. */
  whole: boolean;
};

/** An answer inside the dialect's envelope; the compiler checks its body against its shape. */
export function answer<Subject, Schema extends TSchema>(
  schema: Schema,
  body: (subject: Subject) => Static<Schema>,
): Answer<Subject> {
  return { schema, body, whole: false };
}

/** An answer that is the whole body, whatever the dialect's envelope. */
export function wholeAnswer<Subject, Schema extends TSchema>(
  schema: Schema,
  body: (subject: Subject) => Static<Schema>,
): Answer<Subject> {
  return { schema, body, whole: true };
}
