import { type IExecuteFunctions } from 'n8n-workflow';
import {
  array,
  boolean,
  enum as oneOf,
  LeadterraError,
  leadSources,
  mapLead,
  number,
  object,
  string,
  union,
  type CustomValue,
  type Lead,
  type LeadSource,
} from '../../../shared/core';
import { toNodeError } from '../../../shared/errors';
import { parseField } from '../../../shared/parse-field';
import { readCampaignId } from '../campaign-field';
import { leadFields } from './enroll.fields';

const options = object({
  batchSize: number().int().min(1).optional(),
  concurrency: number().int().min(1).optional(),
  customFields: oneOf(['none', 'unmapped', 'named']).default('none'),
  customFieldPaths: string().default(''),
  customFieldsAs: oneOf(['top-level', 'nested']).optional(),
  optedOut: oneOf(['skip', 'fail', 'enroll']).default('skip'),
  output: oneOf(['leads', 'summary']).default('leads'),
});

/** The node's options, which hold for all items. */
export function readOptions(context: IExecuteFunctions) {
  const read = parseField('Options', options, context.getNodeParameter('options', 0, {}));
  const paths = read.customFieldPaths
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return { ...read, customFields: read.customFields === 'named' ? paths : read.customFields };
}
export type EnrollOptions = ReturnType<typeof readOptions>;

/** What an item gives: a lead for a campaign, or the reason why it gives none. */
export type ReadItem = { item: number; campaignId?: string; source?: LeadSource | 'manual' } & (
  { campaignId: string; lead: Lead } | { status: 'invalid' | 'opted_out'; reason: string; email?: string }
);

/** Reads all items without sending anything. */
export function readItems(context: IExecuteFunctions, { customFields, optedOut }: EnrollOptions): ReadItem[] {
  const sources = [...leadSources.map(({ source }) => source), 'auto', 'manual'] as const;
  const source = parseField('Lead Source', oneOf(sources), context.getNodeParameter('leadSource', 0));
  return context.getInputData().map(({ json }, item): ReadItem => {
    try {
      const campaignId = readCampaignId(context, item);
      const isManual = source === 'manual';
      const mapped = isManual
        ? mapLead(readFields(context, item), { source: 'spreadsheet' })
        : mapLead(json, { source, customFields, honorOptOut: optedOut !== 'enroll' });
      const read = { item, campaignId, source: isManual ? source : mapped.source };
      if (mapped.lead)
        return { ...read, lead: withCustomFields(mapped.lead, readCustomFields(context, item)) };
      const issue = mapped.issues.find(({ code }) => code !== 'several_emails');
      const reason = issue?.message ?? 'It gives no lead.';
      if (issue?.code !== 'opted_out') return { ...read, status: 'invalid', reason };
      const { lead } = mapLead(json, { source: mapped.source, honorOptOut: false });
      return { ...read, status: 'opted_out', reason, email: lead?.email };
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw toNodeError(context.getNode(), error, item);
      return { item, status: 'invalid', reason: error.message };
    }
  });
}

function readFields(context: IExecuteFunctions, item: number): Record<string, unknown> {
  return Object.fromEntries(leadFields.map(({ name }) => [name, context.getNodeParameter(name, item, '')]));
}

const customFieldValues = object({
  field: array(object({ name: string().trim(), value: union([string(), number(), boolean()]) })).default([]),
});

function readCustomFields(context: IExecuteFunctions, item: number): Record<string, CustomValue> {
  const given = context.getNodeParameter('customFieldValues', item, {});
  const { field } = parseField('Custom Fields', customFieldValues, given);
  return Object.fromEntries(field.flatMap(({ name, value }) => (name === '' ? [] : [[name, value]])));
}

function withCustomFields(lead: Lead, fields: Record<string, CustomValue>): Lead {
  const customFields = { ...lead.customFields, ...fields };
  return Object.keys(customFields).length > 0 ? { ...lead, customFields } : lead;
}
