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
import { perItem } from '../../../shared/per-item';
import { isCampaignGiven, readCampaignId } from '../campaign-field';
import { readTokens, withoutIncomplete } from './copy-check';
import { type EnrollOptions } from './enroll-options';
import { itemName } from './item-name';
import { readByHand } from './read-by-hand';
import { type ItemFacts, type ReadItem } from './read-item';

/** How the items are to be read. */
type Reading = EnrollOptions & { source: LeadSource | 'auto' | 'manual'; explain: boolean };

/** Reads all items without sending anything. For a preview, each says where its fields were found. */
export function readItems(
  context: IExecuteFunctions,
  options: EnrollOptions,
  { isPreview }: { isPreview: boolean },
): ReadItem[] {
  const sources = [...leadSources.map(({ source }) => source), 'auto', 'manual'] as const;
  const source = parseField('Lead Source', oneOf(sources), context.getNodeParameter('leadSource', 0));
  const isManual = source === 'manual';
  const settings = { ...options, source, explain: isPreview };
  const campaignOf = perItem(context, ['campaign'], (item) =>
    isPreview && !isCampaignGiven(context, item) ? '' : readCampaignId(context, item),
  );
  const tokensOf = perItem(context, ['options'], (item) => readTokens(context, item, options));
  const byHandOf = perItem(
    context,
    [isManual ? 'leadFields' : 'fieldsToOverride', 'customFieldValues'],
    (item) => readByHand(context, item, { isManual }),
  );
  const read = context.getInputData().map(({ json }, item): ReadItem => {
    const name = itemName(json);
    try {
      const facts = { item, name, campaignId: campaignOf(item), warnings: [], tokens: tokensOf(item) };
      return readLead(json, facts, byHandOf(item), settings);
    } catch (error) {
      if (!(error instanceof LeadterraError)) throw toNodeError(context.getNode(), error, item);
      return { item, name, warnings: [], tokens: [], status: 'invalid', reason: error.message };
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
  if (optedOut.size === 0) return read;
  return read.map((one) => {
    const said = one.status === 'readable' ? optedOut.get(one.lead.email) : undefined;
    if (said === undefined) return one;
    const reason = `Item ${said} has the same address, and says that this person must not be mailed.`;
    return { ...one, status: 'opted_out', reason };
  });
}

function readLead(
  json: unknown,
  facts: ItemFacts & { campaignId: string },
  { email, given }: ReturnType<typeof readByHand>,
  { source: chosen, customFields, optedOut, explain }: Reading,
): ReadItem {
  const isManual = chosen === 'manual';
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
    return { ...facts, source, status: 'readable', lead, warnings, from: mapped.from };
  }
  const [issue] = mapped.issues;
  const reason = issue ? reasonFor(issue, isManual) : 'It gives no lead.';
  if (issue?.code !== 'opted_out') {
    const hasNoAddress = issue?.code === 'no_email' || issue?.code === 'invalid_email';
    return { ...facts, source, status: 'invalid', reason, hasNoAddress };
  }
  const { lead: unmailable, from } = read(false);
  return { ...facts, source, status: 'opted_out', reason, lead: completed(unmailable), from };
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
