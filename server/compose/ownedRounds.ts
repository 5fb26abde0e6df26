import { everyMs, warning, type Repeated } from '../everyMs.ts';
import type { Log, RoundOwnership } from '../ports/index.ts';

/**
 * Repeats a round in the process that owns the rounds. The interval is from the end of one to the
 * start of the next. The memory of a round starts anew with each ownership. `onFault` is logged if
 * a round fails; the next one comes anyway.
 */
export type RepeatRound = <Memory>(round: {
  readonly everyMs: number;
  readonly memory: () => Memory;
  readonly act: (memory: Memory) => Promise<void>;
  readonly onFault: string;
}) => Repeated;

/** Rounds that only one process at a time runs. */
export const ownedRounds =
  (ownership: RoundOwnership, log: Log): RepeatRound =>
  (round) => {
    let owned: { readonly memory: ReturnType<typeof round.memory> } | undefined;
    return everyMs(
      round.everyMs,
      async () => {
        owned = ownership.isOwner() ? (owned ?? { memory: round.memory() }) : undefined;
        if (owned) await round.act(owned.memory);
      },
      warning(log, round.onFault),
    );
  };
