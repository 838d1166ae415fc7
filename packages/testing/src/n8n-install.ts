import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Packs the node as it would be published. Expects its dist/ to be built, and the repository's root as working
 * directory.
 * @returns the tarball's path
 */
export async function packNode(into: string): Promise<string> {
  const args = ['--dir', 'packages/n8n-nodes-leadterra', 'pack', '--pack-destination', into];
  await run('pnpm', args);
  const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`pnpm pack left no tarball in ${into}.`);
  return path.join(into, tarball);
}

/** Lays a packed node out in n8n's user folder as n8n's own installer of community nodes does. */
export async function installNode(tarball: string, userFolder: string): Promise<void> {
  const nodes = path.join(userFolder, '.n8n', 'nodes');
  await mkdir(nodes, { recursive: true });
  await writeFile(
    path.join(nodes, 'package.json'),
    JSON.stringify({ name: 'installed-nodes', private: true }),
  );
  const flags = [
    '--legacy-peer-deps',
    '--install-strategy=shallow',
    '--ignore-scripts',
    '--package-lock=false',
  ];
  await run('npm', ['install', tarball, ...flags, '--no-audit', '--no-fund'], { cwd: nodes });
}
