import { chances } from './chances.ts';
import type { EndedCall, UnansweredCall } from './endedCalls.ts';

/** The mean wait of a caller on an ordinary day, and the longest. */
const MEAN_SECONDS = 11;
const LONGEST_SECONDS = 75;
/** The number of unanswered callers per answered one on an ordinary day. */
const UNANSWERED_SHARE = 0.09;
/** The share of unanswered callers who hang up before the voicemail begins. */
const ABANDONED_SHARE = 0.45;
const RINGS_SECONDS = 40;
const MESSAGE_SECONDS = 25;

/**
 * How long the callers of a day waited, and which were not answered. On a busy day callers wait
 * longer, fewer are answered, and there are more calls that supervisors can join. Supervision
 * itself has no effect on waiting.
 */
export function createSampleWaiting(seed: number) {
  const chance = chances(seed);
  let days = 0;
  let inbound = 0;
  return (
    day: readonly EndedCall[],
  ): { readonly calls: EndedCall[]; readonly unanswered: UnansweredCall[] } => {
    const callers = day.filter(({ direction }) => direction === 'inbound').length;
    if (callers === 0) return { calls: [...day], unanswered: [] };
    days += 1;
    inbound += callers;
    const busy = (callers * days) / inbound;
    const unanswered: UnansweredCall[] = [];
    const calls = day.map((call) => {
      if (call.direction !== 'inbound') return call;
      if (chance() < UNANSWERED_SHARE * busy ** 2) unanswered.push(unansweredBeside(call));
      const waited = -Math.log(1 - chance()) * MEAN_SECONDS * busy;
      return { ...call, waitSeconds: Math.min(LONGEST_SECONDS, Math.round(waited)) };
    });
    return { calls, unanswered };
  };

  /** Another caller, who calls while the rep is talking. */
  function unansweredBeside(call: EndedCall): UnansweredCall {
    const { callId, orgId, repUserId, repName, repTimeZone, repManagerIds, repQueueIds } = call;
    const [answeredAt, endedAt] = [Date.parse(call.answeredAt), Date.parse(call.endedAt)];
    const startedAt = answeredAt + Math.floor((endedAt - answeredAt) * chance());
    const isAbandoned = chance() < ABANDONED_SHARE;
    const seconds = isAbandoned
      ? 5 + Math.floor((RINGS_SECONDS - 5) * chance())
      : RINGS_SECONDS + Math.floor(MESSAGE_SECONDS * chance());
    return {
      callId: `${callId}-unanswered`,
      orgId,
      repUserId,
      repName,
      repTimeZone,
      ...(repManagerIds && { repManagerIds }),
      ...(repQueueIds && { repQueueIds }),
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(startedAt + 1_000 * seconds).toISOString(),
      endReason: isAbandoned ? 'abandoned' : 'voicemail',
    };
  }
}
