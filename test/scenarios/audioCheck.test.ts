import assert from 'node:assert/strict';
import type { AudioCheckRun } from '../../server/ports/index.ts';
import type { Console } from '../support/console.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type Instance, type World } from '../support/world.ts';

interface AudioCheckView {
  carrier: { status: string; findings?: string[] };
  runs: AudioCheckRun[];
  total: number;
}
interface AuditRow {
  action: string;
  details: { verdict?: string; findings?: string[] };
}

describe('the audio check', function () {
  this.timeout(300_000);
  let world: World;
  let ada: Console;
  let maya: Console;
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld({
      env: { AUDIO_CHECK_SETTLE_MS: '250', AUDIO_CHECK_LISTEN_MS: '300' },
    });
    [ada, maya] = [world.as('ada'), world.as('maya')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
  });
  after(() => world?.stop());

  const look = async (at = ada) => (await at.ask<AudioCheckView>('GET', '/api/audio-checks')).body;
  const break_ = (media: string | null) => world.carrierControl('POST', 'faults', { media });

  /**
   * Runs the audio check as soon as the one before has been long enough ago; answers the concluded
   * run.
   */
  async function run(at = ada, meanwhile?: () => Promise<void>): Promise<AudioCheckRun> {
    await world.database(
      `update "AudioCheckRun" set "startedAt" = "startedAt" - interval '1 minute'`,
    );
    const started = await at.ask<{ runId: string }>('POST', '/api/audio-checks');
    assert.equal(started.status, 202, JSON.stringify(started.body));
    await meanwhile?.();
    return until('the audio check has its verdict', async () =>
      (await look(at)).runs.find(
        (one) => one.runId === started.body.runId && one.status !== 'running',
      ),
    );
  }

  const mayWhisper = async () =>
    (await maya.call(callId)).body.you.modes.find(({ mode }) => mode === 'whisper');

  it('that has never passed at the account warns, and turns nothing off', async () => {
    await break_('whisper-leak');
    assert.equal((await run()).status, 'failed');
    await break_(null);
    const { carrier } = await look();
    assert.equal(carrier.status, 'doubtful');
    assert.ok(carrier.findings?.includes('In Whisper, the customer can hear the supervisor.'));
    assert.equal((await mayWhisper())?.allowed, true);
    await until('the log says so', () =>
      world.serverLog.some((line) => line.includes('audio_check_doubtful')),
    );
  });

  it('passes on a carrier that does as it should, in every mode (D6, G36)', async () => {
    const { status, findings, problem } = await run();
    assert.deepEqual(
      { status, findings, problem },
      { status: 'passed', findings: undefined, problem: undefined },
    );
    assert.equal((await look()).carrier.status, 'healthy');
    assert.equal((await mayWhisper())?.allowed, true);
  });

  it('leaves nothing behind at the carrier', async () => {
    await until('the audio check’s conference is gone', async () =>
      (await world.carrierControl<{ friendlyName: string }[]>('GET', 'conferences')).every(
        (room) => !room.friendlyName.startsWith('audio-check'),
      ),
    );
  });

  it('is not run by a manager, nor twice in a row', async () => {
    assert.equal(
      (await maya.ask<unknown>('POST', '/api/audio-checks')).body.error.code,
      'not_an_admin',
    );
    assert.equal(
      (await ada.ask<unknown>('POST', '/api/audio-checks')).body.error.code,
      'audio_check_too_soon',
    );
  });

  it('is listed with the newest, and how many there are', async () => {
    const { body } = await ada.ask<AudioCheckView>('GET', '/api/audio-checks?limit=1');
    assert.equal(body.runs.length, 1);
    assert.ok(body.total >= 2, `${body.total} in all`);
    assert.equal((await ada.ask('GET', '/api/audio-checks?limit=0')).status, 422);
  });

  it('finds a whisper that leaks to the customer, and silences the whispers that go on', async () => {
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await break_('whisper-leak');
    const { status, findings } = await run();
    assert.equal(status, 'failed');
    assert.ok(
      findings?.some(
        (one) =>
          one.kind === 'leak' &&
          one.mode === 'whisper' &&
          one.listener === 'customer' &&
          one.speaker === 'supervisor',
      ),
    );
    await until(
      'Maya is silent',
      async () => modeOf(await maya.call(callId), interventionId) === 'monitor',
    );
  });

  it('turns whisper, barge and takeover off meanwhile, and says why on the screen', async () => {
    for (const mode of ['whisper', 'barge', 'takeover']) {
      const refused = await maya.switchTo(interventionId, mode, { reasonCode: 'large_deal' });
      assert.equal(refused.status, 409);
      assert.equal(refused.body.error.code, 'audio_check_failed');
      assert.match(refused.body.error.message, /In Whisper, the customer can hear the supervisor/);
    }
    const shown = await until(
      'the screen says so',
      async () => (await mayWhisper())?.allowed === false && (await mayWhisper()),
    );
    assert.ok(shown && 'code' in shown);
    assert.equal(shown.code, 'audio_check_failed');
    assert.equal((await look()).carrier.status, 'unhealthy');
  });

  it('is an alert in the log and an entry of the audit', async () => {
    await until('the log says so', () =>
      world.serverLog.some((line) => line.includes('audio_check_failed')),
    );
    const entries = await world.database<AuditRow>(
      `select "action", "details" from "AuditEntry" where "action" = 'AudioCheckRun' order by "position"`,
    );
    assert.deepEqual(
      entries.map(({ details }) => details.verdict),
      ['failed', 'passed', 'failed'],
    );
    assert.ok(
      entries[2]?.details.findings?.includes('In Whisper, the customer can hear the supervisor.'),
    );
  });

  it('gives whisper back when it passes again', async () => {
    await break_(null);
    assert.equal((await run()).status, 'passed');
    await until(
      'whisper is on again',
      async () => (await maya.switchTo(interventionId, 'whisper')).status === 202,
    );
    await until(
      'Maya whispers again',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await maya.switchTo(interventionId, 'monitor');
  });

  it('finds a whisper that the rep does not hear', async () => {
    await break_('whisper-dead');
    const { status, findings } = await run();
    assert.equal(status, 'failed');
    assert.ok(
      findings?.some(
        (one) =>
          one.kind === 'missing' &&
          one.mode === 'whisper' &&
          one.listener === 'rep' &&
          one.speaker === 'supervisor',
      ),
    );
  });

  it('finds a barge that nobody hears', async () => {
    await break_('barge-muted');
    const { status, findings } = await run();
    assert.equal(status, 'failed');
    assert.ok(
      findings?.some(
        (one) =>
          one.kind === 'missing' &&
          one.mode === 'barge' &&
          one.listener === 'customer' &&
          one.speaker === 'supervisor',
      ),
    );
  });

  it('says nothing about the sound when it could not be run, and what was known stands', async () => {
    await break_(null);
    await world.carrierControl('POST', 'faults', {
      rest: [{ does: '500', method: 'POST', path: '/Participants', next: 1 }],
    });
    const { status, problem } = await run();
    assert.equal(status, 'not_run');
    assert.ok(problem);
    assert.equal((await look()).carrier.status, 'unhealthy');
  });

  describe('asked at one instance, with its media streams at another', () => {
    let other: Instance;
    let elsewhere: Console;

    before(async () => {
      other = await world.startInstance();
      elsewhere = other.as('ada');
    });
    after(async () => {
      elsewhere?.close();
      await other?.kill();
    });

    const streams = () =>
      world.database<{ status: string }>('select "status" from "AudioCheckStream"');

    const streamsAreOpen = () =>
      until(
        'the streams have reached the other instance',
        async () => (await streams()).filter(({ status }) => status === 'open').length === 3,
      );

    const nothingIsLeft = () =>
      until('no stream is left', async () => (await streams()).length === 0);

    /** The carrier takes its time over the first change of a participant. */
    const staysUnderWay = () =>
      world.carrierControl('POST', 'faults', {
        rest: [{ does: 'slow', ms: 50_000, method: 'POST', path: '/Participants/', next: 1 }],
      });

    it('finds a whisper that leaks to the customer', async () => {
      await break_('whisper-leak');
      const { status, findings } = await run(elsewhere);
      assert.equal(status, 'failed');
      assert.deepEqual(
        findings?.map(({ kind, mode, listener, speaker }) => ({ kind, mode, listener, speaker })),
        [{ kind: 'leak', mode: 'whisper', listener: 'customer', speaker: 'supervisor' }],
      );
    });

    it('passes when the carrier does as it should, and leaves nothing of the streams behind', async () => {
      await break_(null);
      const { status, problem } = await run(elsewhere);
      assert.deepEqual({ status, problem }, { status: 'passed', problem: undefined });
      await nothingIsLeft();
    });

    it('is given up when the instance that runs it is stopped, which does not wait for its end', async () => {
      await staysUnderWay();
      await run(elsewhere, async () => {
        await streamsAreOpen();
        const restarted = other.restart();
        await world.carrierControl('DELETE', 'faults');
        await restarted;
      }).then(({ status, problem }) =>
        assert.deepEqual(
          { status, problem },
          { status: 'not_run', problem: 'the instance that ran the audio check was stopped' },
        ),
      );
      await nothingIsLeft();
    });

    it('accuses nobody when the instance that measures is killed meanwhile', async () => {
      await staysUnderWay();
      const { status, findings } = await run(elsewhere, async () => {
        await streamsAreOpen();
        await world.killServer();
        await world.carrierControl('DELETE', 'faults');
      });
      assert.deepEqual({ status, findings }, { status: 'not_run', findings: undefined });
      assert.equal((await look()).carrier.status, 'healthy');
    });
  });
});
