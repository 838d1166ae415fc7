import { freePort } from './n8n-process.ts';
import { type Service, startService } from './service.ts';
import { needProgram } from './system-program.ts';

/** A Redis of its own on loopback that keeps everything in memory. */
export async function startRedis(): Promise<Service & { port: number }> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const service = await startService(needProgram('redis-server'), args, 'Ready to accept connections');
  return { ...service, port };
}
