import { existsSync } from 'node:fs';
import path from 'node:path';

import { findProgram } from './find-program.ts';

/** How a browser is started, as Playwright's `launch` takes it. */
export type BrowserStart = {
  executablePath: string;
  chromiumSandbox: false;
  env: Record<string, string>;
};

/** The Chromium of set-up, else the machine's own or its Chrome; undefined if there is none. */
export function findBrowser(): BrowserStart | undefined {
  const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome');
  if (executablePath === undefined) return undefined;
  const folder = path.dirname(executablePath);
  const fonts = path.join(folder, 'fonts.conf');
  const shipped = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts };
  return {
    executablePath,
    // It asks for rights that containers do not give, and the tests look at pages of this machine only.
    chromiumSandbox: false,
    env: { ...definedEnvironment(), ...(existsSync(fonts) ? shipped : {}) },
  };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
