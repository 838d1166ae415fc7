/** The unit and contract tests of all packages. The end-to-end tests have their own: e2e/jest.config.mjs. */
export default {
  testMatch: ['<rootDir>/packages/*/test/**/*.test.ts', '<rootDir>/simulator/*.test.ts'],
  // Copies: of the project, for mutation testing, and of the Zapier app, as it ships.
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/', '/\\.stage/'],
  collectCoverageFrom: ['packages/*/{src,nodes,credentials,checks}/**/*.ts'],
  coverageProvider: 'v8',
  coverageReporters: ['text', 'html'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^@leadterra/shared$': '<rootDir>/packages/shared/src/index.ts',
    '^@leadterra/shared/axios$': '<rootDir>/packages/shared/src/axios.ts',
    '^@leadterra/shared/file-memory$': '<rootDir>/packages/shared/src/file-memory.ts',
    '^@leadterra/sandbox$': '<rootDir>/packages/sandbox/src/index.ts',
    '^@leadterra/testing/(.*)$': '<rootDir>/packages/testing/src/$1.ts',
  },
};
