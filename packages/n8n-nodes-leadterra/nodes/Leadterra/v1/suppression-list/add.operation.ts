import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { array, invalidInput, isValidEmail, string, union } from '../../../shared/core';
import { toNodeError } from '../../../shared/errors';
import { parseField } from '../../../shared/parse-field';
import { errorItem, type Operation } from '../operation';

const addresses = union([string(), array(string())]);

/** Puts the addresses of all items on the suppression list, in as few requests as possible. */
export const add: Operation = {
  option: {
    name: 'Add',
    value: 'add',
    action: 'Add e-mail addresses to the suppression list',
    description:
      'Never write to these addresses again, in any campaign. The API cannot undo this; only Leadterra’s settings can.',
  },
  description: [
    {
      displayName: 'Email Addresses',
      name: 'emails',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. name@email.com',
      description: 'One address, or several with commas or line breaks between them',
    },
    {
      displayName:
        'The API cannot take an address off the list again. That is done by hand in Leadterra under Settings → Suppression List.',
      name: 'suppressionNotice',
      type: 'notice',
      default: '',
    },
  ],
  execute: async (context, client) => {
    const output: INodeExecutionData[] = [];
    const wanted: { item: number; emails: string[] }[] = [];
    const fail = (error: unknown, item: number) => {
      const nodeError = toNodeError(context.getNode(), error, item);
      if (!context.continueOnFail()) throw nodeError;
      output[item] = errorItem(nodeError, item);
    };
    for (const item of context.getInputData().keys()) {
      try {
        wanted.push({ item, emails: readAddresses(context, item) });
      } catch (error) {
        fail(error, item);
      }
    }
    try {
      const { suppressed } = await client.suppressEmails(
        wanted.flatMap(({ emails }) => emails),
        { signal: context.getExecutionCancelSignal() },
      );
      for (const { item, emails } of wanted) {
        // The count is of the whole request: it says something of an item only if that is alone in it.
        const json = {
          emails,
          suppressed: true,
          ...(wanted.length === 1 && { newlySuppressed: suppressed }),
        };
        output[item] = { json, pairedItem: { item } };
      }
    } catch (error) {
      for (const { item } of wanted) fail(error, item);
    }
    return output;
  },
};

function readAddresses(context: IExecuteFunctions, item: number): string[] {
  const given = parseField('Email Addresses', addresses, context.getNodeParameter('emails', item));
  const emails = [given].flat().flatMap((text) => text.split(/[\s,;]+/).filter((part) => part !== ''));
  const wrong = emails.find((email) => !isValidEmail(email));
  if (wrong !== undefined) {
    throw invalidInput(
      `"${wrong.slice(0, 100)}" is not an e-mail address.`,
      'Correct it; nothing was suppressed for this item.',
    );
  }
  if (emails.length > 0) return emails;
  throw invalidInput('There is no e-mail address.', 'Fill in the field Email Addresses.');
}
