import assert from 'node:assert/strict';
import { liveCall } from '../../support/builders.ts';
import { until } from '../../support/until.ts';
import { clean, create, entry, message, own, unique, type StoreParts } from './parts.ts';

/** How a store changes a call. */
export function callChangeContract(parts: () => StoreParts): void {
  describe('a change', () => {
    it('writes call, audit and outbox together, and is told', async () => {
      const call = await create(parts().store, own(liveCall()));
      const told: string[] = [];
      const unsubscribe = parts().changes.subscribe({
        onChange: (callId) => told.push(callId),
        onGap: () => undefined,
      });
      const key = unique('key');
      const result = await parts().store.changeCall(call.callId, (now) => ({
        call: { ...now, conferenceId: 'CF2' },
        audit: [entry({ callId: call.callId })],
        outbox: [message(key)],
        answer: 'yes',
      }));
      assert.deepEqual(result, { answer: 'yes' });
      assert.equal((await parts().store.loadCall(call.callId))?.conferenceId, 'CF2');
      assert.equal((await parts().store.findAudit({ callId: call.callId })).length, 1);
      await until('the change is told', () => told.includes(call.callId));
      unsubscribe();
    });
    it('that only refuses writes audit alone', async () => {
      const call = await create(parts().store, own(liveCall()));
      await parts().store.changeCall(call.callId, () => ({
        audit: [entry({ callId: call.callId, result: 'refused', code: 'out_of_scope' })],
        outbox: [],
        answer: 0,
      }));
      assert.deepEqual(clean(await parts().store.loadCall(call.callId)), clean(call));
      assert.equal(
        (await parts().store.findAudit({ callId: call.callId }))[0]?.code,
        'out_of_scope',
      );
    });
    it('of an unknown call answers undefined', async () => {
      assert.equal(
        await parts().store.changeCall(unique('none'), () => ({
          audit: [],
          outbox: [],
          answer: 0,
        })),
        undefined,
      );
    });
    it('by the same callback is done once', async () => {
      const call = await create(parts().store, own(liveCall()));
      const key = unique('callback');
      const change = () =>
        parts().store.changeCall(
          call.callId,
          () => ({ audit: [entry({ callId: call.callId })], outbox: [], answer: 1 }),
          { callbackKey: key },
        );
      assert.deepEqual([await change(), await change()], [{ answer: 1 }, 'repeated']);
      assert.equal((await parts().store.findAudit({ callId: call.callId })).length, 1);
    });
    it('by a callback that came before its call is done when it comes again', async () => {
      const call = own(liveCall());
      const key = unique('callback');
      const change = () =>
        parts().store.changeCall(call.callId, () => ({ audit: [], outbox: [], answer: 1 }), {
          callbackKey: key,
        });
      assert.equal(await change(), undefined);
      await create(parts().store, call);
      assert.deepEqual(await change(), { answer: 1 });
    });
    it('that throws leaves nothing behind', async () => {
      const call = await create(parts().store, own(liveCall()));
      await assert.rejects(
        parts().store.changeCall(
          call.callId,
          () => {
            throw new Error('no');
          },
          { callbackKey: unique('callback') },
        ),
        /no/,
      );
      assert.deepEqual(clean(await parts().store.loadCall(call.callId)), clean(call));
    });
    it('sees what the change before it wrote, however many come at once', async () => {
      const call = await create(parts().store, own(liveCall({ customer: { name: '' } })));
      await Promise.all(
        Array.from({ length: 12 }, () =>
          parts().store.changeCall(call.callId, (now) => ({
            call: { ...now, customer: { name: `${now.customer.name}x` } },
            audit: [],
            outbox: [],
            answer: 0,
          })),
        ),
      );
      assert.equal((await parts().store.loadCall(call.callId))?.customer.name, 'x'.repeat(12));
    });
  });
}
