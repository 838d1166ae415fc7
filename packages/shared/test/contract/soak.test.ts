import { startSandbox } from '@leadterra/sandbox';
import { defaultConcurrency, enrollLeads, LeadterraClient } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { soak } from '@leadterra/testing/soak';

// The whole, with 100,000 leads and ten seeds, is `npm run soak`.
describe.each([1, 2, 3])('an API of which every fifth answer goes wrong, seed %i', (seed) => {
  test('ends with exactly the expected leads, and no outcome that is not true', async () => {
    const dialects = ['reference', 'guide', 'concept'] as const;
    const sandbox = await startSandbox({ dialect: dialects[seed % 3], seed });
    try {
      const { report, faults, problems } = await soak(sandbox, 10_000, seed);
      expect(problems).toEqual([]);
      expect(faults).toBeGreaterThan(5);
      expect(report.retries).toBeGreaterThan(0);
    } finally {
      await sandbox.close();
    }
  });
});

describe.each([
  ['a key that is revoked', 'key-revoked:10', 'authentication'],
  ['a campaign that is deleted', 'campaign-deleted:10', 'not_found'],
])('%s half-way', (_what, fault, kind) => {
  test('ends the run with true outcomes, and running again enrolls the rest', async () => {
    const sandbox = await startSandbox();
    try {
      const client = new LeadterraClient({
        transport: axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
        sleep: async () => {},
      });
      const newCampaign = async () => await client.createCampaign({ name: 'Half-way', sequenceSteps: [] });
      const leads = Array.from({ length: 10_000 }, (_, i) => ({ email: `lead${i}@acme.example` }));
      const stored = () =>
        new Set(
          sandbox.database
            .prepare('SELECT email FROM leads')
            .all()
            .map(({ email }) => email),
        );

      const { id: campaignId } = await newCampaign();
      sandbox.setFaults({ always: [fault] });
      const { outcomes, totals, requests } = await enrollLeads(client, { campaignId, leads });
      sandbox.setFaults({});
      const accepted = leads.filter((_, i) => outcomes[i]?.status === 'enrolled').map(({ email }) => email);
      expect(new Set(accepted)).toEqual(stored());
      expect(totals).toMatchObject({ input: 10_000, enrolled: 2500, failed: 7500 });
      const errors = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error.kind] : []));
      expect(new Set(errors)).toEqual(new Set([kind]));
      // What was on its way together with the first refusal, and nothing after it.
      expect(requests).toBeLessThanOrEqual(10 + defaultConcurrency);

      const again = await enrollLeads(client, { campaignId: (await newCampaign()).id, leads });
      expect(again.totals).toMatchObject({ enrolled: 10_000, failed: 0 });
      expect(stored().size).toBe(10_000);
    } finally {
      await sandbox.close();
    }
  });
});
