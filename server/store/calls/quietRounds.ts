import type { CallChanges, DueCalls, Leases } from '../../ports/index.ts';

/**
 * So long an answer that there is nothing counts at most, though no call has changed: a
 * notification can be lost with its connection.
 */
const LONGEST_REST_MS = 10_000;

interface RoundsRead {
  readonly dueCalls: DueCalls;
  readonly leases: Pick<Leases, 'expired'>;
}

export interface QuietRoundsDeps extends RoundsRead {
  readonly changes: Pick<CallChanges, 'subscribe'>;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs?: () => number;
}

/** Of what there is nothing, as far as is known. */
interface Rest {
  /** Begins with the question that was answered with nothing. */
  readonly changes: number;
  readonly untilMs: number;
}

/**
 * What rounds ask, without asking the database again while nothing can have come up: no call has
 * changed since it said that there is none, on whichever instance, and none has become due. Where
 * there is something, each question is asked.
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

  /** Asks whether a call is supervised, unless that is known. */
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
    // A lease is one of a running intervention.
    leases: { expired: async (now) => (holds(noneSupervised) ? [] : leases.expired(now)) },
    close: () => void close(),
  };
}
