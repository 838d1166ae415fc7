import { type IExecuteFunctions, type INode, NodeOperationError } from 'n8n-workflow';

import { type NodeError, toNodeError } from '../../../shared/errors';
import { type EnrollOptions } from './enroll-options';
import { itemLabel } from './item-name';
import { isFailure, type LeadResult } from './lead-result';

// The errors of a node that is set to stop the workflow. Item numbers count from 0, as n8n's own do.

const shown = 5;

/** The results that stop the run; none where On Error lets it go on, but for leads that must have no gaps. */
export function stoppers(
  context: Pick<IExecuteFunctions, 'continueOnFail'>,
  options: EnrollOptions,
  results: LeadResult[],
): LeadResult[] {
  const mustStop =
    options.whenTokenMissing === 'stop' && results.some(({ status }) => status === 'incomplete');
  if (context.continueOnFail() && !mustStop) return [];
  return results.filter(
    (result) =>
      isFailure(result, options, results) &&
      (options.withoutAddress === 'stop' || result.hasNoAddress !== true),
  );
}

function list(results: LeadResult[]): string {
  const lines = results.slice(0, shown).map((result) => `${itemLabel(result)}: ${result.reason ?? ''}`);
  const more = results.length > shown ? ` and ${results.length - shown} more` : '';
  return lines.join(' ') + more;
}

/** Some items give no lead, or one that would leave gaps in the copy: nothing has been sent. */
export function errorBeforeSending(node: INode, bad: LeadResult[], total: number): NodeError {
  const advice = bad.some(({ status }) => status === 'incomplete')
    ? 'Correct or filter out these items, or choose "Skip and Report" under "Personalization Check".'
    : 'Correct or filter out these items, or set "On Error" (in the settings of the node) to continue: then the other items are enrolled.';
  return new NodeOperationError(
    node,
    `${bad.length} of ${total} items cannot be enrolled, so nothing was sent. The first: ${list(bad.slice(0, 1))}`,
    {
      itemIndex: bad[0]?.item,
      description: `${bad.length > 1 ? `They are ${list(bad)} ` : ''}${advice}`,
    },
  );
}

/** Some leads were not enrolled, others may have been. */
export function errorAfterSending(node: INode, results: LeadResult[], bad: LeadResult[]): NodeError {
  const enrolled = results.filter(({ status }) => status === 'enrolled').length;
  const account = `${enrolled} of ${results.length} items were enrolled, ${bad.length} were not. Running this again with the same items is safe.`;
  const [first] = bad;
  if (first?.error) {
    const nodeError = toNodeError(node, first.error, first.item);
    nodeError.description = `${nodeError.description ?? ''} ${account}`;
    return nodeError;
  }
  return new NodeOperationError(
    node,
    `Leadterra did not take ${bad.length} of ${results.length} leads: ${list(bad)}`,
    {
      itemIndex: first?.item,
      description: account,
    },
  );
}
