import { type RefusedItem } from '../error';
import { type Lead } from '../lead';
import { type LeadOutcome, type Verdict } from './report';

/** A lead on its way, with its place in the input and what earlier requests have told of it. */
export type WaitingLead = {
  index: number;
  lead: Lead;
  /** The index of the earlier record of its address, which Leadterra took: this one only brings later fields to it. */
  correctionOf?: number;
  /** What it would be, if enrolled; `unknown` after an unclear answer: then `updated` does not mean old. */
  verdict?: Verdict | 'unknown';
  /** Its outcome if it is not sent again: it was in a request that did not settle it. */
  unlessSentAgain?: LeadOutcome;
  /** It has its outcome. */
  isSettled: boolean;
  /** To send it again would tell nothing more. */
  wasRefusedAlone?: true;
  /** Is told its index and its outcome. */
  onSettled?: (index: number, outcome: LeadOutcome) => void;
};

/** Whether a lead may still be sent. */
export function isOpen({ isSettled, wasRefusedAlone }: WaitingLead): boolean {
  return !isSettled && !wasRefusedAlone;
}

/** Whether leads are being sent again already, to find those that were left out. */
export function isLookedFor([first]: WaitingLead[]): boolean {
  return first?.unlessSentAgain?.status === 'unconfirmed';
}

/** The leads of a batch that an answer names by their address, with the reason given for each; and what it says else. */
export function matchByEmail(
  batch: WaitingLead[],
  refused: RefusedItem[],
): { named: Map<WaitingLead, string>; others: RefusedItem[] } {
  const named = new Map<WaitingLead, string>();
  const others: RefusedItem[] = [];
  const byEmail = refused.some(({ email }) => email)
    ? new Map(batch.map((one) => [one.lead.email, one]))
    : undefined;
  for (const item of refused) {
    const found = item.email ? byEmail?.get(item.email.trim().toLowerCase()) : undefined;
    if (found) named.set(found, item.message);
    else others.push(item);
  }
  return { named, others };
}

/** The leads of a batch without some of them. */
export function without(batch: WaitingLead[], some: { has: (lead: WaitingLead) => boolean }): WaitingLead[] {
  return batch.filter((lead) => !some.has(lead));
}
