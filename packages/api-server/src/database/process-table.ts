/** What the system says of processes. The details that need /proc are known on Linux only; elsewhere they are absent. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Start time of a process since boot, in clock ticks: with the pid it names one process for good. */
export interface ProcessIdentity {
  pid: number;
  start: string | undefined;
}

/** State letter and start time from /proc/PID/stat; the command name before them may hold spaces and parentheses. */
function readStat(pid: number): { state: string; start: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

export const identify = (pid: number): ProcessIdentity => ({ pid, start: readStat(pid)?.start });

/** Is there an entry for this pid, be it a dead process that its parent has not collected? PostgreSQL's lock asks this. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Does it still run? A zombie does not. */
export const isRunning = (pid: number): boolean => exists(pid) && !['Z', 'X'].includes(readStat(pid)?.state ?? '');

export function isSameProcess({ pid, start }: ProcessIdentity): boolean {
  return isRunning(pid) && (start === undefined || readStat(pid)?.start === start);
}

/**
 * Processes whose current folder is `folder` (a real path), which is where every PostgreSQL process stands.
 * Undefined where the system cannot tell.
 */
export function processesIn(folder: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === folder;
      } catch {
        return false; // Gone, a zombie, or another user's, who could not have opened our folder.
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid && isRunning(pid));
}
