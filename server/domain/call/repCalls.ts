import type { Call, RepOnCall } from './call.ts';
import { isCovert } from './covert.ts';
import { leftToGuestAt } from './guest.ts';
import { isSilent } from './modes.ts';
import { isPractice } from './purpose.ts';

/** The result of a call for its rep. `not_reached`: the customer's phone could not be rung. */
export type CallResult = 'answered' | 'not_answered' | 'not_reached';

/**
 * A rep's own part of a call, once it is over for that rep: the whole call, or what of it was theirs
 * before or after a transfer.
 */
export interface RepCall {
  readonly rep: RepOnCall;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Time on the answered call. */
  readonly talkedMs: number;
  readonly result: CallResult;
  /** A supervisor was heard meanwhile: it is left out of the rep's own numbers (G30). */
  readonly isAssisted: boolean;
}

/**
 * Which ended calls are kept as a rep's activity: `all`, those about an opportunity, or `none`. Set
 * by the org.
 */
export type CallLogging = 'all' | 'opportunity' | 'none';

/** Whether the org wants a call kept that is about this opportunity, or about none. */
export function isKept(logging: CallLogging, opportunityId: string | undefined): boolean {
  return logging === 'all' || (logging === 'opportunity' && opportunityId !== undefined);
}

interface Part {
  readonly rep: RepOnCall;
  readonly from: string;
  readonly until: string;
}

/**
 * The finished calls of reps: one for each rep who had this call, however often. None for a rep who
 * still has it, and none if no customer was rung: a caller that the rep did not answer is a missed
 * call. A practice call is not a rep's call.
 */
export function endedRepCalls(call: Call): RepCall[] {
  if (isPractice(call) || !wasRung(call)) return [];
  const parts = partsOf(call);
  return [...Map.groupBy(parts, ({ rep }) => rep.userId).values()]
    .filter((own) => call.status === 'ended' || !hasCall(call, own[0]!.rep.userId))
    .map((own) => repCallOf(call, own));
}

/** The ended call of this rep, if they had one here. */
export const endedRepCall = (call: Call, userId: string): RepCall | undefined =>
  endedRepCalls(call).find(({ rep }) => rep.userId === userId);

const wasRung = (call: Call): boolean =>
  answeredAtOf(call) !== undefined ||
  (call.direction === 'outbound' &&
    call.participants.some(({ party }) => party.role === 'customer'));

const answeredAtOf = (call: Call): string | undefined =>
  call.status === 'ringing' ? undefined : call.answeredAt;

/** Whether this rep has the call, or can still be given it back. */
const hasCall = ({ rep, pastReps, transfer, guests }: Call, userId: string): boolean =>
  (rep.userId === userId && leftToGuestAt({ guests }) === undefined) ||
  (transfer?.status === 'handing_over' && pastReps?.at(-1)?.rep.userId === userId);

/** The reps who had the call, each with start and end. */
function partsOf(call: Call): Part[] {
  let from = call.startedAt;
  const parts = (call.pastReps ?? []).map(({ rep, until }): Part => {
    const part = { rep, from, until };
    from = until;
    return part;
  });
  const until = leftToGuestAt(call) ?? (call.status === 'ended' ? call.endedAt : undefined);
  return until === undefined ? parts : [...parts, { rep: call.rep, from, until }];
}

function repCallOf(call: Call, parts: readonly Part[]): RepCall {
  const answeredAt = answeredAtOf(call);
  const talkedMs = parts.reduce(
    (sum, { from, until }) =>
      answeredAt
        ? sum + Math.max(0, Date.parse(until) - Math.max(Date.parse(from), Date.parse(answeredAt)))
        : sum,
    0,
  );
  return {
    rep: parts.at(-1)!.rep,
    startedAt: parts[0]!.from,
    endedAt: parts.at(-1)!.until,
    talkedMs,
    result: resultOf(call),
    isAssisted: wasHelped(call, parts),
  };
}

/** Whole seconds of talk, as pages show the duration of a call that is over. */
export const talkedSeconds = ({ talkedMs }: Pick<RepCall, 'talkedMs'>): number =>
  Math.floor(talkedMs / 1000);

function resultOf(call: Call): CallResult {
  if (answeredAtOf(call)) return 'answered';
  return call.status === 'ended' && call.endReason === 'customer_unreachable'
    ? 'not_reached'
    : 'not_answered';
}

const wasHelped = (call: Call, parts: readonly Part[]): boolean =>
  call.interventions.some(
    (intervention) =>
      !isCovert(intervention) &&
      intervention.modeHistory.some(
        ({ mode, at }) =>
          !isSilent(mode) && parts.some(({ from, until }) => from <= at && at <= until),
      ),
  );
