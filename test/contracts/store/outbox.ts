import assert from 'node:assert/strict';
import type { OutboxMessage } from '../../../server/domain/outbox/message.ts';
import type { ExceptedMessages } from '../../../server/ports/index.ts';
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
    it('says when the first is due, though it is handed out', async () => {
      const key = unique('key');
      await write(key);
      const written = await parts().outbox.nextDueAt();
      assert.ok(written !== undefined && written <= new Date(Date.now() + 1_000).toISOString());
      while ((await parts().outbox.claim(1000, 60_000)).length > 0);
      const leased = await parts().outbox.nextDueAt();
      assert.ok(leased !== undefined && leased > written, `${leased} is after ${written}`);
    });
    it('is not handed out any more once done', async () => {
      const key = unique('key');
      await write(key);
      const [first] = await claimed(key, 0);
      await parts().outbox.done([first!.messageId]);
      assert.equal((await claimed(key)).length, 0);
    });
    it('that failed waits for its time, or is dead-lettered', async () => {
      const [later, never] = [unique('key'), unique('key')];
      await write(later);
      await write(never);
      const found = await parts().outbox.claim(1000, 0);
      const setAsideBefore = (await parts().outbox.backlog()).deadLetters;
      await parts().outbox.failed([
        {
          messageId: found.find((one) => one.key === later)!.messageId,
          error: 'busy',
          retryAt: new Date(Date.now() + 3_600_000).toISOString(),
        },
        {
          messageId: found.find((one) => one.key === never)!.messageId,
          error: 'refused',
          retryAt: undefined,
        },
      ]);
      assert.deepEqual([(await claimed(later)).length, (await claimed(never)).length], [0, 0]);
      assert.equal((await parts().outbox.backlog()).deadLetters, setAsideBefore + 1);
    });
    it('that was dead-lettered is shown to its own org with the reason, and delivered again on demand', async () => {
      const key = unique('key');
      await write(key);
      const [taken] = await claimed(key, 0);
      await parts().outbox.failed([
        {
          messageId: taken!.messageId,
          error: 'A picklist lacks a value.',
          fault: { code: 'picklist_value_missing', said: 'bad value for Reason_Code__c: \0x' },
          retryAt: undefined,
        },
      ]);
      const shown = (await parts().outbox.deadLetters(ORG)).find(
        ({ messageId }) => messageId === taken!.messageId,
      );
      assert.deepEqual(
        [shown?.topic, shown?.error, shown?.fault?.code],
        ['crm.intervention', 'A picklist lacks a value.', 'picklist_value_missing'],
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

    describe('of many', () => {
      const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
      /** Messages of an org of their own, one for each topic. */
      async function writeTo(orgId: string, ...topics: OutboxMessage['topic'][]) {
        const call = await create(parts().store, own(liveCall()));
        const messages = topics.map(
          (topic) => ({ ...message(unique('key')), orgId, topic }) as OutboxMessage,
        );
        await parts().store.changeCall(call.callId, () => ({
          audit: [],
          outbox: messages,
          answer: 0,
        }));
      }
      /** The ids of the org's messages, once one is due; times are kept by the millisecond. */
      const dueOf = (orgId: string): Promise<string[]> =>
        until('one is due', async () => {
          const ids = (await claimedOf(orgId)).map(({ messageId }) => messageId);
          return ids.length > 0 ? ids : undefined;
        });
      const claimedOf = async (orgId: string, except: ExceptedMessages[] = []) =>
        (await parts().outbox.claim(1000, 60_000, except)).filter((one) => one.orgId === orgId);

      it('stays when its org is excepted, and when its topic is', async () => {
        const [held, free] = [unique('org'), unique('org')];
        await writeTo(held, 'crm.intervention', 'crm.help');
        await writeTo(free, 'crm.intervention');
        const except = [{ orgId: held, topics: ['crm.help' as const] }];
        assert.deepEqual(await claimedOf(held, [{ orgId: held }]), []);
        assert.deepEqual(
          (await claimedOf(held, except)).map(({ topic }) => topic),
          ['crm.intervention'],
        );
        assert.deepEqual(await claimedOf(held, except), []);
        assert.deepEqual(
          (await claimedOf(held)).map(({ topic }) => topic),
          ['crm.help'],
        );
      });
      it('is settled by itself: done, failed, or given back', async () => {
        const org = unique('org');
        await writeTo(org, 'crm.intervention', 'crm.help', 'crm.notification');
        const [done, failed, givenBack] = (await claimedOf(org)).map(({ messageId }) => messageId);
        await parts().outbox.done([done!]);
        await parts().outbox.failed([
          { messageId: failed!, error: 'NUL \0 and half a pair \ud83d', retryAt: inAnHour() },
        ]);
        await parts().outbox.renew([done!, givenBack!], 0);
        assert.deepEqual(await dueOf(org), [givenBack]);
        assert.equal((await parts().outbox.backlog(org)).waiting, 2);
      });
      it('is kept by who renews its lease', async () => {
        const org = unique('org');
        await writeTo(org, 'crm.intervention');
        const [taken] = (await parts().outbox.claim(1000, 0)).filter((one) => one.orgId === org);
        await parts().outbox.renew([taken!.messageId], 60_000);
        assert.deepEqual(await claimedOf(org), []);
      });
      it('that failed first asks whether its org is back, and that attempt does not count', async () => {
        const org = unique('org');
        assert.equal(await parts().outbox.probe(org), false);
        await writeTo(org, 'crm.intervention', 'crm.help');
        const own = (await parts().outbox.claim(1000, 60_000)).filter((one) => one.orgId === org);
        assert.equal(await parts().outbox.probe(org), false, 'what is claimed stays claimed');
        await parts().outbox.failed(
          own.map(({ messageId }) => ({ messageId, error: 'away', retryAt: inAnHour() })),
        );
        assert.equal(await parts().outbox.probe(org), true);
        const asked = (await parts().outbox.claim(1000, 60_000)).filter((one) => one.orgId === org);
        assert.deepEqual(
          asked.map(({ messageId, attempts }) => ({ messageId, attempts })),
          [{ messageId: own[0]!.messageId, attempts: 1 }],
        );
      });
      it('that failed is due at once when its org is hurried; what is claimed stays claimed', async () => {
        const [org, another] = [unique('org'), unique('org')];
        await writeTo(org, 'crm.intervention', 'crm.help');
        await writeTo(another, 'crm.intervention');
        const claims = await parts().outbox.claim(1000, 60_000);
        const own = claims.filter((one) => one.orgId === org);
        const other = claims.filter((one) => one.orgId === another);
        await parts().outbox.failed(
          [own[0]!, other[0]!].map(({ messageId }) => ({
            messageId,
            error: 'away',
            retryAt: inAnHour(),
          })),
        );
        await parts().outbox.hurry(org);
        assert.deepEqual(await dueOf(org), [own[0]!.messageId]);
        assert.deepEqual(await claimedOf(another), []);
      });
    });
  });
}
