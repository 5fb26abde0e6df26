import assert from 'node:assert/strict';
import { reconcileDueCalls } from '../../../../server/commands/jobs/reconcileDueCalls.ts';
import { active, at, liveCall } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';
import { until } from '../../../support/until.ts';

/** Pending since the start, and waited for by the supervisor. */
const pending = (callId: string, requestedAt = at(0)) =>
  liveCall({
    callId,
    interventions: [
      active({ interventionId: callId, pending: { mode: 'barge', requestId: 'r', requestedAt } }),
    ],
  });

describe('a round over the calls that are due', () => {
  let stage: RoundStage;
  let lookedAt: Map<string, string>;

  beforeEach(() => {
    stage = startRoundStage();
    lookedAt = new Map();
  });
  const round = async (seconds: number) => {
    stage.seconds = seconds;
    stage.looks.length = 0;
    await reconcileDueCalls(stage.deps, lookedAt);
    return stage.looks.toSorted();
  };

  it('looks into those that are due, and into no others', async () => {
    await stage.create(pending('a'), pending('b', at(60)), liveCall({ callId: 'c' }));
    assert.deepEqual(await round(1), []);
    assert.deepEqual(await round(3), ['a']);
  });
  it('comes back to one that stays as it is, after its pause', async () => {
    await stage.create(pending('a'));
    assert.deepEqual(await round(3), ['a']);
    assert.deepEqual(await round(4), []);
    assert.deepEqual(await round(5), ['a']);
  });
  it('does not look again sooner because the call was changed for another reason', async () => {
    await stage.create(pending('a'));
    assert.deepEqual(await round(3), ['a']);
    await stage.deps.store.changeCall('a', (call) => ({
      call: { ...call, customer: { name: 'Priya' } },
      audit: [],
      outbox: [],
      answer: 0,
    }));
    assert.deepEqual(await round(4), []);
    assert.deepEqual(await round(5), ['a']);
  });
  it('gives a call that is not really due its true time, without asking the carrier', async () => {
    await stage.create(pending('a', at(60)));
    await stage.deps.dueCalls.reschedule('a', at(62), at(1));
    assert.deepEqual(await round(3), []);
    assert.deepEqual(
      (await stage.deps.dueCalls.due(at(62), 9)).map(({ dueAt }) => dueAt),
      [at(62)],
    );
  });
  it('goes through all of them, however many are due', async () => {
    const calls = Array.from({ length: 250 }, (_, i) => pending(`call-${i}`));
    await stage.create(...calls);
    assert.equal((await round(3)).length, 250);
  });
  it('is looked at by another process after this one has died in it', async () => {
    await stage.create(pending('a'));
    stage.answer = () => new Promise(() => undefined);
    stage.seconds = 3;
    void reconcileDueCalls(stage.deps, lookedAt);
    await until('the first look is under way', () => stage.looks.length === 1);
    stage.answer = async () => undefined;
    lookedAt = new Map();
    assert.deepEqual(await round(5), ['a']);
  });
  it('does the others while the carrier keeps one waiting, and when one fails', async () => {
    await stage.create(pending('slow'), pending('broken'), pending('a'), pending('b'));
    const known = stage.answer;
    const waiting: (() => void)[] = [];
    stage.answer = async (callId) => {
      if (callId === 'broken') throw new Error('a fault');
      if (callId === 'slow') await new Promise<void>((go) => waiting.push(go));
      return known(callId);
    };
    stage.seconds = 3;
    const running = reconcileDueCalls(stage.deps, lookedAt);
    await until('the others were looked into', () => stage.looks.length === 4);
    waiting[0]!();
    await running;
  });
});
