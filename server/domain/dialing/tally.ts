/** How often a rep was refused for the same reason, from the first time on. Times are ISO 8601. */
export interface RefusalTally {
  readonly since: string;
  readonly lastAt: string;
  readonly times: number;
}

/** So long refusals for the same reason are counted together, in milliseconds. */
export const TALLY_MS = 3_600_000;

/** The tally after a refusal, and the one that it ends. Pure. */
export function countRefusal(
  before: RefusalTally | undefined,
  at: string,
): { readonly tally: RefusalTally; readonly isFirst: boolean; readonly ended?: RefusalTally } {
  if (before && !isOver(before, at))
    return { tally: { ...before, lastAt: at, times: before.times + 1 }, isFirst: false };
  return {
    tally: { since: at, lastAt: at, times: 1 },
    isFirst: true,
    ...(before && before.times > 1 && { ended: before }),
  };
}

const isOver = ({ since }: RefusalTally, at: string): boolean =>
  Date.parse(at) - Date.parse(since) >= TALLY_MS;
