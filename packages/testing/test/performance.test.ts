import { readFileSync } from 'node:fs';

import { z } from 'zod';

const major = (version = '') => version.split('.')[0];
const packages = ['n8n-nodes-leadterra', 'zapier-leadterra'];
const page = readFileSync('docs/performance.md', 'utf8');

// Not the figures: they are as good as the machine and the day.
test.each(packages)('docs/performance.md was measured with this major version of %s', (name) => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')));
  const [, measured] = new RegExp(`^\\| ${name} +\\| (\\S+)`, 'm').exec(page) ?? [];
  expect(major(measured)).toBe(major(version));
});

test('the README quotes what was measured', () => {
  const text = readFileSync('README.md', 'utf8');
  const [, quoted] = /<!-- measured: .*? -->([^]*)<!-- [/]measured -->/.exec(text) ?? [];
  expect(quoted).toContain('| --');
});
