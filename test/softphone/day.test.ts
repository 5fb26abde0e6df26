import assert from 'node:assert/strict';
import { rememberLeft } from '../../softphone/src/leftCall.ts';
import { isEngaged } from '../../softphone/src/line.ts';
import { createNetworkTest } from '../../softphone/src/networkTest.ts';
import { callToReturnTo } from '../../softphone/src/state.ts';
import { callWith } from './support/builders.ts';
import { HOUR, MINUTE, openStage, type PhoneStage } from './support/phoneStage.ts';
import type { StubCall } from './support/stubDevice.ts';
import { StubTab } from './support/stubTab.ts';

const CALLS = 60;
const SLOT_MS = (8 * HOUR) / CALLS;

/** Returns the rep's connection to the call if it is another one afterwards. */
type Happening = (stage: PhoneStage, call: StubCall) => Promise<StubCall | void>;

/** A second of a call in which so many packets arrive. */
const second = (packetsReceived: number) => ({
  packetsReceived,
  packetsSent: 50,
  packetsLostFraction: 0,
  jitter: 4,
  rtt: 80,
});

/** What happens while a call is on: nothing of it may end the call or hand it to another customer. */
const IN_A_CALL: Record<string, Happening> = {
  'nothing special': () => Promise.resolve(),
  'the network is away for 20 s': async ({ clock, service }) => {
    service.dropNetwork();
    await clock.pass(20_000);
    service.restoreNetwork();
  },
  'a key is pressed while the call reconnects': async ({ clock, service, phone }) => {
    service.dropNetwork();
    await clock.pass(1_000);
    phone.press('5');
    await clock.pass(1_000);
    service.restoreNetwork();
  },
  'the person clicks Reconnect': async ({ clock, service, phone }) => {
    service.dropNetwork();
    phone.retry();
    await clock.pass(5_000);
    service.restoreNetwork();
    phone.retry();
  },
  'another customer rings and is answered by mistake': async ({ clock, service, phone, state }) => {
    const second = service.ring('somebody else')!;
    const [ring] = state().rings;
    phone.answer(ring!.lineId);
    await clock.pass(1_000);
    phone.decline(ring!.lineId);
    assert.equal(second.status(), 'closed');
  },
  'the page asks for another call': async ({ phone }) => {
    await assert.rejects(phone.connect({ callId: 'other' }, { callId: 'other' }));
    await assert.rejects(
      phone.connect({ interventionId: 'other' }, { callId: 'other', interventionId: 'other' }),
    );
  },
  'Dealside does not answer, and the token ends': async ({ clock, service }) => {
    service.isDown = true;
    await clock.pass(4 * MINUTE);
    service.isDown = false;
  },
  'the tab is hidden and seen again': async ({ clock, phone }) => {
    await clock.pass(MINUTE);
    phone.wake();
  },
  'the microphone is unplugged, and another one is found': async ({ clock, dispatch, state }) => {
    dispatch({ type: 'microphone', microphone: 'missing' });
    await clock.pass(5_000);
    assert.equal(state().call.status, 'open');
    dispatch({ type: 'microphone', microphone: 'ready' });
  },
  'the permission for the microphone is taken back': async ({
    clock,
    service,
    dispatch,
    phone,
  }) => {
    dispatch({ type: 'microphone', microphone: 'denied' });
    await clock.pass(5_000);
    const { audio } = service.devices.at(-1)!;
    const before = audio.opened;
    await phone.chooseMicrophone('default');
    assert.equal(audio.opened, before + 1, 'the microphone is opened again, each time');
    dispatch({ type: 'microphone', microphone: 'ready' });
  },
  'the page is loaded anew, and its rep returns': reloadAndReturn,
  'no UDP gets through for 10 s': async ({ clock, state }, call) => {
    const passing = async (seconds: number, packets: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 1) {
        call.emit('sample', second(packets));
        await clock.pass(1_000);
      }
    };
    await passing(10, 0);
    assert.deepEqual(state().connection, { status: 'poor', because: 'silence' });
    await passing(10, 50);
    assert.equal(state().connection.status, 'good');
  },
  'the SDK reports an error that is no end': async ({ clock }, call) => {
    call.emit('error', { code: 31000, message: 'UnknownError' });
    call.emit('warning', 'high-packet-loss');
    call.emit('warning-cleared', 'high-packet-loss');
    await clock.pass(1_000);
  },
};

