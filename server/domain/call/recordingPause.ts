import { unreachable } from '../unreachable.ts';
import type { Call } from './call.ts';
import type { CallEvent } from './events.ts';

type PauseEvent = Extract<
  CallEvent,
  {
    type:
      | 'RecordingPauseRequested'
      | 'RecordingPaused'
      | 'RecordingResumeRequested'
      | 'RecordingResumed';
  }
>;

/** Whether the carrier is recording the call. */
export const isBeingRecorded = ({ recordings }: Call): boolean =>
  recordings.some(({ of, status }) => of.kind === 'call' && status === 'in_progress');

/** The call after an event of a pause of its recording. */
export function evolveRecordingPause(call: Call, event: PauseEvent): Call {
  const { recordingPause: pause, ...others } = call;
  switch (event.type) {
    case 'RecordingPauseRequested':
      return { ...call, recordingPause: event.pause };
    case 'RecordingPaused':
      return pause?.status === 'requested'
        ? { ...call, recordingPause: { ...pause, status: 'paused' } }
        : call;
    case 'RecordingResumeRequested':
      return pause ? { ...call, recordingPause: { ...pause, status: 'resuming' } } : call;
    case 'RecordingResumed':
      return others;
    default:
      return unreachable(event);
  }
}

/** The events that are due when a pause has run out. */
export const expiredPause = ({ recordingPause: pause, status }: Call, now: string): CallEvent[] =>
  pause && pause.status !== 'resuming' && status !== 'ended' && pause.until <= now
    ? [{ type: 'RecordingResumeRequested', because: 'time_up', at: now }]
    : [];
