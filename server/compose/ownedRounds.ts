import { everyMs, warning, type Repeated } from '../everyMs.ts';
import type { Log, RoundOwnership } from '../ports/index.ts';

/**
 * Repeats a round in the process that owns the rounds. The interval is from the end of one to the
 * start of the next, and so long passes before the first one unless `firstAfterMs` says how long
 * after each beginning of the ownership it begins. The memory of a round starts anew with each
 * ownership. `onFault` is logged if a round fails; the next one comes anyway.
 */
export type RepeatRound = <Memory>(round: {
  readonly everyMs: number;
  readonly firstAfterMs?: number;
  readonly memory: () => Memory;
  readonly act: (memory: Memory) => Promise<void>;
  readonly onFault: string;
}) => Repeated;

/**
 * Rounds with at least this interval begin one after the other. Otherwise they would all run at the
 * same moments, and each would open a connection to the database, which is closed again before the
 * next time.
 */
const SELDOM_MS = 20_000;
const APART_MS = 500;

/** Rounds that only one process at a time runs. */
export const ownedRounds = (ownership: RoundOwnership, log: Log): RepeatRound => {
  let seldomRounds = 0;
  return (round) => {
    let owned: { readonly memory: ReturnType<typeof round.memory> } | undefined;
    const isSeldom = round.everyMs >= SELDOM_MS;
    if (isSeldom) seldomRounds += 1;
    const repeated = everyMs(
      { intervalMs: round.everyMs, laterMs: isSeldom ? seldomRounds * APART_MS : 0 },
      async () => {
        owned = ownership.isOwner() ? (owned ?? { memory: round.memory() }) : undefined;
        if (owned) await round.act(owned.memory);
      },
      warning(log, round.onFault),
    );
    const { firstAfterMs } = round;
    if (firstAfterMs !== undefined) ownership.onOwned(() => repeated.soon(firstAfterMs));
    return repeated;
  };
};
