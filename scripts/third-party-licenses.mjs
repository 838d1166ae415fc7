// What is bundled is given on with its license, as its authors ask.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licenses of all packages that are in a bundle, as a comment to put at its end.
 * @param inBundle paths of all files in it, absolute or relative to the working directory
 */
export function thirdPartyLicenses(inBundle) {
  const folders = new Set(
    inBundle.flatMap((file) => /^.*[/]node_modules[/](?:@[^/]+[/])?[^/]+/.exec(file)?.[0] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} is bundled but has no file with its license.`);
    return `${name} ${version}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}`;
  });
  return `/*!\nThis file contains:\n\n${notices.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}
