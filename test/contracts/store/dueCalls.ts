import assert from 'node:assert/strict';
import type { Call } from '../../../server/domain/call/call.ts';
import { active, at, liveCall, ringingCall, supervisedCall } from '../../support/builders.ts';
import { clean, create, own, type StoreParts } from './parts.ts';

/** Due two seconds after a mode change was requested. */
const pending = (requestedAt = at(0)) =>
  liveCall({
    interventions: [active({ pending: { mode: 'barge', requestId: 'r', requestedAt } })],
  });

const ended = (call: Call, endedAt: string): Call => ({
  ...call,
  status: 'ended',
  endedAt,
  endReason: 'hung_up',
});

/** What the rounds ask of a store. */
export function dueCallsContract(parts: () => StoreParts): void {
  describe('a call that is due', () => {
    const dueIds = async (now: string, limit = 10_000) =>
      (await parts().dueCalls.due(now, limit)).map(({ call }) => call.callId);
    const isDue = async ({ callId }: Call, now: string) => (await dueIds(now)).includes(callId);
    const change = async ({ callId }: Call, to: (call: Call) => Call) =>
      void (await parts().store.changeCall(callId, (call) => ({
        call: to(call),
        audit: [],
        outbox: [],
        answer: 0,
      })));

    it('is found from its time on, whole', async () => {
      const call = await create(parts().store, own(pending()));
      assert.equal(await isDue(call, at(1)), false);
      assert.equal(await isDue(call, at(2)), true);
      const found = (await parts().dueCalls.due(at(2), 10_000)).find(
        (one) => one.call.callId === call.callId,
      );
      assert.deepEqual([clean(found!.call), found!.dueAt], [clean(call), at(2)]);
    });
    it('is found before those that are due later, as many as are asked for', async () => {
      const [later, first] = [
        await create(parts().store, own(pending(at(-90)))),
        await create(parts().store, own(pending(at(-99)))),
      ];
      const found = await dueIds(at(-80));
      assert.ok(found.indexOf(first.callId) < found.indexOf(later.callId));
      assert.equal((await dueIds(at(-80), 1)).length, 1);
    });
    it('says when the first is due, which is not later than any', async () => {
      const [later, first] = [at(-120), at(-150)];
      await create(parts().store, own(pending(later)));
      const call = await create(parts().store, own(pending(first)));
      const found = (await parts().dueCalls.due(at(-80), 10_000)).map(({ dueAt }) => dueAt);
      assert.equal(await parts().dueCalls.nextDueAt(), found.toSorted()[0]);
      await parts().dueCalls.reschedule(call.callId, found[0]!, undefined);
      assert.notEqual(await parts().dueCalls.nextDueAt(), found[0]);
    });
    it('is not due while nothing but an event can move it', async () => {
      const call = await create(parts().store, own(liveCall()));
      assert.equal(await isDue(call, at(1_000_000)), false);
    });
    it('is due as each change of it says', async () => {
      const call = await create(parts().store, own(liveCall()));
      await change(call, (now) => ({ ...now, interventions: own(pending()).interventions }));
      assert.equal(await isDue(call, at(2)), true);
      await change(call, (now) => ({ ...now, interventions: [] }));
      assert.equal(await isDue(call, at(1_000)), false);
    });
    it('is no longer due when it has ended', async () => {
      const call = await create(parts().store, own(pending()));
      await change(call, (now) => ended(now, at(9)));
      assert.equal(await isDue(call, at(1_000)), false);
    });
    it('can be made due later, or never', async () => {
      const call = await create(parts().store, own(pending()));
      await parts().dueCalls.reschedule(call.callId, at(2), at(30));
      assert.deepEqual([await isDue(call, at(29)), await isDue(call, at(30))], [false, true]);
      await parts().dueCalls.reschedule(call.callId, at(30), undefined);
      assert.equal(await isDue(call, at(1_000)), false);
    });
    it('keeps the time that a change has given it meanwhile', async () => {
      const call = await create(parts().store, own(pending()));
      await change(call, (now) => ({
        ...now,
        interventions: [
          active({ pending: { mode: 'barge', requestId: 'r', requestedAt: at(5) } }),
        ].map((one) => ({ ...one, interventionId: call.interventions[0]!.interventionId })),
      }));
      await parts().dueCalls.reschedule(call.callId, at(2), at(30));
      assert.equal(await isDue(call, at(7)), true);
    });
  });

  describe('the supervised calls', () => {
    it('are those with an intervention that has not ended, each once and whole', async () => {
      const call = await create(
        parts().store,
        own({ ...supervisedCall(), interventions: [active(), active()] }),
      );
      const plain = await create(parts().store, own(liveCall()));
      const ids = await parts().dueCalls.supervisedCallIds();
      assert.equal(ids.filter((id) => id === call.callId).length, 1);
      assert.equal(ids.includes(plain.callId), false);
      const found = (await parts().dueCalls.supervisedCalls()).filter(
        ({ callId }) => callId === call.callId,
      );
      assert.deepEqual(clean(found), [clean(call)]);
    });
  });

  describe('the conferences of calls', () => {
    const since = async (call: Call) =>
      (await parts().dueCalls.conferencesOf([call.callId])).map((one) => [one.status, one.since]);

    it('are known by call, with the time since when it is so', async () => {
      const ringing = await create(parts().store, own(ringingCall({ startedAt: at(3) })));
      const live = await create(parts().store, own(liveCall({ answeredAt: at(7) })));
      const over = await create(parts().store, own(ended(liveCall(), at(40))));
      assert.deepEqual(await since(ringing), [['ringing', at(3)]]);
      assert.deepEqual(await since(live), [['live', at(7)]]);
      assert.deepEqual(await since(over), [['ended', at(40)]]);
      assert.deepEqual(await parts().dueCalls.conferencesOf(['of nobody']), []);
      const open = (await parts().dueCalls.openConferences()).map(({ callId }) => callId);
      assert.deepEqual(
        [ringing, live, over].map(({ callId }) => open.includes(callId)),
        [true, true, false],
      );
      assert.deepEqual(open, open.toSorted());
    });
    it('have no id as long as none is reported', async () => {
      const ringing = await create(parts().store, own(ringingCall()));
      const live = await create(parts().store, own(liveCall()));
      const found = await parts().dueCalls.conferencesOf([ringing.callId, live.callId]);
      assert.deepEqual(
        found.map(({ callId, conferenceId }) => [callId, conferenceId]).toSorted(),
        [
          [ringing.callId, undefined],
          [live.callId, 'CF1'],
        ].toSorted(),
      );
    });
  });
}
