import { type LeadOutcome } from '../../enrollment/report';
import { type Finding } from './finding';
import { type ToldLead } from './leads';

type Told = Pick<Finding, 'severity' | 'advice'> & { is: string };

/** What each way of not being enrolled for certain means for the start. */
const meanings: Partial<Record<LeadOutcome['status'], Told>> = {
  failed: {
    severity: 'serious',
    is: 'not known to be enrolled',
    advice: 'Run Enroll again before the start.',
  },
  not_sent: { severity: 'serious', is: 'not sent', advice: 'Run Enroll again before the start.' },
  left_out: { severity: 'warning', is: 'left out by Leadterra', advice: 'They are on its suppression list.' },
  unconfirmed: {
    severity: 'warning',
    is: 'unconfirmed',
    advice: 'Compare the number of leads that Leadterra shows for the campaign.',
  },
  rejected: {
    severity: 'warning',
    is: 'refused by Leadterra',
    advice: 'See the reason that Enroll gives for each.',
  },
  incomplete: { severity: 'warning', is: 'left out as incomplete', advice: 'Complete and enroll them.' },
  invalid: { severity: 'warning', is: 'without a usable address', advice: 'Correct and enroll them.' },
};

/**
 * How many leads are not, or not certainly, in the campaign.
 * @param counts what is known without the leads themselves; it counts where they tell nothing
 */
export function outcomeFindings(
  leads: ToldLead[] = [],
  counts: { leftOut?: number; unconfirmed?: number },
): Finding[] {
  const known: Record<string, number | undefined> = {
    left_out: counts.leftOut,
    unconfirmed: counts.unconfirmed,
  };
  return Object.entries(meanings).flatMap(([status, { severity, is, advice }]) => {
    const count = leads.filter((lead) => lead.status === status).length || (known[status] ?? 0);
    if (count === 0) return [];
    return [{ severity, what: `${count} ${count === 1 ? 'lead is' : 'leads are'} ${is}.`, advice }];
  });
}
