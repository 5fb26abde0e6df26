import assert from 'node:assert/strict';
import type { Twilio } from 'twilio';
import type { AudioCheckStream, AudioCheckStreams } from '../../../../server/ports/index.ts';
import { createAudioCheckRooms } from '../../../../server/telephony/audioCheck/audioCheckRooms.ts';

interface Asked {
  readonly label: string;
  readonly jitterBufferSize?: string;
  readonly muted: boolean;
  readonly startConferenceOnEnter: boolean;
}

describe('the room of an audio check', () => {
  it('has connections as real calls have: the customer’s with the carrier’s own jitter buffer, and a supervisor who joins silent once the two are there', async () => {
    const asked: Asked[] = [];
    const open: AudioCheckStream[] = [];
    const streams: AudioCheckStreams = {
      clock: async () => ({ nowMs: () => performance.now(), unsureMs: 0 }),
      expect: async ({ key, role }) =>
        void open.push({
          key,
          role,
          status: 'open',
          unsureMs: 0,
          measuredUntilMs: Number.POSITIVE_INFINITY,
          levels: [],
          markers: [],
        }),
      claim: async () => undefined,
      measured: async () => true,
      ofRun: async () => open,
      remove: async () => undefined,
    };
    const client = {
      conferences: () => ({
        participants: {
          create: async (request: Asked) => {
            asked.push(request);
            return { callSid: `CA${asked.length}`, conferenceSid: 'CF1' };
          },
        },
        update: async () => undefined,
      }),
    } as unknown as Twilio;
    const rooms = createAudioCheckRooms(client, streams, {
      twimlAppSid: 'AP1',
      callerId: '+14155550100',
      settleMs: 0,
      listenMs: 0,
      stopped: new AbortController().signal,
    });
    const room = await rooms.open('run');
    assert.deepEqual(
      asked.map(({ label }) => label),
      ['audio-check-customer', 'audio-check-rep'],
    );
    await room.listen();
    assert.deepEqual(await room.admitSupervisor(), {
      customer: 'CA1',
      rep: 'CA2',
      supervisor: 'CA3',
    });
    assert.deepEqual(
      asked.map(({ jitterBufferSize, muted, startConferenceOnEnter }) => [
        jitterBufferSize,
        muted,
        startConferenceOnEnter,
      ]),
      [
        [undefined, false, true],
        ['small', false, true],
        ['small', true, false],
      ],
    );
    await room.close();
  });
});
