import { startSandbox } from '@leadterra/sandbox';
import { soak } from '../support/soak';

// The whole, with 100,000 leads and ten seeds, is `npm run soak`.
describe.each([1, 2, 3])('an API of which every fifth answer goes wrong, seed %i', (seed) => {
  it('ends with exactly the expected leads, and no outcome that is not true', async () => {
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
