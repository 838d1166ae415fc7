import { type RefusedItem } from '../api/errors';
import { type BulkUpsertAnswer } from '../api/schemas/bulk-upsert';
import { type Lead } from '../lead';

/**
 * A lead on its way, with its place in the input. A correction brings later fields to a lead that was sent before;
 * its own outcome, `duplicate`, is settled already.
 */
export type WaitingLead = { index: number; lead: Lead; correction?: true };

/**
 * Finds the leads that an answer names, by position in the batch or by address, with the reason given for each.
 * `strangers` are the items that name none of them.
 */
export function matchRefused(
  batch: WaitingLead[],
  refused: RefusedItem[],
): { named: Map<WaitingLead, string>; strangers: number } {
  const named = new Map<WaitingLead, string>();
  let strangers = 0;
  const byEmail = refused.some(({ email }) => email)
    ? new Map(batch.map((one) => [one.lead.email, one]))
    : undefined;
  for (const { index, email, message } of refused) {
    const found = email
      ? byEmail?.get(email.trim().toLowerCase())
      : index === undefined
        ? undefined
        : batch[index];
    if (found) named.set(found, message);
    else strangers += 1;
  }
  return { named, strangers };
}

type CountsRead = {
  counts: { created?: number; updated?: number; skipped?: number };
  /** How many leads the counts speak of. */
  told: number;
  verdict?: 'created' | 'updated' | 'skipped';
  oddities: string[];
};

/**
 * What an answer's counts say of the `taken` leads that it does not refuse. There is a verdict only if all of them
 * must have met the same fate. Counts that cannot be right count as not told.
 */
export function readCounts(
  { created, updated, skipped, oddities }: BulkUpsertAnswer,
  taken: number,
): CountsRead {
  const told = (created ?? 0) + (updated ?? 0) + (skipped ?? 0);
  if (told > taken) {
    return {
      counts: {},
      told: 0,
      oddities: [...oddities, `it counts ${told} leads where ${taken} were sent`],
    };
  }
  const counts = { created, updated, skipped };
  const certain = taken > 0 && oddities.length === 0;
  const verdict = (['created', 'updated', 'skipped'] as const).find(
    (name) => certain && counts[name] === taken,
  );
  return { counts, told, verdict, oddities };
}
