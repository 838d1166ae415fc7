// Holds docs/extending.md against the sources: its table is what this test goes by.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { outputOf } from '@leadterra/testing/output-of';

const document = readFileSync('docs/extending.md', 'utf8');
const kinds = Array.from(
  document.matchAll(/^\| (.+?) +\| `(.+?)\/NAME\.ts`.*?\| `(.+?)`/gm),
  ([, kind = '', folder = '', registry = '']) => ({ kind, folder, registry }),
);

test('every path in docs/extending.md is there', () => {
  const paths = Array.from(
    document.matchAll(/`((?:packages|bench|e2e)\/[^`]*)`/g),
    ([, found = '']) => found,
  );

  expect(paths.filter((one) => !existsSync(one.replace(/NAME.*/, '')))).toEqual([]);
});

test('one of each kind more is one file and one entry, and the sources compile', async () => {
  const copy = await copyOfSources();
  try {
    for (const { folder, registry } of kinds)
      await addOneMore(path.join(copy, folder), path.join(copy, registry));

    expect(kinds).toHaveLength(11);
    expect(await outputOf('tsc', ['--noEmit', '--pretty', 'false'], copy)).toBe('');
  } finally {
    await rm(copy, { recursive: true });
  }
}, 120_000);

/** What ships and what checks it, with the packages that are installed. */
async function copyOfSources(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'leadterra-extending-'));
  const packages = (await readdir('packages')).map((name) => `packages/${name}`);
  for (const folder of [...packages, 'bench']) {
    const left = ['node_modules', 'dist', '.stage', 'test'].map((name) => path.join(folder, name));
    await cp(folder, path.join(copy, folder), { recursive: true, filter: (file) => !left.includes(file) });
  }
  for (const folder of ['.', ...packages]) {
    const installed = path.resolve(folder, 'node_modules');
    if (existsSync(installed)) await symlink(installed, path.join(copy, folder, 'node_modules'));
  }
  for (const file of ['tsconfig.json', 'tsconfig.base.json']) await cp(file, path.join(copy, file));
  return copy;
}

/** Adds a twin of the first member that the registry imports from the folder. */
async function addOneMore(folder: string, registry: string): Promise<void> {
  const list = await readFile(registry, 'utf8');
  const members = Array.from(
    list.matchAll(/^import \{ (\w+) \} from '(\.\/.+?)(?:\.ts)?';$/gm),
    ([, name = '', from = '']) => ({ name, file: path.resolve(path.dirname(registry), `${from}.ts`) }),
  );
  const member = members.find(({ file }) => path.dirname(file) === folder);
  if (!member) throw new Error(`${registry} imports no member from ${folder}.`);

  const stem = path.basename(member.file, '.ts');
  // Not where it is a part of a path or a text.
  const name = new RegExp(`(?<![/'])\\b${member.name}\\b`, 'g');
  const twinOf = (text: string) =>
    text
      .replaceAll(name, `${member.name}Twin`)
      .replaceAll(`/${stem}'`, `/${stem}-twin'`)
      .replaceAll(`/${stem}.ts'`, `/${stem}-twin.ts'`)
      // The name of an event.
      .replaceAll(`'${stem.replaceAll('-', '.')}'`, `'${stem.replaceAll('-', '.')}.twin'`);
  await writeFile(path.join(folder, `${stem}-twin.ts`), twinOf(await readFile(member.file, 'utf8')));

  const lines = list.split('\n').map((line) => {
    if (line.search(name) < 0) return line;
    const hasItsOwnLine = /^(import| )/.test(line);
    return hasItsOwnLine
      ? `${line}\n${twinOf(line)}`
      : line.replace(name, `${member.name}, ${member.name}Twin`);
  });
  await writeFile(registry, lines.join('\n'));
}
