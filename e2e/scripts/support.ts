import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { type Sandbox } from '@leadterra/sandbox';

/** What tells a script to use a sandbox. */
export function scriptEnvironment({ url, apiKey }: Sandbox): NodeJS.ProcessEnv {
  return { ...process.env, LEADTERRA_URL: url, LEADTERRA_API_KEY: apiKey };
}

/** Runs a program to its end. Rejects with what it printed when it fails. */
export async function run(file: string, args: string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`${[file, ...args].join(' ')} failed:\n${output}${errors}`);
  return output;
}
