// Asks the npm registry for every package that set-up may fetch: `node scripts/check-platforms.mjs`. CI does it every
// week, as a package for another system than CI's own may vanish unseen.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

import { chromiumPackages, nodePackages, postgresPackages } from './platforms.mjs';

let missing = 0;
for (const packages of [nodePackages, postgresPackages, chromiumPackages]) {
  for (const [platform, { name, version }] of Object.entries(packages)) {
    const { stdout } = spawnSync('npm', ['view', `${name}@${version}`, 'version'], { encoding: 'utf8' });
    const isThere = stdout.trim() === version;
    if (!isThere) missing += 1;
    console.log(`${isThere ? '✓' : '✗'} ${platform.padEnd(14)}${name}@${version}`);
  }
}
if (missing > 0) {
  console.error(`${missing} packages are not in the registry: change scripts/platforms.mjs.`);
  process.exitCode = 1;
}
