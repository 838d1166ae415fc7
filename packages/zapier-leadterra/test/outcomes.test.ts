import { LeadterraError } from '@leadterra/shared';

import { whyNotEnrolled } from '../src/outcomes';

test('tells of every outcome that leaves a lead out why', () => {
  const error = new LeadterraError({ kind: 'server', summary: 'It broke.', advice: 'Wait.' });
  expect(whyNotEnrolled({ status: 'enrolled' })).toBeUndefined();
  expect(whyNotEnrolled({ status: 'duplicate', of: 4 })).toBeUndefined();
  expect(whyNotEnrolled({ status: 'rejected', reason: 'Blocked.' })).toBe('Blocked.');
  expect(whyNotEnrolled({ status: 'invalid', reason: 'No address.' })).toBe('No address.');
  expect(whyNotEnrolled({ status: 'failed', error })).toBe('It broke. Wait.');
  expect(whyNotEnrolled({ status: 'not_sent', reason: 'deadline' })).toContain('Time ran out');
});
