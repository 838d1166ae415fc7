import { type LeadOutcome } from '@leadterra/shared';

/** Why a lead is not known to be enrolled, in a sentence; undefined for one that Leadterra took. */
export function whyNotEnrolled(outcome: LeadOutcome): string | undefined {
  switch (outcome.status) {
    case 'accepted':
      return undefined;
    case 'duplicate':
      return `It has the address of line item ${outcome.of + 1}, with which it was merged.`;
    case 'rejected':
    case 'invalid':
      return outcome.reason;
    case 'failed':
      return outcome.error.message;
    case 'not_sent':
      return 'The time for this step was over before it could be sent. Run the step again.';
  }
}
