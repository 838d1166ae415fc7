// Lets a group of processes run for a part of the time only: `throttle-process.mjs GROUP PART`, by stopping and
// continuing it in turn. It ends with the group; where whoever started it ends first, it ends the group.
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Short beside all that n8n waits for, long beside what a signal costs. */
const periodMs = 100;

const [group, part] = process.argv.slice(2).map(Number);

/** False once there is no such group any more. */
function signal(name) {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

let abandoned = false;
process.once('disconnect', () => (abandoned = true));
// Ctrl-C reaches it too; what it has stopped would stay so for ever.
process.on('SIGINT', () => {});

while (signal('SIGSTOP')) {
  await pause(periodMs * (1 - part));
  if (abandoned) signal('SIGTERM');
  signal('SIGCONT');
  await pause(periodMs * part);
}
process.exit();
