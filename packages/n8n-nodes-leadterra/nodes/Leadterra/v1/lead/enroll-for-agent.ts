import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import {
  array,
  type EnrollmentReport,
  enrollRecords,
  invalidInput,
  type LeadterraClient,
  looseObject,
  parseJsonOrText,
  perLeadField,
  stringAt,
  union,
} from '../../../shared/core';
import { hasLeave, withoutLeave } from '../agent';
import { readCampaignId } from '../campaign-field';
import { readTokens } from './copy-check';
import { readOptions } from './enroll-options';
import { fromOutcome } from './lead-result';
import { howWithPreview, type PreviewedList, tokenFor, tokenRefusal } from './preview-token';
import { readCustomFields } from './read-by-hand';

/** So many leads may be given in one run of the agent, over all of its calls, without the user's leave. */
const leadsWithoutLeave = 25;

/**
 * Enrolls the leads of an AI agent's call. Nothing is read from the node's items: n8n merges the agent's own item with
 * what the model says. Of the leads that are not enrolled, the result says why.
 */
export async function enrollForAgent(
  context: IExecuteFunctions,
  client: LeadterraClient,
  { dryRun = false } = {},
): Promise<INodeExecutionData[]> {
  const campaignId = readCampaignId(context, 0);
  const given = readGiven(context);
  const list = { campaignId, leads: given };
  const pairedItem = { item: 0 };
  const refusal = dryRun || hasLeave(context) ? undefined : await refusalOf(context, list);
  if (refusal) return [{ json: { ...refusal, campaignId, leads: given.length }, pairedItem }];
  const custom = readCustomFields(context, 0);
  const records = given.map((one) => withCustomFields(one, custom));
  const { customFieldsAs, whenTokenMissing } = readOptions(context);
  const tokens = readTokens(context, 0, { whenTokenMissing });
  const report = await enrollRecords(client, {
    campaignId,
    records,
    customFields: 'unmapped',
    customFieldsAs,
    copy: { tokens, whenMissing: whenTokenMissing },
    dryRun,
    signal: context.getExecutionCancelSignal(),
  });
  const result = resultOf(campaignId, records, report);
  return [{ json: dryRun ? { ...result, ...(await tokenFor(context, list)) } : result, pairedItem }];
}

/** Why so many leads are not enrolled: there are too many for one run, and no preview of them was agreed to. */
async function refusalOf(context: IExecuteFunctions, list: PreviewedList): Promise<IDataObject | undefined> {
  const token = context.getNodeParameter('preview', 0, '');
  if (typeof token === 'string' && token.trim() !== '')
    return await tokenRefusal(context, list, token.trim());
  if (fitsRun(context, list.leads.length)) return undefined;
  const { advice, ...refusal } = withoutLeave(`Enrolling more than ${leadsWithoutLeave} leads in one run`);
  return { ...refusal, advice: `${advice} ${howWithPreview}` };
}

/** Whether so many more leads may be given in this run of the agent. If so, they count. */
function fitsRun(context: IExecuteFunctions, added: number): boolean {
  const kept = context.getContext('node');
  const before: unknown = kept['leads'];
  const count = (typeof before === 'number' ? before : 0) + added;
  if (count > leadsWithoutLeave) return false;
  kept['leads'] = count;
  return true;
}

/** The leads as the model gives them. */
function readGiven(context: IExecuteFunctions): Record<string, unknown>[] {
  if (context.getNodeParameter('leadsPerCall', 0, 'one') === 'one')
    return [perLeadField((key) => context.getNodeParameter(key, 0, ''))];
  const given = context.getNodeParameter('leads', 0, []);
  const parsed = recordOrList.safeParse(typeof given === 'string' ? parseJsonOrText(given) : given);
  const list = [parsed.data ?? []].flat();
  if (list.length > 0) return list;
  throw invalidInput(
    '"Leads (JSON)" holds no list of leads.',
    'Give a JSON array with an object for each lead, such as [{"email": "ava@example.com", "firstName": "Ava"}].',
  );
}

function withCustomFields(record: Record<string, unknown>, custom: object): object {
  const { customFields: own } = record;
  return { ...record, customFields: typeof own === 'object' ? { ...own, ...custom } : custom };
}

const recordOrList = union([looseObject({}), array(looseObject({}))]);

/** Counts, and why the others are not, or not certainly, enrolled: each reason once, with those whom it is true of. */
function resultOf(
  campaignId: string,
  records: object[],
  { totals, outcomes }: EnrollmentReport,
): IDataObject {
  const others = new Map<string, { status: string; reason: string; leads: string[] }>();
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.status === 'enrolled') continue;
    const email = stringAt(records[place], 'email') ?? `lead ${place + 1}`;
    const before = { item: place, status: outcome.status, name: {}, warnings: [], tokens: [] };
    const { status, reason = '' } = fromOutcome(before, { index: place, outcome }, (of) => of);
    const key = `${status} ${reason}`;
    const group = others.get(key);
    if (group) group.leads.push(email);
    else others.set(key, { status, reason, leads: [email] });
  }
  return { campaignId, leads: records.length, enrolled: totals.enrolled, others: [...others.values()] };
}
