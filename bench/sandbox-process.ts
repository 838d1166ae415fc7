import { fork } from 'node:child_process';
import { once } from 'node:events';

import { startSandbox } from '@leadterra/sandbox';

/** A sandbox in a process of its own, so that it does not share its processor with what is measured. */
export type SandboxProcess = { url: string; apiKey: string; stop: () => void };

const apiKey = 'sk_test_bench';

export async function startSandboxProcess(): Promise<SandboxProcess> {
  const child = fork(import.meta.filename, { execArgv: process.execArgv });
  const [url] = await once(child, 'message').then((message: unknown[]) => message);
  return { url: String(url), apiKey, stop: () => void child.kill() };
}

if (process.send) process.send((await startSandbox({ apiKey })).url);
