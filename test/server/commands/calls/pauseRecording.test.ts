import assert from 'node:assert/strict';
import { pauseRecording } from '../../../../server/commands/calls/pauseRecording.ts';
import { reconcileDueCalls } from '../../../../server/commands/jobs/reconcileDueCalls.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { CarrierProblem, type Store } from '../../../../server/ports/index.ts';
import { at, liveCall, participant, person, rep } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';

const RECORDING = {
  recordingId: 'r',
  of: { kind: 'call' },
  status: 'in_progress',
  startedAt: at(1),
} as const;

describe('the recording of a call', () => {
  let stage: RoundStage;
  let fails: CarrierProblem | undefined;
  let asked: string[];
  const lookedAt = new Map<string, string>();

  const recorded = (more: object = {}): Call =>
    liveCall({
      conferenceId: 'CF1',
      participants: [participant('customer'), participant('rep')],
      recordings: [RECORDING],
      ...more,
    });

  async function start(call: Call): Promise<void> {
    asked = [];
    fails = undefined;
    lookedAt.clear();
    stage = startRoundStage({
      async pauseRecording(_call, isPaused) {
        if (fails) throw fails;
        asked.push(isPaused ? 'pause' : 'resume');
        return true;
      },
    });
    await stage.create(call);
  }
  const ask = (paused: boolean, who = rep()) =>
    pauseRecording({ ...stage.deps, store: stage.deps.store as Store }, who, {
      callId: recorded().callId,
      paused,
    });
  const state = async () =>
    (await stage.deps.store.loadCall(recorded().callId))!.recordingPause?.status;
  async function round(seconds: number): Promise<void> {
    stage.seconds = seconds;
    await reconcileDueCalls(stage.deps, lookedAt);
  }

  it('stands still for a stated time, and goes on by itself', async () => {
    await start(recorded());
    stage.seconds = 10;
    const result = await ask(true);
    assert.ok('ok' in result);
    assert.deepEqual(
      [result.ok.recordingPause!.status, result.ok.recordingPause!.until],
      ['paused', at(130)],
    );
    await round(129);
    assert.equal(await state(), 'paused');
    await round(131);
    assert.equal(await state(), undefined);
    assert.deepEqual(asked, ['pause', 'resume']);
  });

  it('stands still longer when it is asked for again', async () => {
    await start(recorded());
    stage.seconds = 10;
    await ask(true);
    stage.seconds = 100;
    await ask(true);
    await round(131);
    assert.equal(await state(), 'paused');
    await round(221);
    assert.equal(await state(), undefined);
  });

  it('goes on when its rep says so', async () => {
    await start(recorded());
    await ask(true);
    await ask(false);
    assert.equal(await state(), undefined);
    assert.deepEqual(asked, ['pause', 'resume']);
  });

  it('is not called paused before the carrier has done it', async () => {
    await start(recorded());
    stage.seconds = 10;
    fails = new CarrierProblem('unavailable', 'no answer');
    await ask(true);
    assert.equal(await state(), 'requested');
    fails = undefined;
    await round(13);
    assert.equal(await state(), 'paused');
  });

  it('is not called running again before the carrier has done it', async () => {
    await start(recorded());
    stage.seconds = 10;
    await ask(true);
    fails = new CarrierProblem('unavailable', 'no answer');
    await round(131);
    assert.equal(await state(), 'resuming');
    fails = undefined;
    await round(134);
    assert.equal(await state(), undefined);
  });

  it('is paused by nobody but who talks with the customer', async () => {
    await start(recorded());
    const code = async (who: Parameters<typeof ask>[1]) => {
      const result = await ask(true, who);
      return 'refusal' in result && result.refusal.code;
    };
    assert.deepEqual(
      [await code(rep({ userId: 'lena' })), await code(person())],
      ['not_your_call', 'not_your_call'],
    );
    await start(recorded({ recordings: [] }));
    assert.equal(await code(rep()), 'not_recorded');
  });

  it('is audited: asked for by whom, paused, resumed and why', async () => {
    await start(recorded());
    stage.seconds = 10;
    await ask(true);
    await round(131);
    const entries = await (stage.deps.store as Store).findAudit({ callId: recorded().callId });
    assert.deepEqual(entries.map(({ action, details }) => [action, details.because]).toReversed(), [
      ['RecordingPauseRequested', undefined],
      ['RecordingPaused', undefined],
      ['RecordingResumeRequested', 'time_up'],
      ['RecordingResumed', undefined],
    ]);
  });
});
