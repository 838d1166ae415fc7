import { enrollRecords, LeadterraClient, type PreviewInput, previewRecords } from '@leadterra/shared';

import { modelLeadterra } from './model-leadterra';

type Api = ReturnType<typeof modelLeadterra>;

export const clientOf = (api: Api) =>
  new LeadterraClient({ transport: api.transport, sleep: () => Promise.resolve() });

/** What a preview and then a run say of the same records, as far as Leadterra has no part in it. */
export async function comparePreview(input: PreviewInput) {
  const api = modelLeadterra();
  const previewed = await previewRecords(clientOf(api), input);
  expect(api.batches).toEqual([]);
  const { outcomes } = await enrollRecords(clientOf(api), { campaignId: 'camp_1', ...input });
  const before = outcomes.map((outcome) =>
    outcome.status === 'enrolled' ? { status: 'ready' as const } : outcome,
  );
  return { previewed, verdicts: previewed.map(({ outcome }) => outcome), before, api };
}
