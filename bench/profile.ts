// Where processor time goes, by V8's sampling profiler: what the medians of a bench cannot tell.
import { Session } from 'node:inspector/promises';

import { until } from '@leadterra/testing/until';
import { valueAt } from '@leadterra/testing/value-at';
import { z } from 'zod';

import { type Parts } from './compare.ts';

/** A function as the profiler knows it; what is none has a name in brackets and no URL. */
const callFrame = z.object({ functionName: z.string(), url: z.string() });

/** What the time of a function counts to. */
export type PartOf = (frame: z.infer<typeof callFrame>) => string;

const profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame })),
  samples: z.array(z.number()),
  /** Microseconds from one sample to the next. */
  timeDeltas: z.array(z.number()),
});

/** What this process does at some work. */
export async function profileHere(work: () => unknown, partOf: PartOf): Promise<Parts> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const stopped = await session.post('Profiler.stop');
  session.disconnect();
  return partsOf(stopped.profile, partOf);
}

/** What another Node process does during some work: it opens its inspector when it gets SIGUSR1. */
export async function profileProcess(pid: number, work: () => Promise<void>, partOf: PartOf): Promise<Parts> {
  process.kill(pid, 'SIGUSR1');
  const { post, close } = await connect();
  await post('Profiler.enable');
  await post('Profiler.start');
  await work();
  const stopped = await post('Profiler.stop');
  close();
  return partsOf(valueAt(stopped, 'profile'), partOf);
}

/** A part for what belongs to no file of anybody: garbage and Node itself, of which V8's own code is a part. */
export const partOfNode: PartOf = ({ functionName }) =>
  functionName === '(garbage collector)' ? 'garbage collection' : 'Node itself';

/** The package that a file was installed with. */
export function libraryOf(url: string): string | undefined {
  return /.*[/]node_modules[/]((?:@[^/]+[/])?[^/]+)/.exec(url)?.[1];
}

/** The parts of one time, of what was profiled for several. */
export function ofOne(parts: Parts, times: number): Parts {
  return Object.fromEntries(Object.entries(parts).map(([part, ms]) => [part, ms / times]));
}

/** The parts of a profile as V8 writes it. */
export function partsOf(written: unknown, partOf: PartOf): Parts {
  const { nodes, samples, timeDeltas } = profile.parse(written);
  const busy = nodes.filter(({ callFrame }) => callFrame.functionName !== '(idle)');
  const partOfNode = new Map(busy.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const parts: Parts = {};
  for (const [place, id] of samples.entries()) {
    const part = partOfNode.get(id);
    if (part !== undefined) parts[part] = (parts[part] ?? 0) + (timeDeltas[place + 1] ?? 0) / 1000;
  }
  return parts;
}

// By hand, for three messages: a library for the protocol brings the types of all of Chrome.
async function connect() {
  // Where Node opens an inspector that nobody named a port for.
  const list = 'http://127.0.0.1:9229/json/list';
  const url = await until('the inspector is open', async () => {
    const targets: unknown = await fetch(list).then(
      (answer) => answer.json(),
      () => undefined,
    );
    return valueAt(targets, '0', 'webSocketDebuggerUrl');
  });
  const socket = new WebSocket(String(url));
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let messages = 0;
  return {
    post: (method: string) =>
      new Promise<unknown>((resolve) => {
        const id = messages++;
        socket.onmessage = ({ data }) => {
          const answer: unknown = JSON.parse(String(data));
          if (valueAt(answer, 'id') === id) resolve(valueAt(answer, 'result'));
        };
        socket.send(JSON.stringify({ id, method }));
      }),
    close: () => socket.close(),
  };
}
