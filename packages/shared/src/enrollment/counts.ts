import { type BulkUpsertAnswer } from '../api/schemas/bulk-upsert';
import { type RefusedItem } from '../error';
import { type Verdict } from './report';
import { type WaitingLead } from './waiting-lead';

/** What an answer's counts prove of the leads of its request. */
export type Proof = {
  /** How many of them Leadterra took; undefined where it does not tell, or tells what cannot be. */
  taken?: number;
  /** What those that it took are, where all of them must be the same. */
  verdict?: Verdict;
  created?: number;
  updated?: number;
  oddities: string[];
};

/** `1 lead`, `2 leads`. */
export const leadsIn = (count: number) => (count === 1 ? '1 lead' : `${count} leads`);

/** Reads the counts of an answer for `sent` leads that it does not refuse by name. */
export function readCounts(answer: BulkUpsertAnswer, sent: number): Proof {
  const { created, updated, skipped, total, oddities } = answer;
  if (oddities.length > 0) return { oddities };
  const told = (created ?? 0) + (updated ?? 0);
  if (told + (skipped ?? 0) > sent)
    return {
      oddities: [
        `it counts ${leadsIn(told + (skipped ?? 0))} where ${sent} ${sent === 1 ? 'was' : 'were'} sent`,
      ],
    };
  const taken = takenOf(answer, told, sent);
  const verdict = taken === 0 || taken !== told ? undefined : sameOf(created, updated, told);
  if (total !== undefined && taken !== undefined && total !== taken)
    return { oddities: [`it counts ${leadsIn(total)} in all, and ${taken} one by one`] };
  return { taken, verdict, ...(taken !== undefined && { created, updated }), oddities };
}

function takenOf(
  { created, updated, skipped, total }: BulkUpsertAnswer,
  told: number,
  sent: number,
): number | undefined {
  if (created !== undefined && updated !== undefined) return told;
  // One count that leaves no room for the other, or the sum in its place, tells both.
  if (told === sent) return sent;
  if (skipped === sent) return 0;
  return total;
}

function sameOf(created: number | undefined, updated: number | undefined, told: number): Verdict | undefined {
  if (created === told) return 'created';
  return updated === told ? 'updated' : undefined;
}

/** Why an answer does not settle the leads of its request, in a sentence. `unnamed`: what it refuses without saying whom. */
export function whyUnclear(sent: number, { taken }: Proof, unnamed: RefusedItem[]): string {
  const said = unnamed[0] === undefined ? '' : ` It says: "${unnamed[0].message}".`;
  if (sent === 1)
    return taken === 1
      ? `Leadterra counts this lead, and refuses it.${said}`
      : `Leadterra's answer does not tell whether it took this lead.${said}`;
  if (taken === sent)
    return `Leadterra counts all ${sent} leads of one request, and refuses some of them.${said}`;
  if (taken === undefined)
    return `Leadterra's answer does not tell how many of ${sent} leads it took.${said}`;
  return `Leadterra took ${taken} of the ${sent} leads of one request, and does not tell which.${said}`;
}

/** What a taken lead is. After an unclear answer, one that is called new is new, but not one that is called updated. */
export function provenVerdict({ verdict }: Pick<WaitingLead, 'verdict'>, proof: Proof): Verdict | undefined {
  if (verdict !== 'unknown') return verdict ?? proof.verdict;
  return proof.verdict === 'created' ? 'created' : undefined;
}
