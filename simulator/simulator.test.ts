import { parts } from './parts.ts';
import { bundleSubject, loadSubject, type Subject } from './subject.ts';

let subject: Subject;
beforeAll(async () => {
  subject = loadSubject(await bundleSubject(process.cwd()));
});

test.each(parts)(
  'a few thousand histories of the part $name hold',
  async ({ violations }) => {
    for (let seed = 1; seed <= 4000; seed++)
      expect({ seed, violations: await violations(subject, seed) }).toEqual({ seed, violations: [] });
  },
  60_000,
);

test('a seed gives the same history to the last request', async () => {
  for (const { explain } of parts) {
    const [once, again] = [await explain(subject, 12, 'none'), await explain(subject, 12, 'none')];
    expect(again).toEqual(once);
  }
});
