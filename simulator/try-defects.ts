import { defects } from './defects/index.ts';
import { generate } from './enrollment/generate.ts';
import { parts } from './part.ts';
import { bundleSubject, loadSubject } from './subject.ts';
const only = process.argv[2];
for (const defect of defects) {
  if (only && !defect.name.includes(only)) continue;
  const t = performance.now();
  let subject;
  try {
    subject = loadSubject(await bundleSubject(process.env.ROOT ?? process.cwd(), defect));
  } catch (e) {
    console.log('STALE', String(e).slice(0, 200));
    continue;
  }
  const part = parts.find(({ name }) => name === defect.foundBy)!;
  let line = 'NOT FOUND';
  for (let seed = 1; seed <= (defect.shape ? 60000 : 5000); seed++) {
    if (defect.shape && generate(seed).shape !== defect.shape) continue;
    const v = await part.violations(subject, seed);
    if (v.length) {
      line = `${seed}: ${[...new Set(v.map((x) => x.check))].join(', ')}`;
      break;
    }
  }
  console.log(((performance.now() - t) / 1000).toFixed(1) + 's', defect.name, '→', line.slice(0, 150));
}
