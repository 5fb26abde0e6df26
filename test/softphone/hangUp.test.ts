import assert from 'node:assert/strict';
import { announceHangUp, TELL_WITHIN_MS } from '../../softphone/src/hangUp.ts';
import { Unreachable, Problem } from '../../softphone/src/server.ts';
import { openStage } from './support/phoneStage.ts';
import { VirtualClock } from './support/virtualClock.ts';

/** A server that answers the hang-up as it is told to. */
function serverThat(answers: () => Promise<void>) {
  const told: string[] = [];
  return {
    told,
    tell: (path: string): Promise<void> => {
      told.push(path);
      return answers();
    },
  };
}

describe('hanging up in the softphone', () => {
  const onACall = async () => {
    const stage = await openStage();
    const call = stage.service.ring('Alice')!;
    stage.phone.answer(stage.state().rings[0]!.lineId);
    await stage.clock.pass(1_000);
    return { ...stage, call };
  };

  it('is told to the server before the connection ends', async () => {
    const { phone, call, clock } = await onACall();
    let answer = (): void => undefined;
    const server = serverThat(() => new Promise((resolve) => (answer = resolve)));
    phone.hangUp(announceHangUp({ server, clock }, 'c1'));
    await clock.pass(100);
    assert.deepEqual(
      [server.told, call.status(), call.isMuted],
      [['/api/calls/c1/hangup'], 'open', true],
    );
    answer();
    await clock.pass(10);
    assert.equal(call.status(), 'closed');
  });

  it('works though the server does not answer', async () => {
    const { phone, call, clock, state } = await onACall();
    const server = serverThat(() => new Promise(() => undefined));
    phone.hangUp(announceHangUp({ server, clock }, 'c1'));
    await clock.pass(TELL_WITHIN_MS + 10);
    assert.deepEqual([call.status(), state().call.status], ['closed', 'idle']);
  });

  it('does not wait at a second click', async () => {
    const { phone, call, clock } = await onACall();
    const server = serverThat(() => new Promise(() => undefined));
    phone.hangUp(announceHangUp({ server, clock }, 'c1'));
    phone.hangUp();
    await clock.pass(10);
    assert.equal(call.status(), 'closed');
  });

  it('is told again to a server that was away, until it knows', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    let isAway = true;
    const server = serverThat(() =>
      isAway ? Promise.reject(new Unreachable('away')) : Promise.resolve(),
    );
    void announceHangUp({ server, clock }, 'c1');
    await clock.pass(9_000);
    assert.ok(server.told.length >= 4);
    isAway = false;
    await clock.pass(10_000);
    const count = server.told.length;
    await clock.pass(60_000);
    assert.equal(server.told.length, count);
  });

  it('is not told again once the server has refused it', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    const server = serverThat(() => Promise.reject(new Problem('not your call')));
    await announceHangUp({ server, clock }, 'c1');
    await clock.pass(60_000);
    assert.equal(server.told.length, 1);
  });
});
