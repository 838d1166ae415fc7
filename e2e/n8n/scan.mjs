// Lints a folder as n8n does before it verifies a package, without regard to inline comments that switch rules off:
// with the rules of n8n's scanner, and with the recommended ones of the community-nodes plugin, which is newer.
// usage: node scan.mjs FOLDER source|shipped      prints every error and warning, and exits with 1 if there is one
import path from 'node:path';
import process from 'node:process';

import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { buildScanConfig, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [folder = '.', kind] = process.argv.slice(2);
const patterns = kind === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];
const scanner = await buildScanConfig();
// What is not about rules (the parsers of .ts and .json files) is the same for both.
const parsers = scanner.filter(({ languageOptions }) => languageOptions?.parser);

let problems = 0;
for (const overrideConfig of [scanner, [n8nCommunityNodesPlugin.configs.recommended, ...parsers]]) {
  const eslint = new ESLint({
    cwd: path.resolve(folder),
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig,
  });
  const results = await eslint.lintFiles(patterns);
  const count = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
  problems += count;
  console.log((await eslint.loadFormatter('stylish')).format(results));
  console.log(`${results.length} files, ${count} problems`);
}
process.exitCode = problems > 0 ? 1 : 0;
