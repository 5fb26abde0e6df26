import { chances } from '../../local/machine/sample/chances.ts';
import { alwaysValidInterval, FIRST_LOOK } from '../../server/domain/statistics/alwaysValid.ts';
import { twoSided } from '../../server/domain/statistics/proportions.ts';

export interface RunOptions {
  readonly runs: number;
  /** In each run somebody looks at the end of each day. */
  readonly days: number;
  readonly shownPerDay: number;
  readonly heldOutPerDay: number;
  /** The share that goes well in both arms: nothing is added. */
  readonly share: number;
  /** The length of the window that moves with the day. */
  readonly windowDays: number;
}

/** How many runs claimed an effect at some look, where there is none. */
export interface FalseClaims {
  /** By the interval of the page, of all calls since the first day. */
  alwaysValid: number;
  /** By a plain 95 % interval of the same calls. */
  plain: number;
  /** By the interval of the page, of the calls in the window alone. */
  inWindow: number;
}

/** Hold-outs that add nothing, without clusters: the intervals and nothing else. */
export function falseClaims(options: RunOptions): FalseClaims {
  const { runs, days, shownPerDay, heldOutPerDay, share, windowDays } = options;
  const chance = chances(20261130);
  const claims: FalseClaims = { alwaysValid: 0, plain: 0, inWindow: 0 };
  const drawn = (n: number): number => {
    let events = 0;
    for (let call = 0; call < n; call += 1) if (chance() < share) events += 1;
    return events;
  };
  for (let run = 0; run < runs; run += 1) {
    const shown = [0];
    const heldOut = [0];
    const claimed = { alwaysValid: false, plain: false, inWindow: false };
    for (let day = 1; day <= days; day += 1) {
      shown.push(shown[day - 1]! + drawn(shownPerDay));
      heldOut.push(heldOut[day - 1]! + drawn(heldOutPerDay));
      const since = (first: number) =>
        difference(
          { events: shown[day]! - shown[first]!, n: (day - first) * shownPerDay },
          { events: heldOut[day]! - heldOut[first]!, n: (day - first) * heldOutPerDay },
        );
      const all = since(0);
      claimed.alwaysValid ||= excludesNone(alwaysValidInterval(all));
      claimed.plain ||= all.n >= FIRST_LOOK && Math.abs(all.value) > Z * all.standardError;
      claimed.inWindow ||= excludesNone(alwaysValidInterval(since(Math.max(0, day - windowDays))));
    }
    for (const kind of ['alwaysValid', 'plain', 'inWindow'] as const)
      if (claimed[kind]) claims[kind] += 1;
  }
  return claims;
}

const Z = twoSided(0.95);

const excludesNone = (interval: ReturnType<typeof alwaysValidInterval>): boolean =>
  interval !== undefined && (interval.low > 0 || interval.high < 0);

function difference(
  one: { readonly events: number; readonly n: number },
  other: { readonly events: number; readonly n: number },
): { readonly value: number; readonly standardError: number; readonly n: number } {
  const [p, q] = [one.events / one.n, other.events / other.n];
  return {
    value: p - q,
    standardError: Math.sqrt((p * (1 - p)) / one.n + (q * (1 - q)) / other.n),
    n: one.n + other.n,
  };
}
