import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

const folder = '.github/workflows';

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const permissions = z.record(z.string(), z.string()).optional();
const job = z.looseObject({ permissions, steps: z.array(step).default([]) });
const workflow = z.looseObject({ permissions, jobs: z.record(z.string(), job) });

const workflows = readdirSync(folder).map((file): [string, z.infer<typeof workflow>] => [
  file,
  workflow.parse(parse(readFileSync(path.join(folder, file), 'utf8'))),
]);

test.each(workflows)('every action of %s is pinned by its commit', (_, { jobs }) => {
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

describe('a job that may speak for this repository at npm', () => {
  const jobs = workflows.flatMap(([, { jobs, permissions: general }]) =>
    Object.values(jobs).filter((one) => 'id-token' in (one.permissions ?? general ?? {})),
  );

  test('is one alone', () => {
    expect(jobs).toHaveLength(1);
  });

  test('installs, builds and tests nothing: it publishes what was packed', () => {
    const steps = jobs.flatMap((one) => one.steps);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm publish package.tgz --ignore-scripts --provenance --access public',
    ]);
    expect(steps.flatMap(({ uses }) => uses?.replace(/@.*/, '') ?? [])).toEqual([
      'actions/setup-node',
      'actions/download-artifact',
    ]);
  });
});
