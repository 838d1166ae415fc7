import { LeadterraError } from '@leadterra/shared';

import { whyNotEnrolled } from '../src/outcomes';

test('tells of every outcome but an enrolled one why the lead is not enrolled', () => {
  const error = new LeadterraError({ kind: 'server', summary: 'It broke.', advice: 'Wait.' });
  expect(whyNotEnrolled({ status: 'enrolled' })).toBeUndefined();
  expect(whyNotEnrolled({ status: 'duplicate', of: 4 })).toContain('line item 5');
  expect(whyNotEnrolled({ status: 'rejected', reason: 'Blocked.' })).toBe('Blocked.');
  expect(whyNotEnrolled({ status: 'invalid', reason: 'No address.' })).toBe('No address.');
  expect(whyNotEnrolled({ status: 'failed', error })).toBe('It broke. Wait.');
  expect(whyNotEnrolled({ status: 'not_sent', reason: 'deadline' })).toContain(
    'The time for this step was over',
  );
});
