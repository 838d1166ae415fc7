import { readFileSync } from 'node:fs';
import { arch, cpus, totalmem, type } from 'node:os';

import { valueAt } from '@leadterra/testing/value-at';

/** What a run was made on and with; nothing that names the machine or its owner. */
export function setup(): [what: string, value: string][] {
  const [cpu] = cpus();
  return [
    ['Processor', `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
    ['System', `${type()} on ${arch()}`],
    ['Node', process.versions.node],
    ['n8n', versionIn('e2e/node_modules/n8n')],
    ['zapier-platform-core', versionIn('packages/zapier-leadterra/node_modules/zapier-platform-core')],
    ['n8n-nodes-leadterra', versionIn('packages/n8n-nodes-leadterra')],
    ['zapier-leadterra', versionIn('packages/zapier-leadterra')],
  ];
}

function versionIn(folder: string): string {
  return String(valueAt(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')), 'version'));
}
