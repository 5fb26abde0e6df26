import assert from 'node:assert/strict';
import { SILENT_AFTER_MS, sendHeartbeats } from '../../softphone/src/heartbeat.ts';
import { Problem, Unreachable } from '../../softphone/src/server.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('the heartbeats of a supervisor’s softphone', () => {
  let clock: VirtualClock;
  let sent: string[];
  let said: [isSilent: boolean, afterMs: number][];
  let answer: () => Promise<unknown>;
  let heartbeats: ReturnType<typeof sendHeartbeats>;
  let beganAt: number;

  beforeEach(() => {
    clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    beganAt = clock.now();
    sent = [];
    said = [];
    answer = () => Promise.resolve();
    heartbeats = sendHeartbeats({
      send: (interventionId) => {
        sent.push(interventionId);
        return answer();
      },
      onSilence: (isSilent) => said.push([isSilent, clock.now() - beganAt]),
      clock,
    });
  });

  it('are sent every 1.5 s while it is on the call, and not afterwards', async () => {
    heartbeats.follow('i1');
    await clock.pass(6_000);
    heartbeats.follow(undefined);
    await clock.pass(6_000);
    assert.deepEqual(sent, ['i1', 'i1', 'i1', 'i1', 'i1']);
    assert.deepEqual(said, []);
  });

  for (const [how, silence] of [
    ['answers nothing', () => new Promise(() => undefined)],
    ['cannot be reached', () => Promise.reject(new Unreachable('gone'))],
  ] as const)
    it(`say within 5 s that a server ${how}, and when it answers again`, async () => {
      heartbeats.follow('i1');
      await clock.pass(0);
      answer = silence;
      await clock.pass(SILENT_AFTER_MS);
      assert.equal(said.length, 1);
      assert.ok(said[0]![0] && said[0]![1] <= SILENT_AFTER_MS, `after ${said[0]![1]} ms`);
      answer = () => Promise.resolve();
      await clock.pass(2_000);
      assert.deepEqual(
        said.map(([isSilent]) => isSilent),
        [true, false],
      );
    });

  it('take a refusal for an answer', async () => {
    answer = () => Promise.reject(new Problem('This intervention has ended.'));
    heartbeats.follow('i1');
    await clock.pass(10_000);
    assert.deepEqual(said, []);
  });

  it('are not sent on once the server has said that the intervention has ended', async () => {
    answer = () =>
      Promise.reject(new Problem("You're no longer on this call.", 'x', 'intervention_ended'));
    heartbeats.follow('i1');
    await clock.pass(30_000);
    assert.deepEqual([sent, said], [['i1'], []]);
    answer = () => Promise.resolve();
    heartbeats.follow('i2');
    await clock.pass(1_500);
    assert.deepEqual(sent, ['i1', 'i2', 'i2']);
  });
});
