import type { Twilio } from 'twilio';
import type { ConferenceControl } from '../../ports/index.ts';
import { recordingCallback } from '../recordings/recordings.ts';

interface RecordingControlDeps {
  readonly publicUrl: string;
  readonly create: <T>(request: () => Promise<T>) => Promise<T>;
  readonly send: <T>(request: () => Promise<T>) => Promise<T>;
}

type RecordingControl = Pick<
  ConferenceControl,
  'recordParticipant' | 'recordCall' | 'pauseRecording'
>;

/** Starts and pauses recordings at Twilio. */
export function createRecordingControl(
  client: Twilio,
  { publicUrl, create, send }: RecordingControlDeps,
): RecordingControl {
  /** Does nothing if the connection is already being recorded. */
  async function recordOnce(
    callSid: string,
    track: 'inbound' | 'both',
    about: Parameters<typeof recordingCallback>[1],
  ): Promise<void> {
    const { recordings } = client.calls(callSid);
    const [existing] = await send(() => recordings.list({ limit: 1 }));
    if (existing) return;
    await create(() =>
      recordings.create({
        recordingChannels: 'mono',
        recordingTrack: track,
        ...recordingCallback(publicUrl, about),
      }),
    );
  }

  /** Pauses or resumes the listed recordings that have not ended. Returns how many those are. */
  async function changeRunning(recordings: RecordingList, isPaused: boolean): Promise<number> {
    const change: RecordingChange = isPaused
      ? { status: 'paused', pauseBehavior: 'silence' }
      : { status: 'in-progress' };
    const listed = await send(() => recordings.list({ limit: 20 }));
    const running = listed.filter(({ status }) => status === 'in-progress' || status === 'paused');
    for (const { sid, status } of running)
      if (status !== change.status) await send(() => recordings(sid).update(change));
    return running.length;
  }

  return {
    recordParticipant: ({ callId, interventionId, connectionId }) =>
      recordOnce(connectionId, 'inbound', { callId, interventionId }),
    recordCall: ({ callId, connectionId }) => recordOnce(connectionId, 'both', { callId }),
    async pauseRecording({ conferenceId, customerConnectionId }, isPaused) {
      const ofAll = await changeRunning(client.conferences(conferenceId).recordings, isPaused);
      if (!customerConnectionId) return ofAll > 0;
      const ofCustomer = await changeRunning(
        client.calls(customerConnectionId).recordings,
        isPaused,
      );
      return ofAll + ofCustomer > 0;
    },
  };
}

interface RecordingChange {
  readonly status: 'paused' | 'in-progress';
  readonly pauseBehavior?: 'silence';
}

/** The recordings of a conference or of a connection, as both resources list them. */
interface RecordingList {
  (sid: string): { update(change: RecordingChange): Promise<unknown> };
  list(options: {
    readonly limit: number;
  }): Promise<readonly { readonly sid: string; readonly status: string }[]>;
}
