// Puts the repository's address and the author's email in the place of the present ones, in all files that name them:
// `node scripts/set-owner.mjs https://github.com/OWNER/NAME MAIL`. The root's package.json says what they are now.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [repository = '', email = ''] = process.argv.slice(2);
if (!/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(repository) || !/^\S+@\S+\.\S+$/.test(email)) {
  console.error('Say both: node scripts/set-owner.mjs https://github.com/OWNER/NAME MAIL');
  process.exit(2);
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const replacements = [
  [new URL(manifest.repository).pathname.slice(1), new URL(repository).pathname.slice(1)],
  [manifest.author.email, email],
];
const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const changed = replacements.reduce((result, [from, to]) => result.replaceAll(from, to), text);
  if (changed !== text) {
    writeFileSync(file, changed);
    console.log(file);
  }
}
