import { getRandomPort } from 'get-port-please';

import { needProgram } from './find-program.ts';
import { Program } from './program.ts';

/** A service that n8n needs in queue mode. */
export type Service = { port: number; stop: () => Promise<void> };

/** A Redis of its own on loopback that keeps everything in memory. */
export async function startRedis(): Promise<Service> {
  const port = await getRandomPort('127.0.0.1');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = await Program.start(needProgram('redis-server'), args, {
    ready: 'Ready to accept connections',
  });
  return { port, stop: () => redis.stop('SIGINT') };
}
