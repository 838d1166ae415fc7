import { parts } from './part.ts';
import { bundleSubject, loadSubject } from './subject.ts';
const subject = loadSubject(await bundleSubject(process.env.ROOT ?? process.cwd()));
for (const arg of process.argv.slice(2)) {
  const [part, check, seed] = arg.split(':');
  console.log('=====', arg);
  for (const line of await parts.find((p) => p.name === part)!.explain(subject, Number(seed), check!))
    console.log(line.slice(0, 330));
}
