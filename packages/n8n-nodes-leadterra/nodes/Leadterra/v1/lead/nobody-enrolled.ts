import { type LeadResult } from './lead-result';

/** What became of leads that were not enrolled, to follow a number. */
const words: Partial<Record<LeadResult['status'], string>> = {
  opted_out: 'opted out',
  left_out: 'left out by Leadterra',
  rejected: 'rejected by Leadterra',
  invalid: 'invalid',
  incomplete: 'with a gap in the copy',
  failed: 'failed',
  not_sent: 'not sent',
  unchanged: 'enrolled before',
  duplicate: 'with the address of an earlier item',
};

const isAsWanted = ({ status }: LeadResult) => status === 'unchanged' || status === 'duplicate';
const isSent = ({ status }: LeadResult) => status === 'enrolled' || status === 'unconfirmed';

/** Says that a run has enrolled nobody, and why; undefined if it has, or if all were enrolled before. */
export function nobodyEnrolled(results: LeadResult[]): string | undefined {
  const why = results.find((result) => !isAsWanted(result));
  if (!why || results.some(isSent)) return undefined;
  const counts = Object.entries(words).flatMap(([status, word]) => {
    const count = results.filter((result) => result.status === status).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return `0 of ${results.length} enrolled: ${counts.join(', ')}. The first: ${why.reason ?? ''}`;
}
