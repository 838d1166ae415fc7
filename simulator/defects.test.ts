import { type Defect } from './defects/defect.ts';
import { defects } from './defects/index.ts';
import { generate } from './enrollment/generate.ts';
import { parts } from './part.ts';
import { bundleSubject, loadSubject } from './subject.ts';

const mostSeeds = 5000;
/** Of a shape that is rare; to make a history is quick, to play it is not. */
const mostSeedsOfShape = 60_000;

test.each(defects)(
  'the simulator finds: $name',
  async (defect) => {
    expect(await firstFound(defect)).toBeDefined();
  },
  60_000,
);

test('a defect whose text is not there is an error', async () => {
  const [first] = defects;
  if (!first) throw new Error('There are no defects.');
  const stale = bundleSubject(process.cwd(), { ...first, find: 'no such text' });
  await expect(stale).rejects.toThrow('is 0 times in');
});

/** What the first seed that fails with a defect is, and what it says. */
async function firstFound(defect: Defect) {
  const subject = loadSubject(await bundleSubject(process.cwd(), defect));
  const part = parts.find(({ name }) => name === defect.foundBy);
  for (let seed = 1; seed <= (defect.shape ? mostSeedsOfShape : mostSeeds); seed++) {
    if (defect.shape && generate(seed).shape !== defect.shape) continue;
    const [violation] = (await part?.violations(subject, seed)) ?? [];
    if (violation) return { seed, ...violation };
  }
  return undefined;
}
