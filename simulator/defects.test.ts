import { defects } from './defects/index.ts';
import { parts } from './part.ts';
import { bundleSubject, loadSubject } from './subject.ts';

const mostSeeds = 4000;

test.each(defects)(
  'the simulator finds: $name',
  async (defect) => {
    const subject = loadSubject(await bundleSubject(process.cwd(), defect));
    const part = parts.find(({ name }) => name === defect.foundBy);
    let found = false;
    for (let seed = 1; seed <= mostSeeds && !found; seed++)
      found = ((await part?.violations(subject, seed)) ?? []).length > 0;
    expect(found).toBe(true);
  },
  60_000,
);

test('a defect whose text is not there is an error', async () => {
  const [first] = defects;
  if (!first) throw new Error('There are no defects.');
  await expect(bundleSubject(process.cwd(), { ...first, find: 'no such text' })).rejects.toThrow(
    'is 0 times in',
  );
});
