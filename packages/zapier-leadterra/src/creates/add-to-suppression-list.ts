import { cleanEmail, invalidInput } from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { lineItems, optionalText } from '../input';
import { withLeadterra } from '../perform';

const input = z.object({ emails: lineItems(optionalText) });

export const addToSuppressionList = defineCreate({
  key: 'add_to_suppression_list',
  noun: 'Suppression List Entry',
  display: {
    label: 'Add to Suppression List',
    description:
      'Stops all campaigns of the workspace from e-mailing an address. Only Leadterra itself can undo it.',
  },
  operation: {
    inputFields: [
      {
        key: 'emails',
        label: 'E-mail Addresses',
        type: 'string',
        list: true,
        required: true,
        placeholder: 'ava@example.com',
        helpText:
          'One in each line, or several with commas between them. To take one off the list again, open *Settings → Suppression List* in Leadterra.',
      },
    ],
    perform: withLeadterra(input, async ({ client, input, deadline }) => {
      const given = input.emails
        .flatMap((text = '') => text.split(/[,;\n]/))
        .filter((text) => text.trim() !== '');
      const emails = new Set<string>();
      const refused: string[] = [];
      for (const text of given) {
        const email = cleanEmail(text);
        if (email === undefined) refused.push(text.trim());
        else emails.add(email);
      }
      if (emails.size === 0) {
        throw invalidInput(
          refused.length === 0
            ? 'There is no e-mail address to suppress.'
            : `None of these is an e-mail address: ${refused.slice(0, 10).join(', ')}.`,
          'Map the field that holds the address.',
        );
      }
      const { requested, suppressed } = await client.suppressEmails([...emails], { deadline });
      return {
        emails: [...emails].join(', '),
        requested,
        suppressed,
        alreadySuppressed: requested - suppressed,
        refused: refused.join(', '),
      };
    }),
    sample: {
      emails: 'ava@example.com, ben@example.com',
      requested: 2,
      suppressed: 1,
      alreadySuppressed: 1,
      refused: '',
    },
    outputFields: [
      { key: 'emails', label: 'E-mail Addresses' },
      { key: 'requested', label: 'Requested', type: 'integer' },
      { key: 'suppressed', label: 'Newly Suppressed', type: 'integer' },
      { key: 'alreadySuppressed', label: 'Suppressed Before', type: 'integer' },
      { key: 'refused', label: 'Not an E-mail Address' },
    ],
  },
});