/** What happens between two calls: the next one must ring all the same. */
const BETWEEN_CALLS: Record<string, (stage: PhoneStage) => Promise<void>> = {
  'nothing special': () => Promise.resolve(),
  'the computer sleeps for half an hour': async ({ clock, service, phone }) => {
    service.dropNetwork();
    await clock.sleep(30 * MINUTE);
    service.restoreNetwork();
    phone.wake();
  },
  'the network is away for two minutes': async ({ clock, service }) => {
    service.dropNetwork();
    await clock.pass(2 * MINUTE);
    service.restoreNetwork();
  },
  'Dealside is away for two minutes': async ({ clock, service }) => {
    service.isDown = true;
    await clock.pass(2 * MINUTE);
    service.isDown = false;
  },
  'the page comes back from the back/forward cache, its Device destroyed': async ({
    service,
    phone,
  }) => {
    service.devices.at(-1)!.destroy();
    phone.wake();
    await Promise.resolve();
  },
  'the phone service forgets the registration': ({ service }) => {
    const device = service.registered!;
    device.isReachable = false;
    device.emit('error', { code: 20104, message: 'expired', originalError: { code: 31205 } });
    return Promise.resolve();
  },
  'the test of the network fails': async ({ clock, dispatch, state }) => {
    const running: boolean[] = [];
    const test = createNetworkTest({
      start: () => ({
        on: (event, listener) =>
          event === 'failed' &&
          clock.after(500, () => (listener as (fault: object) => void)({ code: 53405 })),
        hasWay: () => false,
        stop: () => undefined,
      }),
      getToken: async () => ({ token: 't', lifetimeMs: MINUTE }),
      onRunning: (isRunning) => running.push(isRunning),
      onVerdict: (connection) => dispatch({ type: 'connection', connection }),
      clock,
    });
    test.runAgain();
    await clock.pass(2_000);
    assert.deepEqual(running, [true, false]);
    assert.deepEqual(state().connection, { status: 'poor', because: 'silence' });
  },
  'two customers ring and give up': async ({ clock, service }) => {
    const rung = ['one', 'two'].map((name) => service.ring(name)!);
    await clock.pass(5_000);
    for (const call of rung) call.hungUpThere();
  },
};

describe('a rep’s day of eight hours with 60 calls', () => {
  for (const tokenLifetimeMs of [HOUR, MINUTE]) {
    it(`has no call lost, no wrong customer and no dead phone, with tokens of ${tokenLifetimeMs / MINUTE} min`, async () => {
      const stage = await openStage({ tokenLifetimeMs });
      const { clock, service, state } = stage;
      const during = Object.entries(IN_A_CALL);
      const between = Object.entries(BETWEEN_CALLS);
      const happened = new Set<string>();
      let talked = 0;
      let slept = 0;
      for (let number = 0; number < CALLS; number += 1) {
        const beganAt = clock.now();
        const customer = `Customer ${number}`;
        const [what, happens] = during[number % during.length]!;
        const [gap, passes] = between[number % between.length]!;
        const where = `call ${number}: ${what}; before it: ${gap}`;
        happened.add(what).add(gap);

        await passes(stage);
        await clock.pass(MINUTE);
        const call = await begin(stage, customer, number % 3 === 0 ? 'outbound' : 'inbound', where);
        const own = (await happens(stage, call)) ?? call;
        await clock.pass(2 * MINUTE);

        const { call: line } = state();
        assert.deepEqual(
          isEngaged(line) && [line.status, line.callId],
          ['open', customer],
          `the screen shows the call that is on (${where})`,
        );
        assert.deepEqual(service.liveCalls, [own], `exactly this call is on (${where})`);
        if (number % 2 === 0) stage.phone.hangUp();
        else own.hungUpThere();
        await clock.pass(1_000);
        assert.deepEqual([state().call.status, service.liveCalls], ['idle', []], where);
        talked += 1;
        const tookMs = clock.now() - beganAt;
        slept += Math.max(0, tookMs - SLOT_MS);
        await clock.pass(Math.max(0, SLOT_MS - tookMs));
      }
      assert.equal(talked, CALLS);
      assert.deepEqual(service.cutOff, []);
      assert.equal(happened.size, during.length + between.length - 1);
      assert.ok(clock.now() - Date.parse('2026-11-30T08:00:00Z') >= 8 * HOUR + slept - MINUTE);
    });
  }
});

/** The customer waits meanwhile: the server ends no call whose rep is lost. */
async function reloadAndReturn(stage: PhoneStage, { customer }: StubCall): Promise<StubCall> {
  const { clock, service, state } = stage;
  const tab = new StubTab();
  const remember = () =>
    rememberLeft({ window: tab.window, storage: tab.storage, now: () => clock.now() });
  const me = { userId: 'ravi', modes: [], takesCalls: true };
  const snapshot = (present: boolean) => ({
    type: 'snapshot' as const,
    feed: 'live' as const,
    notices: [],
    calls: [{ ...callWith(), callId: customer, rep: { ...callWith().rep, present } }],
  });
  const before = remember();
  stage.dispatch({ type: 'me-known', me });
  stage.dispatch(snapshot(true));
  before.follow(state());
  tab.hides(false);
  tab.load();
  const after = remember();
  await stage.reload();
  assert.deepEqual([state().call.status, service.liveCalls], ['idle', []]);
  stage.dispatch({ type: 'me-known', me });
  stage.dispatch({ type: 'left', left: after.left() });
  stage.dispatch(snapshot(false));
  const left = callToReturnTo(state());
  assert.equal(left?.callId, customer, 'the way back is to the call that was left');
  await stage.phone.connect({ callId: left.callId }, { callId: left.callId });
  await clock.pass(2_000);
  return service.liveCalls[0]!;
}

async function begin(
  { clock, service, phone, state }: PhoneStage,
  customer: string,
  direction: 'inbound' | 'outbound',
  where: string,
): Promise<StubCall> {
  if (direction === 'outbound') {
    await phone.connect({ callId: customer }, { callId: customer });
    await clock.pass(2_000);
    return service.liveCalls[0]!;
  }
  const call = service.ring(customer);
  assert.ok(call, `the phone can be rung (${where})`);
  const ring = state().rings.find(({ callId }) => callId === customer)!;
  phone.answer(ring.lineId);
  await clock.pass(2_000);
  return call;
}
