import * as z from 'zod/mini';

import { enveloped } from '../envelope';
import { id, text } from './lenient';

const dueFollowUp = z.object({ id, threadId: text, sdrId: text, status: text, dueAt: text });

/** A task to write to a lead again; `status` is documented as `pending` where it is due. */
export type FollowUp = z.infer<typeof dueFollowUp>;
export const dueFollowUps = enveloped(['followups', 'followUps'], z.array(dueFollowUp));

/** What is told of a follow-up that was acted on: perhaps nothing, as no page shows these answers. */
export const followUpState = enveloped(
  ['followup', 'followUp'],
  z.pipe(
    z.transform((body: unknown) => (body === '' ? {} : (body ?? {}))),
    z.object({ id: text, threadId: text, sdrId: text, status: text, dueAt: text }),
  ),
);
