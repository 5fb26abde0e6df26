import assert from 'node:assert/strict';
import type { CallbackFault, RestFault } from '../../../../local/carrier/faults/faultBook.ts';
import {
  NUMBER,
  PHONE,
  refused,
  onCarrierBench,
  startCarrierBench,
  type CarrierBench,
} from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

/** Longer than any test takes. */
const LONG = 600_000;

describe('faults of the stand-in, on demand', () => {
  let bench: CarrierBench;
  let room: string;
  onCarrierBench((place) => ({ bench, room } = place));
  afterEach(() => bench.control('DELETE', 'faults'));

  const faults = (asked: { callbacks?: CallbackFault[]; rest?: RestFault[] }) =>
    bench.control('POST', 'faults', asked);
  const events = () =>
    bench.callbacks.map(({ params }) =>
      `${params.StatusCallbackEvent} ${params.ParticipantLabel ?? ''}`.trim(),
    );
  const legOf = ({ conferenceSid, callSid }: { conferenceSid: string; callSid: string }) =>
    bench.client.conferences(conferenceSid).participants(callSid);

  describe('of callbacks', () => {
    it('lose the one that is named, and no other', async () => {
      await faults({
        callbacks: [
          {
            does: 'lose',
            where: { StatusCallbackEvent: 'participant-join', ParticipantLabel: 'rep' },
          },
        ],
      });
      await bench.join(room, 'customer');
      await bench.carrier.callbacks.idle();
      await bench.join(room, 'rep');
      await bench.callbackWith({ StatusCallbackEvent: 'conference-start' });
      assert.deepEqual(events(), ['participant-join customer', 'conference-start']);
    });

    it('lose the next, double the next, and stop then', async () => {
      await bench.join(room, 'customer');
      const rep = await bench.join(room, 'rep');
      await bench.carrier.callbacks.idle();
      bench.callbacks.length = 0;
      await bench.control('POST', 'faults', { loseNext: 1 });
      await legOf(rep).update({ muted: true });
      await bench.control('POST', 'faults', { doubleNext: 1 });
      await legOf(rep).update({ muted: false });
      await legOf(rep).update({ hold: true });
      await bench.callbackWith({ StatusCallbackEvent: 'participant-hold' });
      await bench.carrier.callbacks.idle();
      assert.deepEqual(events().sort(), [
        'participant-hold rep',
        'participant-unmute rep',
        'participant-unmute rep',
      ]);
      assert.equal(
        new Set(
          bench.callbacks
            .filter(({ params }) => params.StatusCallbackEvent === 'participant-unmute')
            .map(({ params }) => params.SequenceNumber),
        ).size,
        1,
      );
    });

    it('delay one until faults end, so that the next overtakes it', async () => {
      const rep = await bench.join(room, 'rep');
      await bench.carrier.callbacks.idle();
      await faults({
        callbacks: [
          { does: 'delay', ms: LONG, next: 1, where: { StatusCallbackEvent: 'participant-mute' } },
        ],
      });
      await legOf(rep).update({ muted: true });
      await legOf(rep).update({ muted: false });
      await bench.callbackWith({ StatusCallbackEvent: 'participant-unmute' });
      await bench.control('DELETE', 'faults');
      await bench.callbackWith({ StatusCallbackEvent: 'participant-mute' });
      assert.deepEqual(events(), [
        'participant-join rep',
        'participant-unmute rep',
        'participant-mute rep',
      ]);
    });

    it('deliver the next three last first', async () => {
      const rep = await bench.join(room, 'rep');
      await bench.carrier.callbacks.idle();
      await faults({ callbacks: [{ does: 'reorder', next: 3, ms: LONG }] });
      await legOf(rep).update({ muted: true });
      await legOf(rep).update({ hold: true });
      await legOf(rep).update({ endConferenceOnExit: true });
      await bench.callbackWith({ StatusCallbackEvent: 'participant-mute' });
      const order = bench.callbacks.map(({ params }) => Number(params.SequenceNumber));
      assert.deepEqual(order, [1, 4, 3, 2]);
    });

    it('keep one back no longer than asked when nothing comes after it', async () => {
      await faults({ callbacks: [{ does: 'reorder', next: 2, ms: 50 }] });
      await bench.join(room, 'rep');
      await bench.callbackWith({ StatusCallbackEvent: 'participant-join' });
    });
  });

  describe('of REST', () => {
    let rep: { conferenceSid: string; callSid: string };

    beforeEach(async () => {
      rep = await bench.join(room, 'rep');
    });
    const isMuted = async () => (await legOf(rep).fetch()).muted;

    it('refuse with 20429, and nothing is done', async () => {
      await faults({ rest: [{ does: '429', next: 1, method: 'POST', path: '/Participants/' }] });
      assert.equal(await isMuted(), false);
      await refused(legOf(rep).update({ muted: true }), 429, 20429);
      assert.equal(await isMuted(), false);
      assert.equal((await legOf(rep).update({ muted: true })).muted, true);
    });

    it('refuse with 500, and nothing is done', async () => {
      await faults({ rest: [{ does: '500', next: 2, where: { Muted: 'true' } }] });
      assert.equal((await legOf(rep).update({ muted: false })).muted, false);
      await refused(legOf(rep).update({ muted: true }), 500, 20500);
      await refused(legOf(rep).update({ muted: true }), 500, 20500);
      assert.equal(await isMuted(), false);
    });

    it('are slow', async () => {
      await faults({ rest: [{ does: 'slow', next: 1, ms: 200, method: 'POST' }] });
      const since = performance.now();
      await legOf(rep).update({ muted: true });
      assert.ok(performance.now() - since >= 195);
    });

    it('lose the answer to what was done', async () => {
      await faults({ rest: [{ does: 'lose-answer', next: 1, method: 'POST' }] });
      await assert.rejects(legOf(rep).update({ muted: true }), { code: 'ECONNRESET' });
      assert.equal(await isMuted(), true);
    });

    it('lose the answer to a dial: it rings all the same', async () => {
      await faults({ rest: [{ does: 'lose-answer', next: 1, where: { Label: 'customer' } }] });
      await assert.rejects(bench.dial(room, 'customer'), { code: 'ECONNRESET' });
      await until('the customer is there', async () =>
        (await bench.client.conferences(rep.conferenceSid).participants.list()).some(
          ({ label }) => label === 'customer',
        ),
      );
    });

    it('lose the request: nothing is done', async () => {
      await faults({ rest: [{ does: 'lose-request', next: 1, method: 'DELETE' }] });
      await assert.rejects(legOf(rep).remove(), { code: 'ECONNRESET' });
      assert.equal(await isMuted(), false);
    });
  });

  it('are shown, ended, and refused when there is no such fault', async () => {
    await faults({ callbacks: [{ does: 'lose' }], rest: [{ does: 'slow', ms: 1 }] });
    assert.deepEqual(await bench.control('GET', 'faults'), {
      callbacks: [{ does: 'lose' }],
      rest: [{ does: 'slow', ms: 1 }],
      media: null,
      thirdLegDelayMs: 0,
      held: 0,
    });
    await bench.control('DELETE', 'faults');
    assert.deepEqual(await bench.control('GET', 'faults'), {
      callbacks: [],
      rest: [],
      media: null,
      thirdLegDelayMs: 0,
      held: 0,
    });
    assert.match(
      (await bench.control<{ message: string }>('POST', 'faults', { rest: [{ does: 'explode' }] }))
        .message,
      /unknown fault explode/,
    );
  });

  it('drop a leg, as when its network fails', async () => {
    const rep = await bench.join(room, 'rep');
    await bench.join(room, 'customer');
    await bench.control('DELETE', `legs/${rep.callSid}`);
    const { params } = await bench.callbackWith({
      StatusCallbackEvent: 'participant-leave',
      ParticipantLabel: 'rep',
    });
    assert.equal(params.ReasonParticipantLeft, 'participant_hung_up');
  });
});

