import { parts } from './part.ts';
import { bundleSubject, loadSubject } from './subject.ts';
const subject = loadSubject(await bundleSubject(process.env.ROOT ?? process.cwd()));
const n = Number(process.argv[2] ?? 2000),
  from = Number(process.argv[3] ?? 1);
for (const part of parts) {
  const counts = new Map<string, { n: number; seed: number; what: string }>();
  const t = performance.now();
  let slow: [number, number] = [0, 0];
  for (let seed = from; seed < from + n; seed++) {
    const t1 = performance.now();
    const seen = new Set<string>();
    for (const v of await part.violations(subject, seed)) {
      if (seen.has(v.check)) continue;
      seen.add(v.check);
      const c = counts.get(v.check) ?? { n: 0, seed, what: v.what };
      c.n++;
      counts.set(v.check, c);
    }
    const d = performance.now() - t1;
    if (d > slow[0]) slow = [d, seed];
  }
  console.log(part.name, ((performance.now() - t) / n).toFixed(3), 'ms per history; slowest', slow);
  for (const [k, c] of [...counts].sort((a, b) => b[1].n - a[1].n))
    console.log(k, c.n, 'e.g. seed', c.seed, c.what.slice(0, 200));
}
