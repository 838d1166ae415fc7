import { type LeadOutcome } from '@leadterra/shared';

/**
 * Why a lead is not, or not certainly, enrolled, in a sentence; undefined for one that is, and for one that was merged
 * with another.
 */
export function whyNotEnrolled(outcome: LeadOutcome): string | undefined {
  switch (outcome.status) {
    case 'enrolled':
    case 'unchanged':
    case 'ready':
    case 'duplicate':
      return undefined;
    case 'left_out':
      return 'Leadterra left it out, as it does with suppressed addresses.';
    case 'incomplete':
      return `It would leave ${outcome.missing.map((token) => `[[${token}]]`).join(', ')} blank.`;
    case 'unconfirmed':
    case 'opted_out':
    case 'rejected':
    case 'invalid':
      return outcome.reason;
    case 'failed':
      return outcome.error.message;
    case 'not_sent':
      return 'Time ran out before it could be sent.';
  }
}
