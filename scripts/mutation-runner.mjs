// Runs the core's unit tests for Stryker, all in one process. Stryker's own runner for Jest starts Jest anew for each
// change, with all modules: hours for what takes minutes here. Knows what those tests use of Jest: describe, test,
// their `each`, beforeEach, afterEach and expect.
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import vm from 'node:vm';

import { build } from 'esbuild';
import { expect } from 'expect';
import { bind } from 'jest-each';

// Many times what any of them takes, also on a busy machine.
const testTimeoutMs = 60_000;

// The changed code asks here which change is on, and notes here which test comes by it.
const switchboard = (globalThis.__stryker__ ??= {});

// What a test has left behind fails on its own, as in Jest.
process.on('unhandledRejection', () => {});

// `@leadterra/shared/axios` is packages/shared/src/axios.ts.
const ourSources = {
  name: 'our sources',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@leadterra\// }, ({ path: name }) => {
      const [, ours, file = 'index'] = name.split('/');
      return { path: path.resolve('packages', ours, 'src', `${file}.ts`) };
    });
  },
};

// What the tests find around them.
const globalNames = [
  'test',
  'describe',
  'beforeEach',
  'afterEach',
  'expect',
  'inFile',
  'require',
  '__dirname',
];

class MutationRunner {
  static inject = ['options'];
  #folders;
  #evaluate;
  /** Every test, by its file and its place there. */
  #tests = [];
  /** Tests that noticed a change, and when: they are likely to notice the next one, too. */
  #noticed = new Map();

  constructor({ mutate }) {
    this.#folders = ['api', 'copy', 'enrollment', 'mapping', 'webhooks'].filter((folder) =>
      mutate.some((pattern) => pattern.includes(folder)),
    );
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = globSync(
      this.#folders.map((folder) => `packages/shared/test/${folder}/*.test.ts`),
      {
        exclude: [
          // They draw at random, so what they notice today they may miss tomorrow.
          '**/invariants.test.ts',
          // They take their time.
          '**/*large.test.ts',
        ],
      },
    );
    const { outputFiles } = await build({
      stdin: {
        contents: files.map((file) => `inFile('${file}', () => require('./${file}'));`).join('\n'),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      platform: 'node',
      plugins: [ourSources],
    });
    // Compiled once, as that takes longer than to evaluate it.
    this.#evaluate = vm.compileFunction(outputFiles[0].text, globalNames);
    for (const { fileName, read } of this.#load()) {
      for (const place of read().keys()) this.#tests.push({ fileName, place });
    }
  }

  /** To Stryker, a file is one test: what its first test makes the core work out, the second finds, and does not come by. */
  async dryRun() {
    const results = [];
    for (const file of this.#load().keys()) {
      const { fileName, read } = this.#load()[file];
      switchboard.currentTestId = fileName;
      const start = performance.now();
      const failures = [];
      for (const test of read()) failures.push((await run(test)).failureMessage);
      const failureMessage = failures.find((message) => message !== undefined);
      const status = failureMessage === undefined ? passed : failed;
      results.push({ ...asTest(fileName), timeSpentMs: performance.now() - start, status, failureMessage });
    }
    switchboard.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: switchboard.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(switchboard, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    try {
      return await this.#look(this.#testsFor(activeMutant, testFilter));
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    } finally {
      switchboard.activeMutant = undefined;
    }
  }

  /** The tests of the files that come by a change, of its own folder alone: a folder's tests are to answer for it. */
  #testsFor({ fileName }, testFilter) {
    const noticedAt = (test) => this.#noticed.get(test) ?? 0;
    return this.#tests
      .filter((test) => fileName.includes(`/src/${folderOf(test)}/`))
      .filter((test) => testFilter?.includes(test.fileName) ?? true)
      .sort((one, other) => noticedAt(other) - noticedAt(one));
  }

  /** Runs tests until one fails. */
  async #look(tests) {
    let nrOfTests = 0;
    const files = new Map(this.#load().map(({ fileName, read }) => [fileName, read]));
    for (const test of tests) {
      nrOfTests += 1;
      const { failureMessage } = await run(files.get(test.fileName)()[test.place]);
      if (switchboard.hitCount > switchboard.hitLimit) return { status: 'timeout' };
      if (failureMessage !== undefined) {
        this.#noticed.set(test, performance.now());
        return { status: 'killed', killedBy: [test.fileName], failureMessage, nrOfTests };
      }
    }
    return { status: 'survived', nrOfTests };
  }

  /**
   * The core and its tests anew: what is changed may be a constant, or what the core has remembered. A file with tests is
   * read when the first of them is needed, for that takes longer than most tests.
   */
  #load() {
    const files = [];
    let tests = [];
    let scope = { names: [], before: [], after: [] };
    const test = (name, body) => {
      const { names, before, after } = scope;
      const whole = async () => {
        for (const hook of before) await hook();
        try {
          await body();
        } finally {
          for (const hook of after) await hook();
        }
      };
      tests.push({ name: [...names, name].join(' '), body: whole });
    };
    const describe = (name, body) => {
      const outer = scope;
      scope = { names: [...outer.names, name], before: [...outer.before], after: [...outer.after] };
      body();
      scope = outer;
    };
    const beforeEach = (hook) => scope.before.push(hook);
    const afterEach = (hook) => scope.after.push(hook);
    test.each = bind(test);
    describe.each = bind(describe, false);
    const inFile = (file, body) => {
      let known;
      const fileName = path.resolve(file);
      const read = () => {
        if (known) return known;
        tests = [];
        scope = { names: [], before: [], after: [] };
        body();
        known = tests;
        return known;
      };
      files.push({ fileName, read });
    };
    const require = createRequire(path.resolve('packages/shared/package.json'));
    const globals = {
      test,
      describe,
      beforeEach,
      afterEach,
      expect,
      inFile,
      require,
      __dirname: path.resolve('packages/shared/test/mapping'),
    };
    this.#evaluate(...globalNames.map((name) => globals[name]));
    return files;
  }
}

const folderOf = ({ fileName }) => path.basename(path.dirname(fileName));

// As Stryker numbers them.
const passed = 0;
const failed = 1;

const asTest = (fileName) => ({ id: fileName, name: path.basename(fileName), fileName });

async function run({ name, body }) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It takes longer than ${testTimeoutMs} ms.`)), testTimeoutMs);
  });
  try {
    await Promise.race([body(), late]);
    return {};
  } catch (error) {
    return { failureMessage: `${name}: ${String(error)}` };
  } finally {
    clearTimeout(timer);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'unit-tests', injectableClass: MutationRunner }];
