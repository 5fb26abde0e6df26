import { hasTakenOver, RECORDING_PAUSE_MS, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { isBeingRecorded } from '../call/recordingPause.ts';
import { refusal, type Refusal } from '../call/refusals.ts';

/**
 * Pauses the recording of a live call for a stated time; asked again, the time begins anew. The rep
 * may, and a supervisor who has taken over.
 */
export function decideRecordingPause(call: Call, person: Person, now: string): Decision {
  const why = whyNot(call, person);
  if (why) return refuse(why);
  if (!isBeingRecorded(call)) return refuse(refusal('not_recorded'));
  const isPaused = call.recordingPause?.status === 'paused';
  return happens({
    type: 'RecordingPauseRequested',
    pause: {
      status: isPaused ? 'paused' : 'requested',
      by: { userId: person.userId, name: person.name },
      requestedAt: now,
      until: new Date(Date.parse(now) + RECORDING_PAUSE_MS).toISOString(),
    },
    at: now,
  });
}

/** Lets the recording go on before its time. */
export function decideRecordingResume(call: Call, person: Person, now: string): Decision {
  const why = whyNot(call, person);
  if (why) return refuse(why);
  const { recordingPause: pause } = call;
  return pause && pause.status !== 'resuming'
    ? happens({ type: 'RecordingResumeRequested', because: 'asked', at: now })
    : happens();
}

function whyNot(call: Call, { userId }: Person): Refusal | undefined {
  const talks =
    call.rep.userId === userId ||
    call.interventions.some((one) => one.supervisor.userId === userId && hasTakenOver(one));
  if (!talks) return refusal('not_your_call');
  return call.status === 'live' ? undefined : refusal('call_not_live');
}
