import type { CallChanges, DueCalls, Leases } from '../../ports/index.ts';

/**
 * How long an empty answer is reused at most, because the notification of a change can be lost with
 * its connection.
 */
const LONGEST_REST_MS = 10_000;

interface RoundsRead {
  readonly dueCalls: DueCalls;
  readonly leases: Pick<Leases, 'expired'>;
}

export interface QuietRoundsDeps extends RoundsRead {
  readonly changes: Pick<CallChanges, 'subscribe'>;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs?: () => number;
}

/** For how long an empty answer may be reused. */
interface Rest {
  /**
   * The number of changes when the question was asked. After another change, the answer is not
   * reused.
   */
  readonly changes: number;
  readonly untilMs: number;
}

/**
 * Answers the questions of the rounds without a query while the last answer was empty and still
 * holds: no instance has changed a call since, and no call has become due. Otherwise each question
 * is a query.
 */
export function createQuietRounds({
  dueCalls,
  leases,
  changes,
  nowMs = () => performance.now(),
}: QuietRoundsDeps): RoundsRead & { readonly close: () => void } {
  let changed = 0;
  const note = (): void => void (changed += 1);
  const close = changes.subscribe({ onChange: note, onGap: note });
  let noneDue: Rest | undefined;
  let noneSupervised: Rest | undefined;
  const holds = (rest: Rest | undefined): boolean =>
    rest !== undefined && rest.changes === changed && nowMs() < rest.untilMs;

  /** Asks `ask`, unless it is known that no call is supervised. */
  async function supervised<T>(ask: () => Promise<T[]>): Promise<T[]> {
    if (holds(noneSupervised)) return [];
    const rest = { changes: changed, untilMs: nowMs() + LONGEST_REST_MS };
    const found = await ask();
    noneSupervised = found.length === 0 ? rest : undefined;
    return found;
  }

  return {
    dueCalls: {
      ...dueCalls,
      async due(now, limit) {
        if (holds(noneDue)) return [];
        const [askedAt, before] = [nowMs(), changed];
        const found = await dueCalls.due(now, limit);
        if (found.length > 0) return found;
        const next = await dueCalls.nextDueAt();
        const inMs = next === undefined ? Infinity : Date.parse(next) - Date.parse(now);
        noneDue = { changes: before, untilMs: askedAt + Math.min(inMs, LONGEST_REST_MS) };
        return found;
      },
      async reschedule(callId, dueAt, next) {
        await dueCalls.reschedule(callId, dueAt, next);
        note();
      },
      supervisedCalls: () => supervised(() => dueCalls.supervisedCalls()),
      supervisedCallIds: () => supervised(() => dueCalls.supervisedCallIds()),
    },
    // Only running interventions have leases.
    leases: { expired: async (now) => (holds(noneSupervised) ? [] : leases.expired(now)) },
    close: () => void close(),
  };
}
