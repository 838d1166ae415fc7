import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

const file = 'docker/compose.yml';

const service = z.strictObject({
  image: z.string(),
  user: z.string().optional(),
  ports: z.array(z.string()),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), retries: z.number() })
    .optional(),
});

const compose = z.strictObject({
  name: z.string(),
  services: z.strictObject({ n8n: service, sandbox: service }),
  volumes: z.record(z.string(), z.null()),
});

async function readCompose(): Promise<z.infer<typeof compose>> {
  return compose.parse(parse(await readFile(file, 'utf8')));
}

test('the images are the versions that the tests run on', async () => {
  const { services } = await readCompose();
  const e2e: unknown = JSON.parse(await readFile('e2e/package.json', 'utf8'));
  const { n8n } = z.object({ dependencies: z.object({ n8n: z.string() }) }).parse(e2e).dependencies;
  const node = (await readFile('.node-version', 'utf8')).trim();
  expect(services.n8n.image).toBe(`docker.n8n.io/n8nio/n8n:${n8n}`);
  expect(services.sandbox.image).toBe(`node:${node}-bookworm-slim`);
});

test('what is mounted is there once the packages are built, and every other volume is named', async () => {
  const { services, volumes } = await readCompose();
  const mounted = Object.values(services).flatMap((one) =>
    one.volumes.map((volume) => volume.split(':')[0] ?? ''),
  );
  for (const source of mounted.filter((one) => one.startsWith('.'))) {
    const built = path.resolve(path.dirname(file), source);
    expect(existsSync(built.replace(/[/]dist$/, ''))).toBe(true);
  }
  expect(mounted.filter((one) => !one.startsWith('.')).sort()).toEqual(Object.keys(volumes).sort());
});

test('only this machine reaches the ports, and the sandbox is told nothing that it does not know', async () => {
  const { services } = await readCompose();
  for (const { ports } of Object.values(services))
    for (const port of ports) expect(port).toMatch(/^127[.]0[.]0[.]1:/);
  const cli = await readFile('packages/sandbox/src/cli.ts', 'utf8');
  const [, program = '', ...flags] = services.sandbox.command ?? [];
  expect(program).toBe('/leadterra/packages/sandbox/dist/cli.js');
  for (const flag of flags) expect(cli).toContain(`'${flag.replace(/=.*$/s, '')} <`);
});
