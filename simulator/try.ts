import { generate } from './enrollment/generate.ts';
import { play } from './enrollment/play.ts';
import { violationsOf } from './enrollment/checks/index.ts';
import { bundleSubject, loadSubject } from './subject.ts';
const subject = loadSubject(await bundleSubject(process.cwd()));
const n = Number(process.argv[2] ?? 2000),
  from = Number(process.argv[3] ?? 1);
const counts = new Map<string, { n: number; seed: number; what: string }>();
const t = performance.now();
for (let seed = from; seed < from + n; seed++) {
  const trace = await play(subject, generate(seed));
  const seen = new Set<string>();
  for (const v of violationsOf(trace)) {
    if (seen.has(v.check)) continue;
    seen.add(v.check);
    const c = counts.get(v.check) ?? { n: 0, seed, what: v.what };
    c.n++;
    counts.set(v.check, c);
  }
}
console.log(((performance.now() - t) / n).toFixed(3), 'ms per history');
for (const [k, c] of [...counts].sort((a, b) => b[1].n - a[1].n))
  console.log(k, c.n, 'e.g. seed', c.seed, c.what);
