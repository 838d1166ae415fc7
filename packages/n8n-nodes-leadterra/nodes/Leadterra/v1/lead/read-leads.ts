import { type IExecuteFunctions } from 'n8n-workflow';

import {
  enum as oneOf,
  type Lead,
  type LeadSource,
  leadSources,
  LeadterraError,
  mapLead,
  type MappingIssue,
  withGivenFields,
} from '../../../shared/core';
import { toNodeError } from '../../../shared/errors';
import { parseField } from '../../../shared/parse-field';
import { isCampaignGiven, readCampaignId } from '../campaign-field';
import { readTokens, withoutIncomplete } from './copy-check';
import { type EnrollOptions } from './enroll-options';
import { itemName } from './item-name';
import { readByHand } from './read-by-hand';
import { type ReadItem } from './read-item';

/** Reads all items without sending anything. For a preview, each says where its fields were found. */
export function readItems(
  context: IExecuteFunctions,
  options: EnrollOptions,
  { isPreview }: { isPreview: boolean },
): ReadItem[] {
  const sources = [...leadSources.map(({ source }) => source), 'auto', 'manual'] as const;
  const source = parseField('Lead Source', oneOf(sources), context.getNodeParameter('leadSource', 0));
  const read = context.getInputData().map(({ json }, item): ReadItem => {
    const facts = { item, name: itemName(json), warnings: [], tokens: [] };
    try {
      const campaignId = isPreview && !isCampaignGiven(context, item) ? '' : readCampaignId(context, item);
      const tokens = readTokens(context, item, options);
      const read = readLead(context, item, json, source, { ...options, explain: isPreview });
      return { ...facts, campaignId, tokens, ...read };
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw toNodeError(context.getNode(), error, item);
      return { ...facts, status: 'invalid', reason: error.message };
    }
  });
  const mailable = options.optedOut === 'enroll' ? read : withoutOptedOut(read);
  return options.whenTokenMissing === 'send' ? mailable : withoutIncomplete(mailable);
}

/** An opt-out belongs to the address: what one item says of it holds for every item, of whatever source. */
function withoutOptedOut(read: ReadItem[]): ReadItem[] {
  const optedOut = new Map<string, number>();
  for (const { status, lead, item } of read)
    if (status === 'opted_out' && lead) optedOut.set(lead.email, item);
  return read.map((one) => {
    const said = one.status === 'readable' ? optedOut.get(one.lead.email) : undefined;
    if (said === undefined) return one;
    const reason = `Item ${said} has the same address, and says that this person must not be mailed.`;
    return { ...one, status: 'opted_out', reason };
  });
}

function readLead(
  context: IExecuteFunctions,
  item: number,
  json: unknown,
  chosen: LeadSource | 'auto' | 'manual',
  { customFields, optedOut, explain }: EnrollOptions & { explain: boolean },
) {
  const isManual = chosen === 'manual';
  const { email, ...given } = readByHand(context, item, { isManual });
  const read = (honorOptOut: boolean) =>
    isManual
      ? mapLead({}, { email })
      : mapLead(json, { source: chosen, email, customFields, honorOptOut, explain });
  const completed = (lead: Lead | null) => (lead ? withGivenFields(lead, given) : undefined);
  const mapped = read(optedOut !== 'enroll');
  const source = isManual ? chosen : mapped.source;
  const lead = completed(mapped.lead);
  if (lead) {
    const warnings = mapped.issues.map(({ message }) => message);
    return { source, status: 'readable' as const, lead, warnings, from: mapped.from };
  }
  const [issue] = mapped.issues;
  const reason = issue ? reasonFor(issue, isManual) : 'It gives no lead.';
  if (issue?.code !== 'opted_out') {
    const hasNoAddress = issue?.code === 'no_email' || issue?.code === 'invalid_email';
    return { source, status: 'invalid' as const, reason, hasNoAddress };
  }
  const { lead: unmailable, from } = read(false);
  return { source, status: 'opted_out' as const, reason, lead: completed(unmailable), from };
}

/** Why a record gives no lead, with what to do about it in n8n. */
function reasonFor({ code, message, path }: MappingIssue, isManual: boolean): string {
  switch (code) {
    case 'many_records': {
      const field = path === undefined ? '' : ` with "${path}" in its "Fields to Split Out"`;
      return `${message} Put a Split Out node${field} before this one.`;
    }
    case 'no_email':
      return isManual
        ? '"Email" is empty. Check what its expression gives for this item.'
        : `${message} Or enter the address under "Fields to Override".`;
    case 'not_a_record':
    case 'invalid_email':
    case 'opted_out':
    case 'several_emails':
    case 'role_address':
    case 'free_domain':
    case 'disposable_domain':
    case 'misspelt_domain':
    case 'customer':
      return message;
  }
}
