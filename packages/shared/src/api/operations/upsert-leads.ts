import { type Lead } from '../../lead';
import { defineOperation } from '../operation';
import { bulkUpsertAnswer } from '../schemas/bulk-upsert';

/**
 * Where a lead's custom fields go. Two of the three documentation pages, the reference among them, put them beside
 * the standard fields (`top-level`, the default); the third puts them into a `customFields` object (`nested`).
 */
export type CustomFieldsAs = 'top-level' | 'nested';

export type UpsertLeadsInput = { campaignId: string; leads: Lead[]; customFieldsAs?: CustomFieldsAs };

// Keyed on the e-mail address: the same leads again change nothing.
export const upsertLeads = defineOperation({
  task: ({ campaignId, leads }: UpsertLeadsInput) =>
    leads.length === 1
      ? `enroll ${leads[0]?.email ?? ''} in campaign "${campaignId}"`
      : `enroll ${leads.length} leads in campaign "${campaignId}"`,
  request: ({ campaignId, leads, customFieldsAs }) => ({
    method: 'POST',
    path: `/v1/campaigns/${encodeURIComponent(campaignId)}/leads/bulk`,
    body: {
      leads: customFieldsAs === 'nested' ? leads : leads.map(withCustomFieldsOnTop),
    },
  }),
  answer: bulkUpsertAnswer,
  repeat: 'always',
});

/** The standard fields come last, so that no custom field can take their place. */
function withCustomFieldsOnTop(lead: Lead): Record<string, unknown> {
  if (!lead.customFields) return lead;
  const { customFields, ...standard } = lead;
  return { ...customFields, ...standard };
}
