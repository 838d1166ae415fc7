import { type LeadOutcome } from '@leadterra/shared';

/** Why a lead is not, or not certainly, enrolled, in a sentence; undefined for one that is. */
export function whyNotEnrolled(outcome: LeadOutcome): string | undefined {
  switch (outcome.status) {
    case 'enrolled':
    case 'unchanged':
    case 'ready':
      return undefined;
    case 'left_out':
      return 'Leadterra left it out, as it does with suppressed addresses.';
    case 'duplicate':
      return `It has the address of line item ${outcome.of + 1}, with which it was merged.`;
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
      return 'The time for this step was over before it could be sent.';
  }
}
