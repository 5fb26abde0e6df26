import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Twilio } from 'twilio';
import {
  passLimitMs,
  type AudioCheckPace,
} from '../../../../server/domain/audioCheck/timeLimits.ts';
import {
  CarrierProblem,
  type AudioCheckStream,
  type AudioCheckStreams,
} from '../../../../server/ports/index.ts';
import { createAudioCheckRooms } from '../../../../server/telephony/audioCheck/audioCheckRooms.ts';

interface Asked {
  readonly label: string;
  readonly jitterBufferSize?: string;
  readonly muted: boolean;
  readonly startConferenceOnEnter: boolean;
  readonly timeLimit: number;
}

function roomsWith(pace: AudioCheckPace) {
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
    ...pace,
    stopped: new AbortController().signal,
  });
  return { rooms, asked };
}

describe('the room of an audio check', () => {
  it('has connections as real calls have: the customer’s with the carrier’s own jitter buffer, and a supervisor who joins silent once the two are there', async () => {
    const { rooms, asked } = roomsWith({ settleMs: 0, listenMs: 0, carrierTimeoutMs: 0 });
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

  it('has connections that last as long as the settings let a pass take, at most', async () => {
    const pace = { settleMs: 5_000, listenMs: 5_000, carrierTimeoutMs: 60_000 };
    const { rooms, asked } = roomsWith(pace);
    await (await rooms.open('run')).close();
    for (const { timeLimit } of asked) assert.ok(timeLimit * 1_000 >= passLimitMs(pace));
  });

  it('does not judge what was heard after its connections may have ended: that is no fault of the carrier', async () => {
    const pace = { settleMs: 0, listenMs: 0, carrierTimeoutMs: 1_000 };
    const { rooms } = roomsWith(pace);
    const room = await rooms.open('run');
    await room.admitSupervisor();
    const late = performance.now() + passLimitMs(pace);
    const clock = mock.method(performance, 'now', () => late);
    try {
      await assert.rejects(room.heard(), CarrierProblem);
    } finally {
      clock.mock.restore();
    }
    await room.heard();
  });
});
