import assert from 'node:assert/strict';
import type { Call, Party } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { CarrierFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { at, participant, ringingCall } from '../../../support/builders.ts';

const CUSTOMER: Party = { role: 'customer' };
const facts = { callId: 'c1', party: CUSTOMER, connectionId: 'CA-customer', at: at(9) } as const;
const inConference: CarrierFact = {
  ...facts,
  type: 'participant-joined',
  conferenceId: 'CF1',
  audibleTo: 'everyone',
  onHold: false,
};
const phone = (status: 'answered' | 'no-answer'): CarrierFact => ({
  ...facts,
  type: 'participant-status',
  status,
});
/** Ravi is connected and the customer's phone was dialed. */
const dialing = ringingCall({
  conferenceId: 'CF1',
  participants: [
    participant('rep'),
    participant('customer', { status: 'ringing', connectionId: undefined, joinedAt: undefined }),
  ],
});
const after = (call: Call, ...reported: CarrierFact[]): Call =>
  reported.reduce((so, fact) => evolveAll(so, observe(so, fact, at(10))), call);
const statusOf = (call: Call): string[] => [
  call.status,
  call.participants.find(({ party }) => party.role === 'customer')!.status,
];

describe('a customer who was dialed', () => {
  it('is not on the call while the phone is only heard ringing (T10)', () =>
    assert.deepEqual(statusOf(after(dialing, inConference)), ['ringing', 'ringing']));

  for (const [order, ...reported] of [
    ['the conference and then the answer', inConference, phone('answered')],
    ['the answer and then the conference', phone('answered'), inConference],
    ['each of them twice', inConference, inConference, phone('answered'), phone('answered')],
  ] as const)
    it(`is on the call once the carrier has reported ${order}`, () => {
      const call = after(dialing, ...reported);
      assert.deepEqual(statusOf(call), ['live', 'connected']);
      assert.equal(call.participants.length, 2);
    });

  it('is not on the call by an answer alone', () =>
    assert.deepEqual(statusOf(after(dialing, phone('answered'))), ['ringing', 'ringing']));

  it('whose phone was heard ringing and not answered ends the call as not reached', () => {
    const call = after(dialing, inConference, phone('no-answer'));
    assert.deepEqual(statusOf(call), ['ended', 'left']);
    assert.equal(call.status === 'ended' && call.endReason, 'customer_unreachable');
  });

  it('is on the call when the carrier is asked and says so, though no answer was reported', () => {
    const ringing = after(dialing, inConference);
    assert.ok(dueAt(ringing)! <= at(10), 'the carrier is asked soon');
    const seen = {
      conferenceId: 'CF1',
      participants: (['rep', 'customer'] as const).map((role) => ({
        party: { role },
        connectionId: `CA-${role}`,
        audibleTo: 'everyone' as const,
        onHold: false,
      })),
    };
    assert.deepEqual(statusOf(evolveAll(ringing, missedEvents(ringing, seen, at(20)))), [
      'live',
      'connected',
    ]);
  });
});
