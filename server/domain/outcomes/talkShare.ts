import { MODES, type Mode } from '../call/modes.ts';
import { meanOf } from '../statistics/means.ts';
import type { Interval } from '../statistics/proportions.ts';
import type { ResultTotals } from './totals.ts';

/** The mean of the rep's shares of the talk, of calls with words. Undefined values: none had any. */
export interface TalkShare {
  /** The highest mode of the calls; undefined: nobody joined. */
  readonly mode?: Mode;
  readonly n: number;
  readonly share?: number;
  readonly interval?: Interval;
}

const TEN_THOUSANDTHS = 10_000;

/** Calls that nobody joined first, then each mode. */
export const talkShareOf = (results: readonly ResultTotals[]): TalkShare[] =>
  [undefined, ...MODES].map((mode) => {
    const those = results.filter((one) => one.mode === mode);
    const sum = (of: (one: ResultTotals) => number): number =>
      those.reduce((all, one) => all + of(one), 0);
    const n = sum(({ talked }) => talked);
    const found = meanOf({
      n,
      sum: sum(({ repTalk }) => repTalk) / TEN_THOUSANDTHS,
      squares: sum(({ repTalkSquares }) => repTalkSquares) / TEN_THOUSANDTHS ** 2,
    });
    return {
      ...(mode && { mode }),
      n,
      ...(found && { share: found.mean }),
      ...(found?.interval && { interval: bounded(found.interval) }),
    };
  });

const bounded = ({ low, high }: Interval): Interval => ({
  low: Math.max(0, low),
  high: Math.min(1, high),
});
