import { type Lead } from '../../lead';
import { type CallOptions } from '../caller';
import { defineOperation } from '../operation';
import { bulkUpsertAnswer } from '../schemas/bulk-upsert';

/**
 * Where a lead's custom fields go. Two of the three documentation pages, the reference among them, put them beside
 * the standard fields (`top-level`, the default); the third puts them into a `customFields` object (`nested`).
 */
export type CustomFieldsAs = 'top-level' | 'nested';

export type UpsertLeadsInput = { campaignId: string; leads: Lead[]; customFieldsAs?: CustomFieldsAs };

/** Adds or updates leads in one request. For lists use `enrollLeads`, which splits, checks and reports per lead. */
export const upsertLeads = defineOperation({
  endpoint: 'POST /v1/campaigns/:campaignId/leads/bulk',
  answer: bulkUpsertAnswer,
  // Keyed on the email address: the same leads again change nothing.
  repeat: 'always',
  run: async (send, { campaignId, leads, customFieldsAs }: UpsertLeadsInput, options?: CallOptions) => {
    const [only] = leads;
    const what = only && leads.length === 1 ? only.email : `${leads.length} leads`;
    return await send(
      {
        task: `enroll ${what} in campaign "${campaignId}"`,
        ids: { campaignId },
        body: { leads: customFieldsAs === 'nested' ? leads : leads.map(withCustomFieldsOnTop) },
      },
      options,
    );
  },
});

/** The standard fields come last, so that no custom field can take their place. */
function withCustomFieldsOnTop(lead: Lead): Record<string, unknown> {
  if (!('customFields' in lead)) return lead;
  const { customFields, ...standard } = lead;
  return { ...customFields, ...standard };
}
