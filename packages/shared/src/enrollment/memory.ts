import { createHash } from 'node:crypto';

import { type Lead, optionalLeadFields } from '../lead';

/** What earlier runs enrolled. The host says where it is kept, and of how many leads. */
export type EnrollmentMemory = {
  /**
   * The contents under which addresses were enrolled last in a campaign, in the order of `emails`; undefined for one
   * that is not remembered. What it throws ends the run.
   */
  recall: (campaignId: string, emails: string[]) => (string | undefined)[] | Promise<(string | undefined)[]>;
  /** Takes over leads, after Leadterra has counted them. What it throws is noted: they will be sent again. */
  remember: (campaignId: string, leads: RememberedLead[]) => void | Promise<void>;
};

export type RememberedLead = { email: string; content: string };

/** Of SHA-256, in base64: 66 bits. That a changed lead passes for an unchanged one happens once in 10^19. */
const contentLength = 11;

/** Tells the fields of a lead, as it is sent, from others. The order of its custom fields means nothing. */
export function contentOf(lead: Lead): string {
  const custom = Object.entries(lead.customFields ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const content = JSON.stringify([optionalLeadFields.map((field) => lead[field]), custom]);
  return createHash('sha256').update(content).digest('base64url').slice(0, contentLength);
}
