import { readFileSync, writeFileSync } from 'node:fs';

/** What Linux tells of a process; other systems tell nothing. */

const KIB_IN_MIB = 1024;
/** A clock tick of /proc, which is the same on all of today's machines. */
const TICK = 10;

export interface Memory {
  /** MiB. */
  readonly now: number;
  /** The most since the last `forgetPeak`. */
  readonly peak: number;
}

function told<T>(tell: () => T): T | undefined {
  try {
    return tell();
  } catch {
    return undefined;
  }
}

export const memoryOf = (pid: number | undefined): Memory | undefined =>
  told(() => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / KIB_IN_MIB;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  });

export const forgetPeak = (pid: number | undefined): void =>
  told(() => writeFileSync(`/proc/${pid}/clear_refs`, '5'));

/** Milliseconds of CPU so far. */
export const cpuOf = (pid: number | undefined): number | undefined =>
  told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // behind the name, which may have blanks
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  });
