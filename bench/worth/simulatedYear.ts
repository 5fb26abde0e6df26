import { chances } from '../../local/machine/sample/chances.ts';
import { suggestedCall, type Planted } from '../../local/machine/sample/suggestedCalls.ts';
import { assign } from '../../server/domain/holdout/assign.ts';
import type { RepArms } from '../../server/domain/holdout/didItHelp.ts';
import type { Alike } from '../../server/domain/statistics/overlap.ts';

export interface YearOptions {
  readonly seed: number;
  readonly planted: Planted;
  readonly reps: number;
  readonly days: number;
  readonly callsPerDay: number;
  readonly percent: number;
  /** The share of held-out calls that are shown all the same and counted as shown: a broken log. */
  readonly lost?: number;
}

export const A_YEAR = { reps: 200, days: 260, callsPerDay: 100, percent: 20 } as const;

interface Simulated {
  /** As of the end of each day on which somebody looks. */
  readonly looks: readonly (readonly RepArms[])[];
  /** The calls by what is known of them; treated are those that were joined. */
  readonly seen: readonly Alike[];
  /** What joined calls went better than others, in plain percentages. */
  readonly naive: number;
}

interface Tally {
  readonly repUserId: string;
  readonly level: number;
  readonly past: number;
  drawn: number;
  shown: { drawn: number; n: number; events: number };
  heldOut: { drawn: number; n: number; events: number };
}

/** What a look sees that asks about the last days alone, as of a period that moves with the day. */
export function inWindow(looks: Simulated['looks'], days: number): Simulated['looks'] {
  return looks.map((reps, place) => {
    const before = new Map((looks[place - days] ?? []).map((rep) => [rep.repUserId, rep]));
    return reps.flatMap((rep) => {
      const less = before.get(rep.repUserId);
      const since = (arm: 'shown' | 'heldOut'): RepArms['shown'] => ({
        drawn: rep[arm].drawn - (less?.[arm].drawn ?? 0),
        n: rep[arm].n - (less?.[arm].n ?? 0),
        events: rep[arm].events - (less?.[arm].events ?? 0),
      });
      const own = { ...rep, shown: since('shown'), heldOut: since('heldOut') };
      return own.shown.drawn + own.heldOut.drawn > 0 ? own : [];
    });
  });
}

/** A year of suggested calls, drawn by the assignment that the server makes. */
export function simulatedYear(options: YearOptions): Simulated {
  const { seed, planted, reps, days, callsPerDay, percent, lost = 0 } = options;
  const chance = chances(seed);
  const none = () => ({ drawn: 0, n: 0, events: 0 });
  const tallies: Tally[] = Array.from({ length: reps }, (_, place) => {
    const level = (chance() + chance() - 1) * 0.15;
    return {
      repUserId: `rep-${place}`,
      level,
      past: 0.43 + level + (chance() - 0.5) * 0.06,
      drawn: 0,
      shown: none(),
      heldOut: none(),
    };
  });
  const seen = new Map<string, { -readonly [K in keyof Alike]: Alike[K] }>();
  const looks: (readonly RepArms[])[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let call = 0; call < callsPerDay; call += 1) {
      const tally = tallies[Math.floor(chance() * reps)]!;
      const { arm } = assign(
        {
          orgId: 'org',
          callId: `${day}-${call}`,
          repUserId: tally.repUserId,
          topic: 'retention',
          askedBy: 'machine',
        },
        { percent },
        { position: tally.drawn, seed: `seed-${seed}` },
      );
      tally.drawn += 1;
      const isBroken = arm === 'held_out' && lost > 0 && chance() < lost;
      const isShown = arm === 'shown' || isBroken;
      const made = suggestedCall(chance, { level: tally.level, isShown }, planted);
      const own = isShown ? tally.shown : tally.heldOut;
      own.drawn += 1;
      own.n += 1;
      own.events += made.wentWell ? 1 : 0;
      const key = `${tally.repUserId} ${made.isOnDeal} ${made.isJoined}`;
      const cell = seen.get(key) ?? {
        cluster: tally.repUserId,
        isTreated: made.isJoined,
        covariates: [made.isOnDeal ? 1 : 0, tally.past],
        n: 0,
        events: 0,
      };
      cell.n += 1;
      cell.events += made.wentWell ? 1 : 0;
      seen.set(key, cell);
    }
    looks.push(
      tallies
        .filter(({ drawn }) => drawn > 0)
        .map(({ repUserId, past, shown, heldOut }) => ({
          repUserId,
          past,
          shown: { ...shown },
          heldOut: { ...heldOut },
        })),
    );
  }
  const cells = [...seen.values()];
  const rate = (isTreated: boolean): number => {
    const own = cells.filter((cell) => cell.isTreated === isTreated);
    return (
      own.reduce((sum, { events }) => sum + events, 0) / own.reduce((sum, { n }) => sum + n, 0)
    );
  };
  return { looks, seen: cells, naive: rate(true) - rate(false) };
}
