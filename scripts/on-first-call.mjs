// A plugin of rolldown's, for what every start of a process would otherwise read and compile for nothing.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const mark = '\0on-first-call:';
const exported = /^export (?!type )(?:async )?(\w+)\*? (\w+)/gm;

/**
 * Keeps modules in files apart, each of which is read when one of its functions is first called.
 * @param files by its name, the modules that such a file is for; they export functions and types, nothing else
 */
export function onFirstCall(files) {
  const fileOf = new Map();
  for (const [name, modules] of Object.entries(files))
    for (const module of modules) fileOf.set(path.resolve(module), name);

  async function functionsOf(module) {
    const found = [...(await readFile(module, 'utf8')).matchAll(exported)];
    return found.map(([, kind, name]) => {
      if (kind === 'function') return name;
      throw new Error(`${module} exports ${name}, which is no function.`);
    });
  }

  return {
    name: 'on-first-call',
    options: ({ input, ...options }) => ({
      ...options,
      input: { ...input, ...Object.fromEntries(Object.keys(files).map((name) => [name, mark + name])) },
    }),
    async resolveId(source, importer, options) {
      if (source.startsWith(mark)) return source;
      if (importer?.startsWith(mark)) return { id: source, external: source.endsWith('.js') };
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && fileOf.has(resolved.id) ? mark + resolved.id : resolved;
    },
    async load(id) {
      if (!id.startsWith(mark)) return null;
      const target = id.slice(mark.length);
      const name = fileOf.get(target);
      if (name === undefined)
        return files[target]
          .map((module) => `export * from ${JSON.stringify(path.resolve(module))};`)
          .join('\n');
      const functions = await functionsOf(target);
      // Each takes its own place at the first call: some are called for every item of a run.
      return functions
        .map((one) => `export let ${one} = (...args) => (${one} = require('./${name}.js').${one})(...args);`)
        .join('\n');
    },
  };
}
