import assert from 'node:assert/strict';
import { liveCall, ORG } from '../../support/builders.ts';
import { until } from '../../support/until.ts';
import { create, message, own, unique, type StoreParts } from './parts.ts';

/** How a store keeps messages until they are delivered. */
export function outboxContract(parts: () => StoreParts): void {
  describe('an outbox message', () => {
    const write = async (key: string): Promise<void> => {
      const call = await create(parts().store, own(liveCall()));
      await parts().store.changeCall(call.callId, () => ({
        audit: [],
        outbox: [message(key), message(key)],
        answer: 0,
      }));
    };
    const claimed = async (key: string, leaseMs = 60_000) =>
      (await parts().outbox.claim(1000, leaseMs)).filter((one) => one.key === key);

    it('is handed out once per key and lease', async () => {
      const key = unique('key');
      await write(key);
      assert.equal((await claimed(key)).length, 1);
      assert.equal((await claimed(key)).length, 0);
    });
    it('is handed out again when the lease has run out', async () => {
      const key = unique('key');
      await write(key);
      await claimed(key, 0);
      const [again] = await until('the lease has run out', async () => {
        const found = await claimed(key, 60_000);
        return found.length > 0 ? found : undefined;
      });
      assert.equal(again!.attempts, 2);
    });
    it('is not handed out any more once done', async () => {
      const key = unique('key');
      await write(key);
      const [first] = await claimed(key, 0);
      await parts().outbox.done(first!.messageId);
      assert.equal((await claimed(key)).length, 0);
    });
    it('that failed waits for its time, or is dead-lettered', async () => {
      const [later, never] = [unique('key'), unique('key')];
      await write(later);
      await write(never);
      const found = await parts().outbox.claim(1000, 0);
      const setAsideBefore = (await parts().outbox.backlog()).deadLetters;
      await parts().outbox.failed(
        found.find((one) => one.key === later)!.messageId,
        'busy',
        new Date(Date.now() + 3_600_000).toISOString(),
      );
      await parts().outbox.failed(
        found.find((one) => one.key === never)!.messageId,
        'refused',
        undefined,
      );
      assert.deepEqual([(await claimed(later)).length, (await claimed(never)).length], [0, 0]);
      assert.equal((await parts().outbox.backlog()).deadLetters, setAsideBefore + 1);
    });
    it('that was dead-lettered is shown to its own org with the reason, and delivered again on demand', async () => {
      const key = unique('key');
      await write(key);
      const [taken] = await claimed(key, 0);
      await parts().outbox.failed(taken!.messageId, 'A picklist lacks a value.', undefined);
      const shown = (await parts().outbox.deadLetters(ORG)).find(
        ({ messageId }) => messageId === taken!.messageId,
      );
      assert.deepEqual(
        [shown?.topic, shown?.problem],
        ['crm.intervention', 'A picklist lacks a value.'],
      );
      assert.deepEqual(
        (await parts().outbox.deadLetters('another')).filter(
          ({ messageId }) => messageId === taken!.messageId,
        ),
        [],
      );
      assert.equal(await parts().outbox.retry('another', taken!.messageId), false);
      assert.equal(await parts().outbox.retry(ORG, taken!.messageId), true);
      assert.equal(await parts().outbox.retry(ORG, taken!.messageId), false);
      const [again] = await claimed(key);
      assert.deepEqual([again?.messageId, again?.attempts], [taken!.messageId, 1]);
    });
  });
}
