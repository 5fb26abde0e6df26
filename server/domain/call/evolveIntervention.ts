import { unreachable } from '../unreachable.ts';
import type { Active, Ended, Intervention, Outcome } from './call.ts';
import type { CallEvent } from './events.ts';
import { isSilent, JOIN_MODE, replacesRep, type Mode } from './modes.ts';

type InterventionEvent = Extract<CallEvent, { interventionId: string }>;

/**
 * The intervention after an event about it. `asksOutcome`: its supervisor is asked for the outcome
 * once it has ended, if they were heard.
 */
export function evolveIntervention(
  intervention: Intervention,
  event: InterventionEvent,
  { asksOutcome }: { readonly asksOutcome: boolean },
): Intervention {
  if (event.type === 'OutcomeGiven') {
    if (intervention.status !== 'ended') return intervention;
    const { code, note, tag, praised, coaching, at } = event;
    return {
      ...intervention,
      outcome: {
        status: 'given',
        code,
        note,
        ...(tag && { tag }),
        ...(praised && { praised }),
        coaching,
        at,
      },
    };
  }
  if (intervention.status === 'ended') return intervention;
  if (event.type === 'InterventionEnded') return ended(intervention, event, asksOutcome);
  if (event.type === 'SupervisorJoined') {
    if (intervention.status !== 'joining') return intervention;
    return {
      ...intervention,
      status: 'active',
      joinedAt: event.at,
      mode: JOIN_MODE,
      modeSince: event.at,
      modeHistory: [{ mode: JOIN_MODE, at: event.at }],
    };
  }
  return intervention.status === 'active' ? evolveActive(intervention, event) : intervention;
}

type ActiveEvent = Exclude<
  InterventionEvent,
  { type: 'OutcomeGiven' | 'InterventionEnded' | 'SupervisorJoined' }
>;

function evolveActive(intervention: Intervention & Active, event: ActiveEvent): Intervention {
  switch (event.type) {
    case 'ModeRequested':
      return {
        ...intervention,
        pending: event.pending,
        problem: undefined,
        consent: event.pending.consent ?? intervention.consent,
      };
    case 'ModeConfirmed': {
      const asked = intervention.pending?.mode === event.mode ? intervention.pending : undefined;
      const reason = asked?.reason ?? intervention.reason;
      // A step down that failed has ended in the silence that is confirmed now.
      const afterFailure = isSilent(event.mode) ? intervention.problem?.lost : undefined;
      const lost = asked ? asked.lost : afterFailure;
      return {
        ...intervention,
        mode: event.mode,
        modeSince: event.at,
        noticeKinds: noticeKindsIn(intervention, event.mode),
        pending: undefined,
        floorRequestedAt: isSilent(event.mode) ? undefined : intervention.floorRequestedAt,
        problem: asked ? undefined : intervention.problem,
        reason,
        repAfterTakeover: replacesRep(event.mode)
          ? (asked?.repAfterTakeover ?? intervention.repAfterTakeover)
          : undefined,
        whisperSkipped: intervention.whisperSkipped || asked?.whisperSkipped === true,
        modeHistory: [
          ...intervention.modeHistory,
          {
            mode: event.mode,
            at: event.at,
            ...(asked?.reason && { reasonCode: asked.reason.code }),
            ...(asked?.because && { because: asked.because }),
            ...(lost && { lost }),
          },
        ],
      };
    }
    case 'ModeFailed':
      return {
        ...intervention,
        pending: undefined,
        problem: {
          ...event.problem,
          mode: event.mode,
          ...(intervention.pending?.lost && { lost: intervention.pending.lost }),
        },
      };
    case 'FloorRequested':
      return { ...intervention, floorRequestedAt: event.at };
    case 'FloorReleased':
      return { ...intervention, floorRequestedAt: undefined };
    case 'LeaveRequested':
      return { ...intervention, leaving: true, pending: undefined };
    default:
      return unreachable(event);
  }
}

/**
 * The kinds of notice in this mode. A supervisor who is heard has at least the banner, even where
 * the carrier connected a wider audience than was requested.
 */
function noticeKindsIn(
  { noticeKinds, pending }: Intervention & Active,
  mode: Mode,
): Intervention['noticeKinds'] {
  if (isSilent(mode)) return noticeKinds;
  const asked = pending?.mode === mode ? pending.policy?.noticeKinds : undefined;
  return asked ?? (noticeKinds.length > 0 ? noticeKinds : ['banner']);
}

function ended(
  intervention: Intervention,
  event: Extract<CallEvent, { type: 'InterventionEnded' }>,
  asksOutcome: boolean,
): Intervention {
  const facts = {
    interventionId: intervention.interventionId,
    supervisor: intervention.supervisor,
    policyVersion: intervention.policyVersion,
    policyRule: intervention.policyRule,
    noticeKinds: intervention.noticeKinds,
    device: intervention.device,
    consent: intervention.consent,
    isRecorded: intervention.isRecorded,
    requestedAt: intervention.requestedAt,
    modeHistory: intervention.modeHistory,
    whisperSkipped: intervention.whisperSkipped,
  };
  const wasHeard = facts.modeHistory.some((change) => !isSilent(change.mode));
  const outcome: Outcome = { status: wasHeard && asksOutcome ? 'due' : 'not_asked' };
  const end: Ended = {
    status: 'ended',
    leftAt: event.at,
    endReason: event.endReason,
    ...(event.because && { because: event.because }),
    outcome,
  };
  return intervention.status === 'active'
    ? { ...facts, ...end, joinedAt: intervention.joinedAt, reason: intervention.reason }
    : { ...facts, ...end };
}
