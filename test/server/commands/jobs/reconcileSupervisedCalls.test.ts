import assert from 'node:assert/strict';
import { reconcileSupervisedCalls } from '../../../../server/commands/jobs/reconcileSupervisedCalls.ts';
import { at, liveCall, supervisedCall } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';

describe('a round over the supervised calls', () => {
  let stage: RoundStage;
  const memory = { lookedAt: new Map<string, number>(), supervisedAt: new Map<string, number>() };

  beforeEach(async () => {
    stage = startRoundStage();
    memory.lookedAt.clear();
    memory.supervisedAt.clear();
    await stage.create(supervisedCall(), liveCall({ callId: 'plain' }));
  });
  const looksUntil = async (from: number, to: number): Promise<Record<string, number[]>> => {
    const looks: Record<string, number[]> = {};
    for (let seconds = from; seconds <= to; seconds += 2) {
      stage.seconds = seconds;
      stage.looks.length = 0;
      await reconcileSupervisedCalls(stage.deps, memory);
      for (const callId of stage.looks) (looks[callId] ??= []).push(seconds);
    }
    return looks;
  };
  const end = async () =>
    void (await stage.deps.store.changeCall('c1', (call) => ({
      call: {
        ...call,
        interventions: call.interventions.map((one) => ({
          ...one,
          status: 'ended' as const,
          leftAt: at(61),
          endReason: 'supervisor_left' as const,
          outcome: { status: 'not_asked' as const },
        })),
      },
      audit: [],
      outbox: [],
      answer: 0,
    })));

  it('looks into each of them at once, and then every 30 seconds, and into no others', async () => {
    assert.deepEqual(await looksUntil(0, 70), { c1: [0, 30, 60] });
  });
  it('goes on for a minute after the last supervisor has left: one may still be connecting', async () => {
    await looksUntil(0, 60);
    await end();
    assert.deepEqual(await looksUntil(62, 300), { c1: [90, 120] });
  });
  it('comes back ever more rarely while a supervisor listens in silence, and often once heard', async () => {
    const quiet = (await looksUntil(0, 1_000)).c1!;
    assert.deepEqual(quiet, [0, 30, 60, 120, 240, 480, 960]);
    await stage.deps.store.changeCall('c1', (call) => ({
      call: supervisedCall({ mode: 'whisper', modeSince: at(1_000) }, 'rep', {
        callId: call.callId,
      }),
      audit: [],
      outbox: [],
      answer: 0,
    }));
    assert.deepEqual(await looksUntil(1_002, 1_062), { c1: [1_002, 1_032, 1_062] });
  });
});
