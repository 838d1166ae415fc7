import { type Defect } from './defects/defect.ts';
import { defects } from './defects/index.ts';
import { shapeOf } from './enrollment/generate.ts';
import { parts } from './parts.ts';
import { bundleSubject, loadSubject, type Subject } from './subject.ts';

const mostSeeds = 20_000;
/** Where only those of a rare shape are played. */
const mostSeedsOfShape = 60_000;

let sound: Subject;
beforeAll(async () => {
  sound = loadSubject(await bundleSubject(process.cwd()));
});

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

/** The first seed that fails with a defect, and what is wrong then. */
async function firstFound(defect: Defect) {
  const subject = loadSubject(await bundleSubject(process.cwd(), defect));
  const part = parts.find(({ name }) => name === defect.foundBy);
  for (let seed = 1; seed <= (defect.shape ? mostSeedsOfShape : mostSeeds); seed++) {
    if (defect.shape && shapeOf(seed) !== defect.shape) continue;
    const [violation] = (await part?.violations(subject, seed)) ?? [];
    // It is the defect that is found only where nothing is wrong without it.
    if (violation && (await part?.violations(sound, seed))?.length === 0) return { seed, ...violation };
  }
  return undefined;
}
