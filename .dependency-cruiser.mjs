// The walls of the house: who may import whom. `npm run lint` holds every import against them, those of types too.

/** The core from its ground up: a file imports its own layer and those before it. */
const coreLayers = [
  { name: 'ground', path: '(json|lazily|or-else|lead|error|base-url)[.]ts$' },
  { name: 'knows-no-client', path: '(mapping|copy|webhooks)/' },
  { name: 'api', path: 'api/' },
  { name: 'enrollment', path: 'enrollment/' },
  { name: 'actions', path: 'actions/' },
  { name: 'entry', path: '(index|axios|file-memory)[.]ts$' },
].map(({ name, path }) => ({ name, path: `^packages/shared/src/${path}` }));

const core = '^packages/shared/src/';
const coreEntries = '^packages/shared/src/(index|axios|file-memory)[.]ts$';
const sandbox = '^packages/sandbox/src/';
const hosts = '^packages/(n8n-nodes-leadterra|zapier-leadterra)/(src|nodes|credentials)/';
const tests = '^packages/[^/]+/test/';
const ours = '^(packages|e2e|bench|simulator)/';

const walls = [
  {
    name: 'no-circles',
    comment: 'Files that import each other are one file, or three: move what both need below them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unknown-imports',
    comment: 'An import that leads nowhere can be held against no wall.',
    from: {},
    to: { couldNotResolve: true },
  },
  ...coreLayers.map(({ name, path }, index) => ({
    name: `core-${name}-imports-downwards`,
    comment: 'In the core, imports go down only.',
    from: { path },
    to: { path: core, pathNot: coreLayers.slice(0, index + 1).map((layer) => layer.path) },
  })),
  {
    name: 'core-files-have-a-layer',
    comment: 'A new folder of the core needs its place among the layers.',
    from: { path: core, pathNot: coreLayers.map((layer) => layer.path) },
    to: {},
  },
  {
    name: 'core-imports-no-package-of-ours',
    comment: 'The core knows no host, and the sandbox must be able to prove it wrong.',
    from: { path: core },
    to: { path: ours, pathNot: core },
  },
  {
    name: 'core-stays-small',
    comment:
      'The core ships inside both hosts, and n8n allows few imports. axios and files serve plain scripts only.',
    from: { path: core, pathNot: '/(axios|file-memory)[.]ts$' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: ['/zod/', '^(node:)?crypto$'] },
  },
  {
    name: 'sandbox-stands-alone',
    comment: 'It is written from the documentation, so that it can prove the client wrong.',
    from: { path: sandbox },
    to: { path: ours, pathNot: sandbox },
  },
  {
    name: 'hosts-stand-apart',
    comment: 'A host imports the core by its entry, and nothing else of ours.',
    from: { path: hosts },
    to: { path: ours, pathNot: [coreEntries, '^packages/$1/'] },
  },
  {
    name: 'testing-is-for-tests',
    comment: 'What ships needs no stand-in. Only tests, their harnesses and benches import packages/testing.',
    from: { path: ours, pathNot: [tests, '^packages/testing/', '^(e2e|bench|simulator)/'] },
    to: { path: '^packages/testing/' },
  },
  {
    name: 'nothing-needs-a-test',
    comment: 'What a test and anything else share has its place in packages/testing.',
    from: { pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'tests-stay-in-their-package',
    comment: 'What the tests of several packages share has its place in packages/testing.',
    from: { path: '^packages/([^/]+)/test/' },
    to: { path: tests, pathNot: '^packages/$1/' },
  },
  {
    name: 'workshops-stand-apart',
    comment:
      'What e2e, bench and simulator share has its place in packages/testing, which imports none of them.',
    from: { path: '^(e2e|bench|simulator|packages/testing)/' },
    to: { path: '^(e2e|bench|simulator)/', pathNot: '^$1/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: walls.map((wall) => ({ ...wall, severity: 'error' })),
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // A package may have several entries, as hono/html.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
    // Built files are no sources. ESLint and n8n's tool read the node's own settings; the tool is e2e's. A browser finds
    // what the sandbox's assets import.
    exclude: {
      path: [
        '/dist/',
        '/[.]stage/',
        '^packages/n8n-nodes-leadterra/eslint[.]config[.]mjs$',
        '^packages/sandbox/assets/',
      ],
    },
  },
};
