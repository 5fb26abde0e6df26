/** A run that says now and then how far it is, on whichever instance. */
interface Run {
  readonly status: string;
  readonly updatedAt: string;
  readonly problem?: string;
}

/** Longer than a run stays without a word of its progress. */
const LOST_AFTER_MS = 60_000;

/** The run as it is shown: one that has died with its instance has failed. */
export function presentRun<R extends Run>(
  run: R,
  now: string,
): R | (Omit<R, 'status' | 'problem'> & { readonly status: 'failed'; readonly problem: string }) {
  const isLost =
    run.status === 'running' && Date.parse(now) - Date.parse(run.updatedAt) > LOST_AFTER_MS;
  return isLost
    ? {
        ...run,
        status: 'failed',
        problem: 'The server was stopped before the end. Start it again.',
      }
    : run;
}
