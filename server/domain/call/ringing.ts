import type { Call, RepOnCall, RingStep } from './call.ts';
import { withRep } from './transfer.ts';
import { unreachable } from '../unreachable.ts';

export type RingEvent =
  | { readonly type: 'RingStepBegan'; readonly step: number; readonly at: string }
  /** Somebody other than the rep whose call it was has answered it. */
  | { readonly type: 'CallTaken'; readonly userId: string; readonly at: string };

/** The step whose reps are rung now. */
export const currentRingStep = ({ ringing, status }: Call): RingStep | undefined =>
  status === 'ringing' && ringing?.step !== undefined ? ringing.steps[ringing.step] : undefined;

/** The rep of the current step with this id. */
export const rungRep = (call: Call, userId: string): RepOnCall | undefined =>
  currentRingStep(call)?.reps.find((rep) => rep.userId === userId);

/** Whether an inbound call has ended without anybody having taken it. */
export const isMissed = (call: Call): boolean =>
  call.ringing !== undefined && call.status === 'ended' && call.answeredAt === undefined;

/** The call after an event of its ringing. */
export function evolveRinging(call: Call, event: RingEvent): Call {
  if (!call.ringing) return call;
  switch (event.type) {
    case 'RingStepBegan':
      return { ...call, ringing: { ...call.ringing, step: event.step, stepSince: event.at } };
    case 'CallTaken': {
      const rep = rungRep(call, event.userId);
      if (!rep) return call;
      const taken = withRep(call, rep);
      // Whose call it was sees who has it now.
      return rep.userId === call.rep.userId
        ? taken
        : { ...taken, pastReps: [...(call.pastReps ?? []), { rep: call.rep, until: event.at }] };
    }
    default:
      return unreachable(event);
  }
}
