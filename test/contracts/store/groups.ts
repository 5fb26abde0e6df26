import assert from 'node:assert/strict';
import type { Call } from '../../../server/domain/call/call.ts';
import type { Change } from '../../../server/ports/index.ts';
import { liveCall } from '../../support/builders.ts';
import { create, entry, own, unique, type StoreParts } from './parts.ts';

const SIZE = 12;

/** How a store makes changes that come at once, which it may write together. */
export function groupContract(parts: () => StoreParts): void {
  const calls = (count: number): Promise<Call[]> =>
    Promise.all(Array.from({ length: count }, () => create(parts().store, own(liveCall()))));
  const rename =
    (name: string) =>
    (call: Call): Change<string> => ({
      call: { ...call, customer: { name } },
      audit: [entry({ callId: call.callId })],
      outbox: [],
      answer: name,
    });
  const nameOf = async ({ callId }: Call) => (await parts().store.loadCall(callId))?.customer.name;
  const entriesOf = async ({ callId }: Call) => (await parts().store.findAudit({ callId })).length;
  const isKept = async (call: Call, times: number): Promise<void> =>
    assert.equal(await entriesOf(call), times, `entries of ${call.callId}`);

  describe('changes that come at once', () => {
    it('are done beside one whose decision throws, of which nothing is written', async () => {
      const those = await calls(SIZE);
      const faulty = those[5]!;
      const before = await nameOf(faulty);
      const answers = await Promise.allSettled(
        those.map((call) =>
          parts().store.changeCall(
            call.callId,
            call === faulty
              ? () => {
                  throw new Error('no');
                }
              : rename('ok'),
          ),
        ),
      );
      assert.deepEqual(
        answers.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')),
        those.map((call) => (call === faulty ? 'failed' : { answer: 'ok' })),
      );
      assert.equal(await nameOf(faulty), before);
      for (const call of those) await isKept(call, call === faulty ? 0 : 1);
    });

    it('on one call are decided in their order, each on what the one before made of it', async () => {
      const [call, ...others] = await calls(SIZE);
      const letters = ['a', 'b', 'c', 'd', 'e'];
      await Promise.all([
        ...letters.map((letter) =>
          parts().store.changeCall(call!.callId, (now) =>
            rename(letter === 'a' ? 'a' : `${now.customer.name}${letter}`)(now),
          ),
        ),
        ...others.map(({ callId }) => parts().store.changeCall(callId, rename('beside'))),
      ]);
      assert.equal(await nameOf(call!), 'abcde');
      await isKept(call!, letters.length);
    });

    it('on the same calls in opposite orders are all done', async () => {
      const those = await calls(SIZE);
      const all = [those, those.toReversed(), those, those.toReversed()];
      await Promise.all(
        all.map((some) =>
          Promise.all(some.map(({ callId }) => parts().store.changeCall(callId, rename('ok')))),
        ),
      );
      for (const call of those) await isKept(call, all.length);
    });

    it('of a supervisor on several calls, in opposite orders, are all done', async () => {
      const those = await calls(4);
      const orders = [those, those.toReversed()].flatMap((some) =>
        ['maya', 'tomas'].map((userId) => ({ some, userId })),
      );
      await Promise.all(
        orders.flatMap(({ some, userId }) =>
          some.map(({ callId, orgId }) =>
            parts().store.changeSupervisedCall({ orgId, userId }, callId, rename('ok')),
          ),
        ),
      );
      for (const call of those) await isKept(call, orders.length);
    });

    it('that come again because their answer was lost are done once', async () => {
      const those = await calls(SIZE);
      const keys = those.map(() => unique('callback'));
      const bring = () =>
        those.map(({ callId }, i) =>
          parts().store.changeCall(callId, rename('brought'), { callbackKey: keys[i]! }),
        );
      // Again while the first are written, whose answers nobody has, and once more afterwards.
      const answers = await Promise.all([...bring(), ...bring()]);
      assert.deepEqual(
        answers.map((answer) => (answer === 'repeated' ? answer : 'done')),
        [...those.map(() => 'done'), ...those.map(() => 'repeated')],
      );
      assert.deepEqual(
        await Promise.all(bring()),
        those.map(() => 'repeated'),
      );
      for (const call of those) await isKept(call, 1);
    });
  });
}
