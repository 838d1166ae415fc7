// What another process uses, as Linux tells it.
import { readFileSync, writeFileSync } from 'node:fs';

/** Milliseconds of processor time that a process has taken so far, on all processors, in steps of 10. */
export function cpuMs(pid: number): number {
  // After the name, which may hold spaces; by man 5 proc, fields 14 and 15 are utime and stime, in hundredths of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The most memory that a process has held since `resetPeak`, in MB. */
export function peakMb(pid: number): number {
  return (Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / 1e6;
}

export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
