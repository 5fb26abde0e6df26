import assert from 'node:assert/strict';
import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import type { Call } from '../../server/domain/call/call.ts';
import type { OutboxMessage } from '../../server/domain/outbox/outbox.ts';
import type { CallChanges, Outbox, Store } from '../../server/ports/index.ts';
import {
  active,
  at,
  participant,
  liveCall,
  ORG,
  ringingCall,
  supervisedCall,
} from '../support/builders.ts';
import { until } from '../support/until.ts';

export interface StoreParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly changes: CallChanges;
}

let counter = 0;
const unique = (name: string): string => `${name}-${(counter += 1)}`;

const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  auditId: unique('audit'),
  orgId: ORG,
  at: at(1),
  actor: { kind: 'system' },
  action: 'AuditVerified',
  result: 'done',
  details: {},
  ...more,
});
const message = (key: string): OutboxMessage => ({
  key,
  orgId: ORG,
  topic: 'crm.intervention',
  payload: { callId: 'c', interventionId: 'i' },
});

/** What every store promises; run on the fake and on PostgreSQL. */
export function storeContract(parts: () => StoreParts): void {
  const create = async (call: Call): Promise<Call> => {
    assert.equal(await parts().store.createCall(call, [], []), true);
    return call;
  };
  /** A call with ids of its own, so that cases do not meet. */
  function own<C extends Call>(call: C): C {
    const callId = unique('call');
    const interventions = call.interventions.map((i) => ({ ...i, interventionId: unique('i') }));
    return { ...call, callId, orgId: unique('org'), interventions };
  }

  describe('a stored call', () => {
    const ended = (): Call => {
      const {
        status: _s,
        mode: _m,
        modeSince: _ms,
        ...facts
      } = active({ reason: { code: 'other', note: 'Asked for me.' } });
      return {
        ...liveCall(),
        status: 'ended',
        endedAt: at(90),
        endReason: 'hung_up',
        interventions: [
          {
            ...facts,
            status: 'ended',
            leftAt: at(60),
            endReason: 'supervisor_left',
            outcome: {
              status: 'given',
              code: 'saved',
              note: 'Fine.',
              at: at(80),
              coaching: { dueOn: '2026-11-09', note: 'Pace.' },
            },
          },
        ],
      };
    };
    const shapes: [string, () => Call][] = [
      [
        'ringing',
        () =>
          ringingCall({
            participants: [
              participant('rep'),
              participant('customer', {
                status: 'ringing',
                connectionId: undefined,
                joinedAt: undefined,
              }),
            ],
          }),
      ],
      [
        'live and supervised, with a switch pending',
        () =>
          supervisedCall({
            pending: {
              mode: 'barge',
              requestId: 'r',
              requestedAt: at(3),
              reason: { code: 'large_deal' },
              whisperSkipped: true,
            },
          }),
      ],
      [
        'in takeover, with a problem',
        () =>
          supervisedCall(
            {
              mode: 'takeover',
              repAfterTakeover: 'listens',
              leaving: true,
              problem: { code: 'carrier_unavailable', mode: 'barge', at: at(4) },
            },
            'everyone',
          ),
      ],
      [
        'told to the rep',
        () =>
          supervisedCall({}, 'nobody', {
            notices: [
              {
                noticeId: unique('n'),
                interventionId: 'i1',
                supervisor: active().supervisor,
                mode: 'barge',
                reasonCode: 'large_deal',
                at: at(2),
                acknowledgedAt: at(3),
              },
            ],
          }),
      ],
      [
        'spoken on in a language',
        () =>
          liveCall({
            language: { code: 'en', because: 'customer_address', wanted: 'fr', toRep: 'de' },
          }),
      ],
      [
        'with opportunity and amount',
        () =>
          liveCall({
            opportunity: {
              opportunityId: '006',
              name: 'Renewal',
              stage: 'Proposal',
              amount: 1500.5,
            },
          }),
      ],
      ['ended, with outcome and coaching', ended],
    ];
    for (const [name, make] of shapes) {
      it(`comes back as it was: ${name}`, async () => {
        const call = await create(own(make()));
        assert.deepEqual(clean(await parts().store.loadCall(call.callId)), clean(call));
      });
    }
    it('is created once', async () => {
      const call = await create(own(liveCall()));
      assert.equal(
        await parts().store.createCall({ ...call, direction: 'inbound' }, [entry()], []),
        false,
      );
      assert.equal((await parts().store.loadCall(call.callId))?.direction, 'outbound');
    });
    it('is found by intervention and by notice', async () => {
      const noticeId = unique('notice');
      const call = own(
        supervisedCall({}, 'nobody', {
          notices: [
            {
              noticeId,
              interventionId: 'i1',
              supervisor: active().supervisor,
              mode: 'monitor',
              at: at(2),
            },
          ],
        }),
      );
      await create(call);
      assert.equal(
        (await parts().store.findCallByIntervention(call.interventions[0]!.interventionId))?.callId,
        call.callId,
      );
      assert.equal((await parts().store.findCallByNotice(noticeId))?.callId, call.callId);
    });
    it('is found by org, opportunity, rep and status, newest first', async () => {
      const first = await create(
        own(liveCall({ opportunity: { opportunityId: '006A', name: 'A' } })),
      );
      const second = await create({
        ...own(liveCall({ opportunity: { opportunityId: '006A', name: 'A' }, startedAt: at(50) })),
        orgId: first.orgId,
      });
      const ids = async (query: object) =>
        (await parts().store.findCalls({ orgId: first.orgId, ...query })).map(
          (call) => call.callId,
        );
      assert.deepEqual(await ids({ opportunityId: '006A' }), [second.callId, first.callId]);
      assert.deepEqual(await ids({ opportunityId: '006B' }), []);
      assert.deepEqual(await ids({ repUserId: 'ravi', status: ['live'] }), [
        second.callId,
        first.callId,
      ]);
      assert.deepEqual(await ids({ status: ['ended'] }), []);
      assert.deepEqual(await parts().store.findCalls({ orgId: unique('org') }), []);
    });
    it('whose outcome is due is found for its supervisor only', async () => {
      const { status: _s, mode: _m, modeSince: _ms, ...facts } = active();
      const call = await create(
        own(
          liveCall({
            interventions: [
              {
                ...facts,
                status: 'ended',
                leftAt: at(60),
                endReason: 'supervisor_left',
                outcome: { status: 'due' },
              },
            ],
          }),
        ),
      );
      const due = async (userId: string) =>
        (await parts().store.findCalls({ orgId: call.orgId, outcomeDueBy: userId })).length;
      assert.deepEqual([await due('maya'), await due('dana')], [1, 0]);
    });
  });

  describe('a change', () => {
    it('writes call, audit and outbox together, and is told', async () => {
      const call = await create(own(liveCall()));
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
      const call = await create(own(liveCall()));
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
      const call = await create(own(liveCall()));
      const key = unique('callback');
      const change = () =>
        parts().store.changeCall(
          call.callId,
          () => ({ audit: [entry({ callId: call.callId })], outbox: [], answer: 1 }),
          key,
        );
      assert.deepEqual([await change(), await change()], [{ answer: 1 }, 'repeated']);
      assert.equal((await parts().store.findAudit({ callId: call.callId })).length, 1);
    });
    it('by a callback that came before its call is done when it comes again', async () => {
      const call = own(liveCall());
      const key = unique('callback');
      const change = () =>
        parts().store.changeCall(call.callId, () => ({ audit: [], outbox: [], answer: 1 }), key);
      assert.equal(await change(), undefined);
      await create(call);
      assert.deepEqual(await change(), { answer: 1 });
    });
    it('that throws leaves nothing behind', async () => {
      const call = await create(own(liveCall()));
      await assert.rejects(
        parts().store.changeCall(
          call.callId,
          () => {
            throw new Error('no');
          },
          unique('callback'),
        ),
        /no/,
      );
      assert.deepEqual(clean(await parts().store.loadCall(call.callId)), clean(call));
    });
    it('sees what the change before it wrote, however many come at once', async () => {
      const call = await create(own(liveCall({ customer: { name: '' } })));
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

  describe('an outbox message', () => {
    const write = async (key: string): Promise<void> => {
      const call = await create(own(liveCall()));
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

/** Without keys that are undefined: absent and undefined mean the same. */
const clean = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
