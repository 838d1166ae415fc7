import { execFile } from 'node:child_process';
import path from 'node:path';

/**
 * Runs one of the project's own tools, such as tsc. Expects the repository's root as working directory.
 * @returns what it printed, whatever its exit status
 */
export function outputOf(tool: string, args: string[], folder: string): Promise<string> {
  return new Promise((resolve) => {
    const program = path.resolve('node_modules/.bin', tool);
    execFile(program, args, { cwd: folder }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}
