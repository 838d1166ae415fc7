import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { until } from './n8n-wait.ts';

/** A program that runs beside n8n. */
export type Service = { pid: number; stop: () => Promise<void> };

/**
 * Starts a program and waits until it prints that it is ready. Rejects with what it printed if it does not.
 * @param uid the user that it runs as; default: the present one
 */
export async function startService(
  program: string,
  args: string[],
  ready: string,
  uid?: number,
): Promise<Service> {
  const child = spawn(program, args, { uid, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  try {
    await until(`${program} is ready`, () => {
      if (child.exitCode !== null) throw new Error(`It ended with status ${child.exitCode}.`);
      return printed.includes(ready) || undefined;
    });
  } catch (error) {
    await stop();
    throw new Error(`${program} did not start:\n${printed}`, { cause: error });
  }
  return { pid: child.pid ?? 0, stop };
}
