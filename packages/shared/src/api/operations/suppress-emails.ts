import { defineOperation } from '../operation';
import { suppressionAnswer } from '../schemas/suppression';

/** Most addresses in one request, from the API reference. */
export const maxSuppressedPerRequest = 1000;

// An address that is already on the list is documented to be no error.
export const suppressEmails = defineOperation({
  task: (emails: string[]) =>
    emails.length === 1
      ? `add ${emails[0] ?? ''} to the suppression list`
      : `add ${emails.length} addresses to the suppression list`,
  request: (emails) => ({ method: 'POST', path: '/v1/suppression-list', body: { emails } }),
  answer: suppressionAnswer,
  repeat: 'always',
});
