import { enrollLeads, type Lead, type Transport } from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf } from '../support/scripted';

// Apart from the others, as mutation testing does without them: they take their time.
const people = Array.from({ length: 10_000 }, (_, i): Lead => ({ email: `lead${i}@acme.example` }));
const enroll = (transport: Transport, leads: Lead[]) =>
  enrollLeads(clientOf(transport), { campaignId: 'camp_1', leads });

describe('among 10,000 leads', () => {
  test.each([400, 422])('trouble of status %i that is about the campaign fails all soon', async (status) => {
    const body = { message: 'The campaign is archived.' };
    const transport: Transport = () => Promise.resolve({ status, headers: {}, body });
    const { totals, requests, outcomes } = await enroll(transport, people);
    expect(totals).toMatchObject({ failed: 10_000, rejected: 0 });
    expect(requests).toBeLessThanOrEqual(200);
    expect(JSON.stringify(outcomes[0])).toContain('archived');
  });

  test('one giant lead is taken out, and the other batches stay as they are', async () => {
    const api = modelLeadterra();
    const transport: Transport = async (request) =>
      JSON.stringify(request.body).length > 1_000_000
        ? { status: 413, headers: {}, body: '' }
        : await api.transport(request);
    const leads = people.with(5000, { email: 'giant@acme.example', company: 'x'.repeat(1_100_000) });
    const { totals, requests, outcomes } = await enroll(transport, leads);
    expect(totals).toMatchObject({ enrolled: 9_999, rejected: 1 });
    expect(outcomes[5000]?.status).toBe('rejected');
    expect(requests).toBeLessThanOrEqual(120);
  });
});