describe('the stand-in, killed', () => {
  let bench: CarrierBench;
  beforeEach(async () => {
    bench = await startCarrierBench();
  });
  afterEach(() => bench?.stop());

  /** The client may still try a connection that died with the machine. */
  const isBack = () =>
    until('it is back', () =>
      bench.client.conferences.list().then(
        () => true,
        () => false,
      ),
    );

  it('comes back on the same port with its numbers, without its calls, and has told nobody', async () => {
    const { callSid, conferenceSid } = await bench.join('room', 'rep', {
      statusCallback: `${bench.listener}/leg`,
    });
    await bench.callbackWith({ StatusCallbackEvent: 'participant-join' });
    bench.callbacks.length = 0;
    await bench.carrier.restart();
    await isBack();
    await refused(bench.client.calls(callSid).fetch(), 404, 20404);
    await refused(bench.client.conferences(conferenceSid).fetch(), 404, 20404);
    assert.deepEqual(await bench.client.conferences.list(), []);
    assert.deepEqual(bench.callbacks, []);
    await bench.join('room', 'rep');
    await bench.client.calls.create({ from: NUMBER, to: PHONE, twiml: '<Response/>' });
  });

  it('answers nobody while it is away', async () => {
    await bench.control('POST', 'restart', { downMs: 3_000 });
    await until('it is away', () =>
      bench.client.conferences.list().then(
        () => false,
        (error: { code: string }) => error.code === 'ECONNREFUSED',
      ),
    );
    await isBack();
  });

  it('loses what was on its way', async () => {
    await bench.control('POST', 'faults', { delayMs: LONG });
    await bench.join('room', 'rep');
    await bench.carrier.restart();
    await bench.control('DELETE', 'faults');
    const { callSid } = await bench.join('other', 'customer');
    await bench.callbackWith({ CallSid: callSid, StatusCallbackEvent: 'participant-join' });
    assert.deepEqual(
      bench.callbacks.map(({ params }) => params.ParticipantLabel),
      ['customer'],
    );
  });
});
