// Mutation testing: changes the core in small ways and looks whether a test notices. `npm run mutation`; the scores
// are in docs/quality.md.

export default {
  mutate: [
    'packages/shared/src/{enrollment,api,webhooks,copy,mapping}/**/*.ts',
    // Two generated lists, which a test compares letter by letter: their file must stay as it is.
    '!packages/shared/src/mapping/email-domains.ts',
  ],
  plugins: ['./scripts/mutation-runner.mjs'],
  testRunner: 'unit-tests',
  coverageAnalysis: 'perTest',
  // On a busy machine, a test that takes its time has not found anything.
  timeoutMS: 5000,
  dryRunTimeoutMinutes: 15,
  reporters: ['progress', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  thresholds: { high: 95, low: 90, break: 90 },
  // Not copied for the runs: what the core's tests do not read.
  ignorePatterns: ['/e2e', '/bench', '/simulator', 'dist', '.stage', '*.zip', '*.tgz'],
  // esbuild drops the types unread.
  disableTypeChecks: false,
};
