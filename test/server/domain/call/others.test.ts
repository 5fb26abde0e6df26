import assert from 'node:assert/strict';
import { otherRows } from '../../../../server/crm/writes/interventionRecord.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { othersOnCall } from '../../../../server/domain/call/others.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';

const invited = (guestId: string, who: NonNullable<Call['guests']>[number]['who']) =>
  ({
    type: 'GuestInvited',
    guest: { guestId, who, invitedAt: at(5), takesCallAtOnce: false, status: 'ringing' },
    at: at(5),
  }) as const;

/** An outside number from second 10 to 40, a manager who never answers, Lena from 20 on. */
const call: Call = {
  ...evolveAll(liveCall(), [
    invited('g1', { kind: 'number', phone: '+12065550100' }),
    { type: 'GuestJoined', guestId: 'g1', at: at(10) },
    { type: 'GuestEnded', guestId: 'g1', because: 'left', at: at(40) },
    invited('g2', { kind: 'person', userId: 'maya', name: 'Maya Okafor' }),
    { type: 'GuestEnded', guestId: 'g2', because: 'not_answered', at: at(50) },
  ]),
  transfer: {
    transferId: 't',
    to: { userId: 'lena', name: 'Lena Brandt', managerIds: [] },
    requestedAt: at(15),
    completesItself: false,
    status: 'requested',
  },
};
const withLena: Call = {
  ...call,
  participants: [
    ...call.participants,
    participant('colleague', { joinedAt: at(20), connectionId: 'CA-lena' }, 'lena'),
  ],
};

describe('those who were on a call beside rep and customer', () => {
  it('are those who answered, with the time that they were there', () => {
    assert.deepEqual(othersOnCall(withLena, at(0), at(60)), [
      { kind: 'number', name: '+12065550100', from: at(10), until: at(40) },
      { kind: 'colleague', name: 'Lena Brandt', from: at(20), until: at(60) },
    ]);
  });

  it('are named for the time that is asked for alone', () => {
    assert.deepEqual(othersOnCall(withLena, at(45), at(50)), [
      { kind: 'colleague', name: 'Lena Brandt', from: at(45), until: at(50) },
    ]);
    assert.deepEqual(othersOnCall(call, at(45), at(50)), []);
  });

  it('stand in the records in words', () => {
    assert.deepEqual(otherRows(withLena, at(0), at(60)), [
      '+12065550100 (outside number): 2026-11-02 17:00:10 UTC to 2026-11-02 17:00:40 UTC',
      'Lena Brandt (colleague): 2026-11-02 17:00:20 UTC to 2026-11-02 17:01:00 UTC',
    ]);
  });
});
