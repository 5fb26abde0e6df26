import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A share of a processor that a process gets at most. */
export interface Quota {
  /** Gives the processes their limit back; they must have ended. */
  remove(): Promise<void>;
}

const PERIOD_US = 20_000;

/**
 * Limits a process to a share of one processor through a control group, version 2 or 1 of Linux.
 * Throws where groups may not be made: that takes root.
 */
export function limitCpu(pid: number, cores: number): Quota {
  const quotaUs = Math.round(PERIOD_US * cores);
  return existsSync('/sys/fs/cgroup/cgroup.controllers')
    ? joinGroup(`/sys/fs/cgroup/dealside-bench-${pid}`, pid, {
        'cpu.max': `${quotaUs} ${PERIOD_US}`,
      })
    : joinGroup(`/sys/fs/cgroup/cpu/dealside-bench-${pid}`, pid, {
        'cpu.cfs_period_us': String(PERIOD_US),
        'cpu.cfs_quota_us': String(quotaUs),
      });
}

function joinGroup(group: string, pid: number, limit: Record<string, string>): Quota {
  mkdirSync(group);
  try {
    for (const [file, value] of Object.entries(limit)) writeFileSync(`${group}/${file}`, value);
    writeFileSync(`${group}/cgroup.procs`, String(pid));
  } catch (fault) {
    rmdirSync(group);
    throw fault;
  }
  return {
    async remove() {
      // The kernel needs a moment after the last process has ended.
      for (let tries = 50; ; tries -= 1)
        try {
          return rmdirSync(group);
        } catch (fault) {
          if (tries === 0) throw fault;
          await pause(20);
        }
    },
  };
}
