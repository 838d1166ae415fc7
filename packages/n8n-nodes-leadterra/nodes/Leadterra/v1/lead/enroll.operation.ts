import { type INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../../../shared/errors';
import { showHints } from '../../../shared/hints';
import { errorItem, type Operation } from '../operation';
import { enrollFields } from './enroll.fields';
import { readOptions } from './enroll-options';
import { itemLabel } from './item-name';
import { fromReadItem, isFailure, type LeadResult, shown } from './lead-result';
import { readItems } from './read-leads';
import { settleItems } from './settle-items';
import { errorAfterSending, errorBeforeSending } from './stop-errors';
import { summarize } from './summary';

/** Enrolls all items in as few requests as possible and says of each what became of it. */
export const enroll: Operation = {
  option: {
    name: 'Enroll',
    value: 'enroll',
    action: 'Enroll leads in a campaign',
    description:
      'Enroll contacts from a CRM, a spreadsheet or any other source in a campaign, all items at once, with one result for each',
  },
  description: enrollFields,
  execute: async (context, client) => {
    const node = context.getNode();
    try {
      const options = readOptions(context);
      const read = readItems(context, options, { explain: false });
      const results = read.map(fromReadItem);
      const failed = (result: LeadResult) => isFailure(result, options, results);
      const stops = !context.continueOnFail();
      const stopsFor = (result: LeadResult) => failed(result) && isStoppedBy(result, options);
      const stopsForCopy =
        options.whenTokenMissing === 'stop' && results.some(({ status }) => status === 'incomplete');
      if ((stops || stopsForCopy) && results.some(stopsFor))
        throw errorBeforeSending(node, results.filter(stopsFor), results.length);

      const summaries = await settleItems(context, client, read, options, results, { dryRun: false });
      if (stops && results.some(stopsFor)) throw errorAfterSending(node, results, results.filter(stopsFor));
      showHints(context, withoutAddressHint(results));

      // Only n8n's error output wants bare error items; everywhere else the result itself tells more.
      const bare = node.onError === 'continueErrorOutput';
      const asErrors = (result: LeadResult) => bare && failed(result);
      if (options.output === 'leads') {
        return results.map((result) => (asErrors(result) ? toErrorItem(result) : toItem(result)));
      }
      return [...summarize(summaries, results), ...results.filter(asErrors).map(toErrorItem)];
    } catch (error) {
      throw toNodeError(node, error);
    }
  },
};

/** Whether a failure of this kind may stop the workflow: a missing address does only if the user chose so. */
function isStoppedBy({ hasNoAddress }: LeadResult, { withoutAddress }: { withoutAddress: string }): boolean {
  return withoutAddress === 'stop' || hasNoAddress !== true;
}

function toItem(result: LeadResult): INodeExecutionData {
  return { json: shown(result), pairedItem: { item: result.item } };
}

function toErrorItem({ item, lead, reason = '' }: LeadResult): INodeExecutionData {
  return errorItem({ message: lead ? `${lead.email}: ${reason}` : reason }, item);
}

/** Says how many items have no address, and which is the first of them. */
function withoutAddressHint(results: LeadResult[]): string[] {
  const bad = results.filter(({ hasNoAddress }) => hasNoAddress);
  const [first] = bad;
  if (!first) return [];
  return [
    `${bad.length} of ${results.length} items have no e-mail address and were left out. The first is ${itemLabel(first)}.`,
  ];
}
