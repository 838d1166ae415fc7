import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import {
  enrollLeads,
  type EnrollmentReport,
  type EnrollmentSummary,
  type Lead,
  type LeadterraClient,
} from '../../../shared/core';
import { toNodeError } from '../../../shared/errors';
import { showHints } from '../../../shared/hints';
import { errorItem, type Operation } from '../operation';
import { enrollFields } from './enroll.fields';
import { enrollForAgent } from './enroll-for-agent';
import { type EnrollOptions, readOptions } from './enroll-options';
import { itemLabel } from './item-label';
import { fromOutcome, fromReadItem, isFailure, type LeadResult } from './lead-result';
import { type ReadItem } from './read-item';
import { readItems } from './read-leads';
import { errorAfterSending, errorBeforeSending } from './stop-errors';

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
  executeForAgent: enrollForAgent,
  execute: async (context, client) => {
    const node = context.getNode();
    try {
      const options = readOptions(context);
      const read = readItems(context, options);
      const results = read.map(fromReadItem);
      const failed = (result: LeadResult) => isFailure(result, options, results);
      const stops = !context.continueOnFail();
      const stopsFor = (result: LeadResult) =>
        failed(result) && (options.withoutAddress === 'stop' || result.hasNoAddress !== true);
      const labelOf = ({ item, email }: LeadResult) =>
        itemLabel(item, context.getInputData()[item]?.json ?? {}, email);
      const stopsForCopy =
        options.whenTokenMissing === 'stop' && results.some(({ status }) => status === 'incomplete');
      if ((stops || stopsForCopy) && results.some(stopsFor))
        throw errorBeforeSending(node, results.filter(stopsFor), results.length, labelOf);

      const summaries = await enrollByCampaign(context, client, read, options, results);
      if (stops && results.some(stopsFor))
        throw errorAfterSending(node, results, results.filter(stopsFor), labelOf);
      showHints(context, withoutAddressHint(results, labelOf));

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

function toItem(result: LeadResult): INodeExecutionData {
  const { item, email, status, verdict, reason, duplicateOfItem, campaignId, source } = result;
  return {
    json: { email, status, verdict, reason, duplicateOfItem, campaignId, source },
    pairedItem: { item },
  };
}

function toErrorItem({ item, email, reason = '' }: LeadResult): INodeExecutionData {
  return errorItem({ message: email ? `${email}: ${reason}` : reason }, item);
}

/** Sends what was read, one campaign after the other, and puts the outcomes into `results`. */
async function enrollByCampaign(
  context: IExecuteFunctions,
  client: LeadterraClient,
  read: ReadItem[],
  { batchSize, concurrency, customFieldsAs, findLeftOut }: EnrollOptions,
  results: LeadResult[],
): Promise<Map<string, EnrollmentSummary>> {
  const campaigns = new Map<string, { item: number; lead: Lead }[]>();
  for (const one of read) {
    if (!('lead' in one)) continue;
    const group = campaigns.get(one.campaignId) ?? [];
    campaigns.set(one.campaignId, group);
    group.push(one);
  }
  const summaries = new Map<string, EnrollmentSummary>();
  for (const [campaignId, group] of campaigns) {
    const leads = group.map(({ lead }) => lead);
    const signal = context.getExecutionCancelSignal();
    const report = await enrollLeads(client, {
      campaignId,
      leads,
      batchSize,
      concurrency,
      customFieldsAs,
      findLeftOut,
      signal,
    });
    summaries.set(campaignId, report);
    for (const [place, { item }] of group.entries()) {
      const [outcome, result] = [report.outcomes[place], results[item]];
      if (outcome && result) results[item] = fromOutcome(result, outcome, (of) => group[of]?.item);
    }
    showHints(context, [...unconfirmedHint(report), ...report.oddities]);
  }
  return summaries;
}

/** Says how many items have no address, and which is the first of them. */
function withoutAddressHint(results: LeadResult[], labelOf: (result: LeadResult) => string): string[] {
  const bad = results.filter(({ hasNoAddress }) => hasNoAddress);
  const [first] = bad;
  if (!first) return [];
  return [
    `${bad.length} of ${results.length} items have no e-mail address and were left out. The first is ${labelOf(first)}.`,
  ];
}

/** Says how many leads are unconfirmed, and why the first of them is. */
function unconfirmedHint({ totals, outcomes }: EnrollmentReport): string[] {
  const first = outcomes.find((outcome) => outcome.status === 'unconfirmed');
  return first ? [`${totals.unconfirmed} leads are sent but unconfirmed. ${first.reason}`] : [];
}

/** One item for each campaign that the items name, also where nothing could be sent to it. */
function summarize(summaries: Map<string, EnrollmentSummary>, results: LeadResult[]): INodeExecutionData[] {
  const campaignIds = [...new Set(results.map(({ campaignId }) => campaignId))];
  return campaignIds.map((campaignId) => {
    const mine = results.filter((result) => result.campaignId === campaignId);
    const count = (status: LeadResult['status']) => mine.filter((result) => result.status === status).length;
    const summary = campaignId === undefined ? undefined : summaries.get(campaignId);
    return {
      json: {
        campaignId,
        input: mine.length,
        enrolled: count('enrolled'),
        created: summary?.totals.created,
        updated: summary?.totals.updated,
        leftOut: count('left_out'),
        unconfirmed: count('unconfirmed'),
        duplicate: count('duplicate'),
        incomplete: count('incomplete'),
        optedOut: count('opted_out'),
        rejected: count('rejected'),
        invalid: count('invalid'),
        failed: count('failed'),
        notSent: count('not_sent'),
        requests: summary?.requests ?? 0,
        retries: summary?.retries ?? 0,
        notes: summary?.oddities ?? [],
      },
      pairedItem: mine.map(({ item }) => ({ item })),
    };
  });
}
