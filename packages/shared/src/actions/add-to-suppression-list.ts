import { invalidInput } from '../error';
import { defineAction } from './action';
import { emails } from './field';

export const addToSuppressionList = defineAction({
  key: 'add_to_suppression_list',
  resource: 'suppressionList',
  operation: 'add',
  label: 'Add to Suppression List',
  description: 'Keeps all campaigns of the workspace, now and in the future, from emailing an address.',
  warning:
    'The API cannot take an address off the list again: that has to be done in Leadterra, under Settings → Suppression List.',
  kind: 'write',
  isIdempotent: true,
  fields: {
    emails: emails({
      label: 'Email',
      placeholder: 'name@email.com',
      help: 'One address, or several separated by commas or line breaks.',
    }),
  },
  output: {
    emails: { label: 'Email', type: 'texts', sample: ['ava@example.com', 'ben@example.com'] },
    requested: { label: 'Addresses Given', type: 'integer', sample: 2 },
    suppressed: { label: 'Newly Suppressed', type: 'integer', sample: 1 },
    alreadySuppressed: { label: 'Already Suppressed', type: 'integer', sample: 1 },
    refused: { label: 'Not an Email Address', type: 'texts', sample: ['ben@example'] },
  },
  runs: 'all at once',
  run: async (client, inputs, options) => {
    const { requested, suppressed, outcomes } = await client.suppressEmails(
      inputs.flatMap(({ emails: { emails } }) => emails),
      options,
    );
    const outcomeOf = new Map(outcomes.map((outcome) => [outcome.email, outcome]));
    // The counts are of all items together: they say something of an item only if it is alone.
    const isAlone = inputs.length === 1 && outcomes.every(({ status }) => status === 'suppressed');
    const counts = isAlone ? { suppressed, alreadySuppressed: requested - suppressed } : {};
    return inputs.map(({ emails: { emails, refused } }) => {
      const own = emails.flatMap((email) => outcomeOf.get(email) ?? []);
      const failed = own.find((outcome) => outcome.status === 'failed');
      if (failed) return failed.error;
      const rejected = own.filter((outcome) => outcome.status === 'rejected');
      const [first] = rejected;
      if (first && rejected.length === own.length) return invalidInput(first.reason, 'Correct the address.');
      return {
        emails: own.flatMap(({ email, status }) => (status === 'suppressed' ? [email] : [])),
        requested: emails.length,
        ...counts,
        refused: [...refused, ...rejected.map(({ email }) => email)],
      };
    });
  },
});
