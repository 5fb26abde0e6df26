import { canBeSaved, DISPOSITION_FAMILIES, type DispositionFamily } from '../call/dispositions.ts';
import { MODES, type Mode } from '../call/modes.ts';
import { shareOf, type Share } from './share.ts';
import type { IssueTotals } from './totals.ts';

/** Calls about the same, by their highest mode, those that nobody joined first. */
export interface IssueGroup {
  /** None: the rep has not said what the call was about. */
  readonly issue?: DispositionFamily;
  readonly groups: readonly {
    readonly mode?: Mode;
    readonly calls: number;
    /** Only of concerns of which customers can be kept. */
    readonly saved?: Share;
  }[];
}

/** What can be saved first, then by how many calls it has; what was not said last. */
export function savedByIssue(totals: readonly IssueTotals[]): IssueGroup[] {
  const callsOf = (those: readonly IssueTotals[]): number =>
    those.reduce((sum, { calls }) => sum + calls, 0);
  const order = ({ issue }: { readonly issue?: DispositionFamily }): number =>
    issue === undefined ? 2 : canBeSaved(issue) ? 0 : 1;
  return [...DISPOSITION_FAMILIES, undefined]
    .map((issue) => ({
      ...(issue && { issue }),
      those: totals.filter((one) => one.issue === issue),
    }))
    .filter(({ those }) => callsOf(those) > 0)
    .sort((a, b) => order(a) - order(b) || callsOf(b.those) - callsOf(a.those))
    .map(({ issue, those }) => ({
      ...(issue && { issue }),
      groups: [undefined, ...MODES].flatMap((mode) => {
        const own = those.filter((one) => one.mode === mode);
        const calls = callsOf(own);
        if (calls === 0) return [];
        const saved = own.reduce((sum, one) => sum + one.saved, 0);
        return {
          ...(mode && { mode }),
          calls,
          ...(issue && canBeSaved(issue) && { saved: shareOf(saved, calls) }),
        };
      }),
    }));
}
