import { type IExecuteFunctions } from 'n8n-workflow';

import { enrollEntries, type EnrollmentSummary, type LeadterraClient } from '../../../shared/core';
import { showHints } from '../../../shared/hints';
import { type EnrollOptions } from './enroll-options';
import { mostRemembered, WorkflowMemory } from './enrollment-memory';
import { fromOutcome, type LeadResult } from './lead-result';
import { type ReadItem } from './read-item';

type Readable = Extract<ReadItem, { status: 'readable' }>;

/**
 * Sends what was read, one campaign after the other, and puts the outcomes into `results`. A dry run sends nothing, and
 * puts in what the outcomes would be.
 */
export async function settleItems(
  context: IExecuteFunctions,
  client: LeadterraClient,
  read: ReadItem[],
  { batchSize, concurrency, customFieldsAs, findLeftOut, enrolledBefore }: EnrollOptions,
  results: LeadResult[],
  { dryRun }: { dryRun: boolean },
): Promise<Map<string, EnrollmentSummary>> {
  const campaigns = new Map<string, Readable[]>();
  for (const one of read) {
    if (one.status !== 'readable') continue;
    const group = campaigns.get(one.campaignId) ?? [];
    campaigns.set(one.campaignId, group);
    group.push(one);
  }
  const memory = enrolledBefore === 'send' ? undefined : new WorkflowMemory(context);
  // All at once, so that it makes no room for the first of them in the place of the last.
  for (const [campaignId, group] of campaigns)
    memory?.recall(
      campaignId,
      group.map(({ lead }) => lead.email),
    );
  const summaries = new Map<string, EnrollmentSummary>();
  try {
    for (const [campaignId, group] of campaigns) {
      const tokens = [...new Set(group.flatMap((one) => one.tokens))];
      const { settled, ...summary } = await enrollEntries(client, {
        campaignId,
        entries: group.map(({ lead }) => ({ email: lead.email, given: lead })),
        ...{ batchSize, concurrency, customFieldsAs, findLeftOut, memory, dryRun },
        // Whoever lacks a value is left out already, if that is what the user wants.
        copy: { tokens, whenMissing: 'send' },
        ...(enrolledBefore !== 'send' && { enrolledBefore }),
        signal: context.getExecutionCancelSignal(),
      });
      summaries.set(campaignId, summary);
      for (const [place, { item }] of group.entries()) {
        const [one, result] = [settled[place], results[item]];
        if (one && result) results[item] = fromOutcome(result, one, (of) => group[of]?.item);
      }
      showHints(context, [...unconfirmedHint(results, campaignId), ...summary.oddities]);
    }
  } finally {
    if (!dryRun) memory?.keep();
  }
  if (memory && !dryRun) showHints(context, memoryHints(context, memory));
  return summaries;
}

/** Says how many leads are unconfirmed, and why the first of them is. */
function unconfirmedHint(results: LeadResult[], campaignId: string): string[] {
  const unconfirmed = results.filter((one) => one.status === 'unconfirmed' && one.campaignId === campaignId);
  const [first] = unconfirmed;
  return first ? [`${unconfirmed.length} leads are sent but unconfirmed. ${first.reason ?? ''}`] : [];
}

/** Says what the next run will not know. */
function memoryHints(context: IExecuteFunctions, { forgotten }: WorkflowMemory): string[] {
  const test =
    'n8n stores nothing of a test run: after a restart of n8n, leads that only test runs have enrolled are sent again.';
  const full = `${forgotten} leads will be sent again in the next run: a workflow remembers ${mostRemembered}. For longer lists, keep in a data table who was enrolled.`;
  return [...(context.getMode() === 'manual' ? [test] : []), ...(forgotten > 0 ? [full] : [])];
}
