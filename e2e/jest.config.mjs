import path from 'node:path';

/** The end-to-end tests: what ships (the packed n8n node, the zipped Zapier app) on real n8n and the real Zapier runtime. */
export default {
  rootDir: path.resolve(import.meta.dirname, '..'),
  testMatch: ['<rootDir>/e2e/**/*.test.ts'],
  // Node's own resolution from here would find n8n's jest packages first.
  testPathIgnorePatterns: ['/node_modules/'],
  haste: { forceNodeFilesystemAPI: true },
  modulePathIgnorePatterns: ['<rootDir>/e2e/node_modules', '<rootDir>/.stryker-tmp/', '/dist/', '/\\.stage/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // A cold n8n takes some ten seconds to start.
  testTimeout: 120_000,
  maxWorkers: 1,
};
