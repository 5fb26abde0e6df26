import assert from 'node:assert/strict';
import {
  repOnCall,
  type Call,
  type Party,
  type RingStep,
} from '../../../../server/domain/call/call.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { involvesRep } from '../../../../server/domain/call/transfer.ts';
import type { CarrierFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { ringOn } from '../../../../server/domain/carrier/ringOn.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { at, rep, ringingCall } from '../../../support/builders.ts';

const named = (userId: string) => repOnCall(rep({ userId, name: userId }));
const OWNER: RingStep = { whom: 'owner', reps: [named('ravi')], seconds: 20 };
const TEAM: RingStep = { whom: 'group', reps: [named('lena'), named('tomas')], seconds: 20 };
const colleague = (userId: string): Party => ({ role: 'colleague', userId });

const called = (
  steps: readonly RingStep[],
  otherwise: 'voicemail' | 'goodbye' = 'voicemail',
): Call => ringingCall({ direction: 'inbound', ringing: { steps, otherwise } });
const connectionOf = (party: Party): string =>
  `CA-${party.role === 'colleague' ? party.userId : party.role}`;
const inConference = (party: Party): CarrierFact => ({
  type: 'participant-joined',
  callId: 'c1',
  conferenceId: 'CF1',
  connectionId: connectionOf(party),
  party,
  audibleTo: 'everyone',
  onHold: false,
  at: at(1),
});
const phone = (party: Party, status: 'answered' | 'no-answer' | 'busy'): CarrierFact => ({
  type: 'participant-status',
  callId: 'c1',
  connectionId: connectionOf(party),
  party,
  status,
  at: at(1),
});
/** The call after these facts, and all that followed. */
function after(call: Call, ...facts: CarrierFact[]): { call: Call; events: CallEvent[] } {
  const events: CallEvent[] = [];
  let now = call;
  for (const fact of facts) {
    const happened = observe(now, fact, at(2));
    const rang = ringOn(evolveAll(now, happened), at(2));
    events.push(...happened, ...rang);
    now = evolveAll(now, [...happened, ...rang]);
  }
  return { call: now, events };
}
const customer: Party = { role: 'customer' };
const owner: Party = { role: 'rep' };
const rungNow = ({ participants }: Call): string[] =>
  participants.filter(({ status }) => status === 'ringing').map(({ party }) => connectionOf(party));
const endOf = (call: Call): string | undefined =>
  call.status === 'ended' ? call.endReason : undefined;

describe('an inbound call whose caller is there', () => {
  it('rings the owner first', () =>
    assert.deepEqual(rungNow(after(called([OWNER, TEAM]), inConference(customer)).call), [
      'CA-rep',
    ]));
  it('rings the team at once when the owner’s phone has rung out', () => {
    const { call } = after(
      called([OWNER, TEAM]),
      inConference(customer),
      phone(owner, 'no-answer'),
    );
    assert.deepEqual(rungNow(call), ['CA-lena', 'CA-tomas']);
  });
  it('goes on only when the last of the team has not answered', () => {
    const { call } = after(
      called([TEAM]),
      inConference(customer),
      phone(colleague('lena'), 'busy'),
    );
    assert.deepEqual([call.status, rungNow(call)], ['ringing', ['CA-tomas']]);
    assert.equal(endOf(after(call, phone(colleague('tomas'), 'no-answer')).call), 'voicemail');
  });
  it('is the call of whoever of the team answers, and the others stop ringing', () => {
    const { call } = after(
      called([TEAM]),
      inConference(customer),
      phone(colleague('tomas'), 'answered'),
      inConference(colleague('tomas')),
    );
    assert.deepEqual([call.status, call.rep.userId], ['live', 'tomas']);
    assert.ok(involvesRep(call, 'ravi'), 'the owner sees who has the call');
    assert.deepEqual(pendingActions(call), [{ do: 'stop-ringing', party: colleague('lena') }]);
  });
  it('keeps the first of two who answer at once, and lets the other go', () => {
    const { call } = after(
      called([TEAM]),
      inConference(customer),
      phone(colleague('tomas'), 'answered'),
      phone(colleague('lena'), 'answered'),
      inConference(colleague('tomas')),
      inConference(colleague('lena')),
    );
    assert.equal(call.rep.userId, 'tomas');
    assert.deepEqual(pendingActions(call), [
      { do: 'remove', connectionId: 'CA-lena', party: colleague('lena') },
    ]);
  });
  it('ends with a goodbye where no messages are taken', () =>
    assert.equal(
      endOf(
        after(called([OWNER], 'goodbye'), inConference(customer), phone(owner, 'no-answer')).call,
      ),
      'not_answered',
    ));
  it('has ended at once when nobody can be rung', () =>
    assert.equal(endOf(evolveAll(called([]), ringOn(called([]), at(0)))), 'voicemail'));
  it('goes on though the carrier never reports that a phone has rung out', () => {
    const { call } = after(called([OWNER, TEAM]), inConference(customer));
    assert.ok(dueAt(call)! <= at(2 + 20 + 15));
    const seen = {
      conferenceId: 'CF1',
      participants: [
        { party: customer, connectionId: 'CA-customer', audibleTo: 'everyone', onHold: false },
      ],
    } as const;
    const missed = evolveAll(call, missedEvents(call, seen, at(40)));
    assert.deepEqual(rungNow(evolveAll(missed, ringOn(missed, at(40)))), ['CA-lena', 'CA-tomas']);
  });
  it('is abandoned when the caller hangs up, and missed', () => {
    const ringing = after(called([OWNER, TEAM]), inConference(customer)).call;
    const { call, events } = after(ringing, {
      type: 'conference-ended',
      callId: 'c1',
      conferenceId: 'CF1',
      at: at(5),
    });
    assert.equal(endOf(call), 'abandoned');
    assert.deepEqual(
      outboxMessages(call, events).map(({ topic }) => topic),
      ['crm.missedCall', 'crm.missedCallNotification'],
    );
  });
});

describe('phones that ring for a caller who has hung up', () => {
  it('are stopped, each by its own connection, and are then off the call', () => {
    const rings = (userId: string): CarrierFact => ({
      ...(phone(colleague(userId), 'busy') as Extract<CarrierFact, { type: 'participant-status' }>),
      status: 'ringing',
    });
    const { call } = after(called([TEAM]), inConference(customer), rings('lena'), rings('tomas'), {
      type: 'conference-ended',
      callId: 'c1',
      conferenceId: 'CF1',
      at: at(5),
    });
    assert.equal(endOf(call), 'abandoned');
    assert.deepEqual(
      pendingActions(call),
      ['lena', 'tomas'].map((userId) => ({
        do: 'stop-ringing',
        party: colleague(userId),
        connectionId: `CA-${userId}`,
      })),
    );
    const stopped = ['lena', 'tomas'].map((userId): CarrierFact => ({
      ...(rings(userId) as Extract<CarrierFact, { type: 'participant-status' }>),
      status: 'canceled',
    }));
    assert.deepEqual(pendingActions(after(call, ...stopped).call), []);
  });
});
