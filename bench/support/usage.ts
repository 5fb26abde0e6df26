import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Of a process, from /proc: Linux only. */
interface Usage {
  readonly parent: number;
  /** Of the process and of its children that have ended. */
  readonly cpuMs: number;
}

const TICK_MS = 10;

function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces: proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { parent: Number(fields[1]), cpuMs: ticks * TICK_MS };
  } catch {
    return undefined;
  }
}

/** These processes and all that descend from them. */
export function withDescendants(roots: readonly number[]): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name): [number, number] => [Number(name), usageOf(Number(name))?.parent ?? 0]),
  );
  const found = new Set(roots.filter((pid) => parents.has(pid)));
  for (let grew = true; grew;) {
    grew = false;
    for (const [pid, parent] of parents)
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid);
        grew = true;
      }
  }
  return [...found];
}

const eachCpuMs = (pids: readonly number[]): Map<number, number> =>
  new Map(pids.map((pid) => [pid, usageOf(pid)?.cpuMs ?? 0]));

/** The processor time that these processes have used since they began. */
export const cpuMsOf = (pids: readonly number[]): number =>
  [...eachCpuMs(pids).values()].reduce((sum, cpuMs) => sum + cpuMs, 0);

/** How many cores each of these processes keeps busy for so long, with or without descendants. */
export async function coresUsed(
  roots: readonly number[],
  forMs: number,
  withChildren = true,
): Promise<number[]> {
  const family = (root: number): number[] => (withChildren ? withDescendants([root]) : [root]);
  const before = roots.map((root) => eachCpuMs(family(root)));
  const startedAt = performance.now();
  await pause(forMs);
  const tookMs = performance.now() - startedAt;
  return roots.map((root, i) => {
    const after = eachCpuMs(family(root));
    let usedMs = 0;
    for (const [pid, cpuMs] of after) usedMs += cpuMs - (before[i]!.get(pid) ?? 0);
    return Math.max(0, usedMs) / tookMs;
  });
}

/** Proportional set size: shared pages are divided among those who share them. In bytes. */
export function pssOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(kilobytes?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** What the process was started with. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
