import { type INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../../../shared/errors';
import { showHints } from '../../../shared/hints';
import { errorItem, type Operation } from '../operation';
import { enrollFields } from './enroll.fields';
import { enrollForAgent } from './enroll-for-agent';
import { readOptions } from './enroll-options';
import { itemLabel } from './item-name';
import { fromReadItem, isFailure, type LeadResult, sampleResult, shown } from './lead-result';
import { nobodyEnrolled } from './nobody-enrolled';
import { readItems } from './read-leads';
import { settleItems } from './settle-items';
import { errorAfterSending, errorBeforeSending, stoppers } from './stop-errors';
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
  sample: shown(sampleResult),
  executeForAgent: enrollForAgent,
  execute: async (context, client) => {
    const node = context.getNode();
    try {
      const options = readOptions(context);
      const read = readItems(context, options, { isPreview: false });
      const results = read.map(fromReadItem);
      const unsendable = stoppers(context, options, results);
      if (unsendable.length > 0) throw errorBeforeSending(node, unsendable, results.length);
      const summaries = await settleItems(context, client, read, options, results, { dryRun: false });
      const failed = stoppers(context, options, results);
      if (failed.length > 0) throw errorAfterSending(node, results, failed);
      showHints(context, withoutAddressHint(results));
      const nobody = nobodyEnrolled(results);
      if (nobody !== undefined) {
        showHints(context, [nobody], 'warning');
        // Nobody may look at the output of a run that did not fail.
        if (context.continueOnFail()) context.logger.warn(`"${node.name}": ${nobody}`);
      }

      // Only n8n's error output wants bare error items; everywhere else the result itself tells more.
      const bare = node.onError === 'continueErrorOutput';
      const asErrors = (result: LeadResult) => bare && isFailure(result, options, results);
      if (options.output === 'leads') {
        return results.map((result) => (asErrors(result) ? toErrorItem(result) : toItem(result)));
      }
      return [...summarize(summaries, results), ...results.filter(asErrors).map(toErrorItem)];
    } catch (error) {
      throw toNodeError(node, error);
    }
  },
};

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
    `${bad.length} of ${results.length} items have no email address and were left out. The first is ${itemLabel(first)}.`,
  ];
}
