import assert from 'node:assert/strict';
import type { Call } from '../../../server/domain/call/call.ts';
import {
  active,
  at,
  liveCall,
  participant,
  ringingCall,
  supervisedCall,
} from '../../support/builders.ts';
import { endedCall } from '../../support/endedRepCall.ts';
import { clean, create, entry, own, unique, type StoreParts } from './parts.ts';

/** How a store keeps and finds calls. */
export function storedCallContract(parts: () => StoreParts): void {
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
              praised: true,
              at: at(80),
              coaching: { dueOn: '2026-11-09', note: 'Pace.' },
            },
          },
          {
            ...facts,
            interventionId: 'i2',
            status: 'ended',
            leftAt: at(70),
            endReason: 'revoked',
            because: 'out_of_scope',
            outcome: { status: 'not_asked' },
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
        const call = await create(parts().store, own(make()));
        assert.deepEqual(clean(await parts().store.loadCall(call.callId)), clean(call));
      });
    }
    it('is created once', async () => {
      const call = await create(parts().store, own(liveCall()));
      assert.equal(
        await parts().store.createCall({ ...call, direction: 'inbound' }, [entry()], []),
        false,
      );
      assert.equal((await parts().store.loadCall(call.callId))?.direction, 'outbound');
    });
    it('is loaded with others at once; what is not there is left out', async () => {
      const two = [
        await create(parts().store, own(liveCall())),
        await create(parts().store, own(supervisedCall({}, 'nobody'))),
      ];
      const [one, other] = two.map(({ callId }) => callId) as [string, string];
      const loaded = await parts().store.loadCalls([other, one, 'nothing', one]);
      assert.deepEqual([...loaded.keys()].toSorted(), [one, other].toSorted());
      for (const call of two) assert.deepEqual(clean(loaded.get(call.callId)), clean(call));
      assert.equal((await parts().store.loadCalls([])).size, 0);
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
      await create(parts().store, call);
      assert.equal(
        (await parts().store.findCallByIntervention(call.interventions[0]!.interventionId))?.callId,
        call.callId,
      );
      assert.equal((await parts().store.findCallByNotice(noticeId))?.callId, call.callId);
    });
    it('is the place of its intervention, as long as it is open and afterwards', async () => {
      const { store } = parts();
      const call = await create(store, own(supervisedCall()));
      const { interventionId } = call.interventions[0]!;
      const place = async () => {
        const { orgId, callId } = (await store.placeOfIntervention(interventionId))!;
        return { orgId, callId };
      };
      const { orgId, callId } = call;
      assert.deepEqual(await place(), { orgId, callId });
      await store.changeCall(callId, (now) => ({
        call: { ...now, status: 'ended', endedAt: at(60), endReason: 'hung_up' },
        audit: [],
        outbox: [],
        answer: 0,
      }));
      assert.deepEqual(await place(), { orgId, callId });
      assert.equal(await store.placeOfIntervention('nobody'), undefined);
    });
    it('is found by org, opportunity, rep and status, newest first', async () => {
      const first = await create(
        parts().store,
        own(liveCall({ opportunity: { opportunityId: '006A', name: 'A' } })),
      );
      const second = await create(parts().store, {
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
        parts().store,
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
    it('that its rep has not wrapped up is found for that rep only, newest first', async () => {
      const orgId = unique('org');
      const ended = (more: object) =>
        create(parts().store, { ...own(endedCall()), orgId, ...more });
      const [older, newer, noDeal] = [
        await ended({ startedAt: at(-200) }),
        await ended({ startedAt: at(-100) }),
        await ended({ startedAt: at(-50), opportunity: undefined }),
      ];
      await create(parts().store, own(liveCall()));
      const found = async (more: object = {}) => {
        const { calls, total } = await parts().store.findCallsToWrapUp({
          orgId,
          userId: older.rep.userId,
          onOpportunityOnly: false,
          limit: 10,
          ...more,
        });
        const mine = [older, newer, noDeal].map(({ callId }) => callId);
        return [calls.map(({ callId }) => mine.indexOf(callId)), total];
      };
      assert.deepEqual(await found(), [[2, 1, 0], 3]);
      assert.deepEqual(await found({ onOpportunityOnly: true }), [[1, 0], 2]);
      assert.deepEqual(await found({ limit: 1 }), [[2], 3]);
      assert.deepEqual(await found({ userId: 'nobody' }), [[], 0]);
      await parts().store.changeCall(newer.callId, (call) => ({
        call: {
          ...call,
          wrapUps: [{ repUserId: call.rep.userId, disposition: 'advanced', at: at(0) }],
        },
        audit: [],
        outbox: [],
        answer: 0,
      }));
      assert.deepEqual((await found())[0], [2, 0]);
      assert.equal((await parts().store.loadCall(newer.callId))!.wrapUps!.length, 1);
    });
  });
}
