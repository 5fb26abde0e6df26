import assert from 'node:assert/strict';
import { OnACallError } from '../../softphone/src/device.ts';
import { isEngaged } from '../../softphone/src/line.ts';
import type { SoftphoneState } from '../../softphone/src/state.ts';
import { HOUR, MINUTE, openStage, type PhoneStage } from './support/phoneStage.ts';

const lineOf = ({ call }: SoftphoneState) =>
  isEngaged(call) ? [call.status, call.callId ?? call.interventionId] : [call.status];
const ringsOf = ({ rings }: SoftphoneState) => rings.map(({ name }) => name);

describe('a softphone', () => {
  let stage: PhoneStage;
  beforeEach(async () => {
    stage = await openStage();
  });
  const pass = (ms: number) => stage.clock.pass(ms);
  const line = () => lineOf(stage.state());
  const ringOf = (name: string) => stage.state().rings.find((ring) => ring.name === name)!.lineId;
  async function answer(name: string) {
    const call = stage.service.ring(name)!;
    stage.phone.answer(ringOf(name));
    await pass(1000);
    return call;
  }
  const join = (interventionId: string) =>
    stage.phone.connect(
      { interventionId },
      { callId: `call of ${interventionId}`, interventionId },
    );

  it('goes through the relays that came with its token, whoever calls', async () => {
    const iceServers = [{ urls: 'turns:turn.example.com', username: 'u', credential: 'c' }];
    stage = await openStage({ iceServers });
    const rung = await answer('Alice');
    assert.deepEqual(rung.rtcConfiguration, { iceServers });
    stage.phone.hangUp();
    await pass(1000);
    await stage.phone.connect({ callId: 'Bob' }, { callId: 'Bob' });
    assert.deepEqual(stage.service.devices.at(-1)!.active?.rtcConfiguration, { iceServers });
    stage = await openStage();
    assert.equal((await answer('Alice')).rtcConfiguration, undefined);
  });

  describe('at which two customers ring', () => {
    it('has a card for each, and each button acts on the customer it names', async () => {
      const alice = stage.service.ring('Alice')!;
      const bob = stage.service.ring('Bob')!;
      assert.deepEqual(ringsOf(stage.state()), ['Alice', 'Bob']);
      stage.phone.answer(ringOf('Alice'));
      await pass(1000);
      assert.deepEqual([line(), ringsOf(stage.state())], [['open', 'Alice'], ['Bob']]);
      stage.phone.decline(ringOf('Bob'));
      assert.deepEqual(
        [alice.status(), bob.status(), ringsOf(stage.state())],
        ['open', 'closed', []],
      );
      stage.phone.press('5');
      stage.phone.mute(true);
      assert.deepEqual(
        [alice.digits, alice.isMuted, bob.digits, bob.isMuted],
        ['5', true, '', false],
      );
      stage.phone.hangUp();
      await pass(100);
      assert.deepEqual([alice.status(), line()], ['closed', ['idle']]);
    });

    it('does not cut one of them by answering the other', async () => {
      const alice = await answer('Alice');
      stage.service.ring('Bob');
      stage.phone.answer(ringOf('Bob'));
      await pass(100);
      assert.deepEqual([alice.status(), stage.service.cutOff], ['open', []]);
      stage.phone.hangUp();
      stage.phone.answer(ringOf('Bob'));
      await pass(1000);
      assert.deepEqual([line(), ringsOf(stage.state())], [['open', 'Bob'], []]);
    });

    it('takes the card away of one who gives up, and of no other', async () => {
      stage.service.ring('Alice');
      stage.service.ring('Bob')!.hungUpThere();
      await pass(0);
      assert.deepEqual(ringsOf(stage.state()), ['Alice']);
    });

    it('takes the cards away that the SDK drops without a word', async () => {
      stage.service.ring('Alice');
      await stage.phone.connect({ callId: 'c9' }, { callId: 'c9' });
      await pass(1000);
      assert.deepEqual([line(), ringsOf(stage.state())], [['open', 'c9'], []]);
      await answerNothing();
    });
    const answerNothing = async () => {
      stage.phone.hangUp();
      await pass(0);
      stage.service.ring('Alice');
      stage.service.dropNetwork();
      await pass(0);
      assert.deepEqual(ringsOf(stage.state()), []);
    };
  });

  describe('in a call', () => {
    it('takes no error for the end of it', async () => {
      const alice = await answer('Alice');
      stage.service.dropNetwork();
      await pass(2000);
      stage.phone.press('1');
      await pass(0);
      assert.deepEqual(line(), ['reconnecting', 'Alice']);
      stage.service.restoreNetwork();
      await pass(1000);
      assert.deepEqual(
        [line(), stage.state().problem, alice.status()],
        [['open', 'Alice'], undefined, 'open'],
      );
    });

    it('is not cut by connecting to the phone service anew', async () => {
      const alice = await answer('Alice');
      stage.service.dropNetwork();
      stage.phone.retry();
      stage.phone.wake();
      await pass(5 * MINUTE);
      stage.service.restoreNetwork();
      await pass(MINUTE);
      assert.deepEqual(
        [alice.status(), line(), stage.service.cutOff],
        ['open', ['open', 'Alice'], []],
      );
    });

    it('is idle once the SDK says that it has ended, and not before', async () => {
      const alice = await answer('Alice');
      alice.hungUpThere();
      await pass(0);
      assert.deepEqual(line(), ['idle']);
    });

    it('says that no sound arrives, also where the SDK reconnects before the call is open', async () => {
      await stage.phone.connect({ callId: 'c1' }, { callId: 'c1' });
      const [call] = stage.service.liveCalls;
      call!.become('reconnecting');
      call!.emit('reconnecting', { code: 53405 });
      call!.resumes();
      await pass(3_100);
      assert.deepEqual(stage.state().connection, { status: 'poor', because: 'silence' });
      for (let second = 0; second < 5; second += 1)
        call!.emit('sample', { packetsReceived: 50, packetsLostFraction: 0, jitter: 2, rtt: 40 });
      assert.equal(stage.state().connection.status, 'good');
    });

    it('takes the same call again for the one it is in', async () => {
      await stage.phone.connect({ callId: 'c1' }, { callId: 'c1' });
      await pass(1000);
      const [first] = stage.service.liveCalls;
      await stage.phone.connect({ callId: 'c1' }, { callId: 'c1' });
      assert.deepEqual([stage.service.liveCalls, line()], [[first], ['open', 'c1']]);
    });

    it('refuses another call that would cut the customer off', async () => {
      const alice = await answer('Alice');
      await assert.rejects(join('i1'), OnACallError);
      await assert.rejects(stage.phone.connect({ callId: 'c2' }, { callId: 'c2' }), OnACallError);
      assert.deepEqual([alice.status(), line()], ['open', ['open', 'Alice']]);
    });
  });

  describe('of a supervisor who goes from one call to another', () => {
    it('is off the first before it is on the second, and never on both', async () => {
      await join('i1');
      await pass(1000);
      const first = stage.service.liveCalls[0]!;
      const ends: string[] = [];
      first.on('disconnect', () => ends.push(`ended with ${stage.service.liveCalls.length} live`));
      await join('i2');
      await pass(1000);
      assert.deepEqual([first.status(), ends], ['closed', ['ended with 0 live']]);
      assert.deepEqual(line(), ['open', 'call of i2']);
      assert.equal(stage.service.liveCalls.length, 1);
    });

    it('ends on the last of three, asked for at once, without an exception', async () => {
      await Promise.all([join('i1'), join('i2'), join('i3')]);
      await pass(1000);
      assert.deepEqual(line(), ['open', 'call of i3']);
      assert.deepEqual([stage.service.liveCalls.length, stage.service.cutOff], [1, []]);
    });

    it('does not leave a call to join it again', async () => {
      await join('i1');
      await pass(1000);
      const [first] = stage.service.liveCalls;
      await join('i1');
      assert.deepEqual([first!.status(), stage.service.liveCalls], ['open', [first]]);
    });

    it('is not stopped by a call that the SDK keeps though it has ended', async () => {
      await join('i1');
      await pass(1000);
      const [first] = stage.service.liveCalls;
      first!.become('closed');
      first!.emit('transportClose');
      await pass(100);
      assert.deepEqual([line(), stage.service.liveCalls.length], [['idle'], 1]);
      await join('i2');
      await pass(1000);
      assert.deepEqual(line(), ['open', 'call of i2']);
    });
  });

  describe('whose token ends', () => {
    it('is registered all day, though the phone service announces only the first end', async () => {
      for (let hour = 0; hour < 8; hour += 1) {
        await pass(HOUR);
        assert.ok(stage.service.ring(`Customer ${hour}`), `can be rung after ${hour + 1} hours`);
        stage.phone.decline(ringOf(`Customer ${hour}`));
      }
    });

    it('asks for another one until it comes', async () => {
      stage.service.isDown = true;
      await pass(2 * HOUR);
      assert.equal(stage.service.ring('Alice'), undefined);
      stage.service.isDown = false;
      await pass(MINUTE);
      assert.ok(stage.service.ring('Alice'));
    });

    it('renews it between calls where there is time, and at last in the call', async () => {
      const issued = () => stage.service.issued;
      await pass(25 * MINUTE);
      const alice = await answer('Alice');
      await pass(30 * MINUTE);
      assert.equal(issued(), 1);
      alice.hungUpThere();
      await pass(1000);
      assert.equal(issued(), 2);
      await answer('Bob');
      await pass(58 * MINUTE);
      assert.equal(issued(), 2);
      await pass(2 * MINUTE);
      assert.deepEqual([issued(), line()], [3, ['open', 'Bob']]);
    });

    it('is well again when the computer wakes up after hours', async () => {
      await stage.clock.sleep(5 * HOUR);
      stage.phone.wake();
      await pass(MINUTE);
      assert.ok(stage.service.ring('Alice'));
    });

    it('has a good one when it connects', async () => {
      stage.service.isDown = true;
      await pass(61 * MINUTE);
      stage.service.isDown = false;
      await join('i1');
      await pass(1000);
      assert.deepEqual(line(), ['open', 'call of i1']);
    });

    it('keeps its call, and registers again after it', async () => {
      const alice = await answer('Alice');
      stage.service.isDown = true;
      await pass(3 * HOUR);
      assert.deepEqual([alice.status(), line()], ['open', ['open', 'Alice']]);
      stage.service.isDown = false;
      await pass(MINUTE);
      assert.equal(alice.status(), 'open');
      stage.phone.hangUp();
      await pass(MINUTE);
      assert.ok(stage.service.ring('Bob'));
    });

    it('does not ask without end where the phone service refuses every token', async () => {
      stage.service.isGood = () => false;
      await pass(HOUR);
      assert.ok(stage.service.issued < 150, `${stage.service.issued} tokens in an hour`);
      assert.equal(stage.state().device.status, 'failed');
    });
  });

  describe('with a microphone that was chosen', () => {
    const microphone = () => stage.service.devices.at(-1)!.audio;

    it('opens it again each time that its sound has ended, though the SDK still has it', async () => {
      for (const times of [1, 2, 3]) {
        await stage.phone.chooseMicrophone('headset');
        assert.deepEqual(
          [microphone().inputDevice?.deviceId, microphone().opened],
          ['headset', times],
        );
      }
    });

    it('opens another one', async () => {
      await stage.phone.chooseMicrophone('headset');
      await stage.phone.chooseMicrophone('desk');
      assert.deepEqual([microphone().inputDevice?.deviceId, microphone().opened], ['desk', 2]);
    });
  });
});
