// Runs the steps of set-up. A step is one line on the terminal, with what it is doing and for how long; all that it
// printed is shown only when it fails.
import { spawn } from 'node:child_process';
import process from 'node:process';

const secondsBetweenLines = 20;

/** Faults of a machine rather than of a step, and what to do about each. */
const faults = [
  [
    /ENOSPC|no space left on device/i,
    'The disk is full. Free some space and run the command again: it goes on where it was.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    'The network was lost. Run the command again when it is back: it goes on where it was.',
  ],
  [/EACCES|EPERM|permission denied/i, 'A file may not be written. Does all of this folder belong to you?'],
];

/** Shows what a step is doing: on a terminal in one line that changes, elsewhere in a line now and then. */
function showProgress(label) {
  const began = Date.now();
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
  let doing = '';
  const { isTTY, columns = 80 } = process.stderr;
  const show = () => {
    const line = `… ${label} (${elapsed()})${doing && `: ${doing}`}`;
    process.stderr.write(isTTY ? `\r\u001b[2K${line.slice(0, columns - 1)}` : `${line}\n`);
  };
  show();
  const timer = setInterval(show, isTTY ? 250 : secondsBetweenLines * 1000);
  return {
    hear: (text) => {
      doing =
        text
          .trim()
          .split(/[\r\n]+/)
          .at(-1) ?? doing;
    },
    end: (isDone) => {
      clearInterval(timer);
      process.stderr.write(`${isTTY ? '\r\u001b[2K' : ''}${isDone ? '✓' : '✗'} ${label} (${elapsed()})\n`);
    },
  };
}

/** Starts a command; `stdio` is spawn's. */
export function start([command, ...args], options) {
  return spawn(command, args, options);
}

/** How a started command ended; it never rejects. */
export function ended(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, note: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, note: signal ?? '' }));
  });
}

/** Runs a step. Ends this process with the step's status when it fails, unless it is optional. */
export async function runStep({ label, run, finish, isOptional }, options) {
  const progress = showProgress(label);
  const child = start(run, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output.push(text);
      progress.hear(text);
    });
  const { code, note } = await ended(child);
  progress.end(code === 0);
  if (code === 0) finish?.();
  if (code === 0 || isOptional) return;
  const printed = output.join('');
  process.stderr.write(`${printed}\n«${run.join(' ')}» failed (${note || `exit status ${code}`}).\n`);
  const advice = faults.find(([sign]) => sign.test(printed))?.[1];
  if (advice !== undefined) process.stderr.write(`${advice}\n`);
  process.exit(code);
}
