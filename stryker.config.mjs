// Mutation testing: changes the core in small ways and looks whether a test notices. `npm run mutation`; the scores
// are in docs/quality.md. Only what changed since the last run is tried again; `-- --force` tries all of it.
import jestConfig from './jest.config.mjs';

export default {
  mutate: ['packages/shared/src/{enrollment,api,webhooks,copy,mapping}/**/*.ts'],
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    // Not the contract tests: they are about the sandbox too, and take seconds each.
    config: {
      ...jestConfig,
      testMatch: ['<rootDir>/packages/shared/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/contract/'],
    },
  },
  coverageAnalysis: 'perTest',
  // On a busy machine, a test that takes its time has not found anything.
  timeoutMS: 30_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  thresholds: { high: 95, low: 90, break: 90 },
  // Not copied for the runs: what the core's tests do not read.
  ignorePatterns: ['/e2e', '/bench', '/simulator', 'dist', '.stage', '*.zip', '*.tgz'],
  // swc drops the types unread.
  disableTypeChecks: false,
};
