import { claims } from './claims.ts';
import { type Defect } from './defect.ts';
import { leads } from './leads.ts';
import { requests } from './requests.ts';
import { webhooks } from './webhooks.ts';

/** Bugs that somebody could have made. The simulator finds each; defects.test.ts shows it. */
export const defects: Defect[] = [...claims, ...leads, ...requests, ...webhooks];
