import { callsPart } from './calls/part.ts';
import { enrollmentPart } from './enrollment/part.ts';
import { type Part } from './part.ts';
import { triggerPart } from './trigger/part.ts';
import { webhooksPart } from './webhooks/part.ts';

export const parts: Part[] = [enrollmentPart, callsPart, webhooksPart, triggerPart];
