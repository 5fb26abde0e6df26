import type { Call } from '../../domain/call/call.ts';
import { openRepLoss } from '../../domain/call/repLoss.ts';
import { dueAt } from '../../domain/carrier/dueAt.ts';
import { readyTimes } from '../../domain/carrier/ringOn.ts';
import type { DueCall, DueCalls } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { eachAtOnce } from './eachAtOnce.ts';

export interface ReconcileDueCallsDeps extends CallDeps {
  readonly dueCalls: Pick<DueCalls, 'due' | 'reschedule'>;
  /** Plans who is rung on a call whose rep was lost. */
  readonly planRepLoss: (call: Call) => Promise<void>;
  /** Rings reps for whom a caller waits and who are ready by now. */
  readonly ringReadyReps: (call: Call) => Promise<void>;
}

/** When the carrier was last asked about each due call, in ISO 8601. */
export type LookedAt = Map<string, string>;

/** How many are loaded at once; a round continues until none are due. */
const BATCH = 100;
/** Longer than the pause between two looks at a call. */
const FORGET_MS = 60_000;

/**
 * One round over the calls that are due: for what waits for a callback that did not come, the
 * carrier is asked.
 */
export async function reconcileDueCalls(
  deps: ReconcileDueCallsDeps,
  lookedAt: LookedAt,
): Promise<void> {
  const began = deps.clock.now();
  for (const [callId, at] of lookedAt)
    if (Date.parse(began) - Date.parse(at) > FORGET_MS) lookedAt.delete(callId);
  const done = new Set<string>();
  for (;;) {
    const found = await deps.dueCalls.due(began, BATCH);
    // One that is due again at once, because it changed meanwhile, is left to the next round.
    const due = found.filter(({ call }) => !done.has(call.callId));
    if (due.length === 0) return;
    for (const { call } of due) done.add(call.callId);
    const callIdOf = ({ call }: DueCall): string => call.callId;
    // Beside each other: a carrier that delays one org's ringing delays no other call.
    await Promise.all([
      eachAtOnce(deps, oldestFirst(due.filter(({ call }) => isReadyDue(call, began))), {
        callIdOf,
        // Of two callers who wait for the same rep, the one who came first rings.
        queueOf: ({ call }) => call.orgId,
        act: ({ call }) => deps.ringReadyReps(call),
      }),
      eachAtOnce(deps, due, { callIdOf, act: (one) => reconcileDue(deps, lookedAt, one) }),
    ]);
  }
}

/**
 * The next look is written before this one: when the process dies, another one looks again. A call
 * that is not really due is only given its true time.
 */
async function reconcileDue(
  deps: ReconcileDueCallsDeps,
  lookedAt: LookedAt,
  { call, dueAt: stored }: DueCall,
): Promise<void> {
  const { callId } = call;
  const now = deps.clock.now();
  const next = dueAt(call, lookedAt.get(callId));
  if (next === undefined || next > now) return deps.dueCalls.reschedule(callId, stored, next);
  lookedAt.set(callId, now);
  await deps.dueCalls.reschedule(callId, stored, dueAt(call, now));
  if (openRepLoss(call)?.isPlanned === false) await deps.planRepLoss(call);
  await reconcileCall(deps, callId);
}

/** Whether somebody may be ready whom the caller waits for. */
const isReadyDue = (call: Call, now: string): boolean =>
  readyTimes(call).some((time) => time <= now);

const oldestFirst = (due: readonly DueCall[]): DueCall[] =>
  due.toSorted((a, b) => a.call.startedAt.localeCompare(b.call.startedAt));
