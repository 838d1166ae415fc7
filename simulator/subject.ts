import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';

import type * as core from '@leadterra/shared';
import { build, type Plugin } from 'esbuild';

import type * as seenEvents from '../packages/n8n-nodes-leadterra/nodes/LeadterraTrigger/seen-events.ts';
import { type Defect } from './defects/defect.ts';

/** The code under test: what hosts call, and the trigger's memory. */
export type Subject = Pick<
  typeof core,
  'enrollLeads' | 'streamEnrollment' | 'LeadterraClient' | 'verifyWebhookSignature'
> &
  Pick<typeof seenEvents, 'SeenEvents'>;

const entry = `
  export { enrollLeads, streamEnrollment, LeadterraClient, verifyWebhookSignature } from './packages/shared/src/index';
  export { SeenEvents } from './packages/n8n-nodes-leadterra/nodes/LeadterraTrigger/seen-events';
`;

/**
 * The code of the subject in one text, made from the sources as they are now, or with a defect planted in it.
 * @throws Error when the text that the defect replaces is not there exactly once
 */
export async function bundleSubject(root: string, defect?: Defect): Promise<string> {
  const planting = defect && plant(root, defect);
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'silent',
    alias: { '@leadterra/shared': path.join(root, 'packages/shared/src/index.ts') },
    plugins: planting ? [planting.plugin] : [],
  });
  planting?.assertPlanted();
  return outputFiles[0]?.text ?? '';
}

function plant(
  root: string,
  { name, file, find, replace }: Defect,
): { plugin: Plugin; assertPlanted: () => void } {
  const target = path.join(root, file);
  let times = 0;
  const plugin: Plugin = {
    name: 'plant a defect',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async (args) => {
        if (args.path !== target) return undefined;
        const source = await readFile(target, 'utf8');
        times = source.split(find).length - 1;
        return { contents: source.replace(find, () => replace), loader: 'ts' };
      });
    },
  };
  const assertPlanted = () => {
    if (times !== 1)
      throw new Error(
        `The defect "${name}" replaces a text that is ${times} times in ${file}. Write it anew for the present code.`,
      );
  };
  return { plugin, assertPlanted };
}

/** Runs a bundled subject's code. */
export function loadSubject(code: string): Subject {
  const module: { exports: unknown } = { exports: {} };
  const run: unknown = compileFunction(code, ['module', 'exports', 'require'], { filename: 'subject.cjs' });
  if (typeof run === 'function')
    Reflect.apply(run, undefined, [module, module.exports, createRequire(`${process.cwd()}/`)]);
  if (!isSubject(module.exports)) throw new Error('The bundle lacks a part of what is simulated.');
  return module.exports;
}

function isSubject(exported: unknown): exported is Subject {
  const names = [
    'enrollLeads',
    'streamEnrollment',
    'LeadterraClient',
    'verifyWebhookSignature',
    'SeenEvents',
  ];
  return (
    typeof exported === 'object' &&
    exported !== null &&
    names.every((name) => typeof Reflect.get(exported, name) === 'function')
  );
}
