import assert from 'node:assert/strict';
import type { Party } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { at, participant, ringingCall } from '../../../support/builders.ts';
import { actions, endOf, fact, happen, repLeft, rung } from '../../../support/lostRep.ts';

const CUSTOMER: Party = { role: 'customer' };
const CONFERENCE_ENDED = {
  type: 'conference-ended',
  callId: 'c1',
  conferenceId: 'CF1',
  at: at(11),
} as const;

describe('a rep whose connection is lost while the customer is rung', () => {
  const ringing = ringingCall({
    conferenceId: 'CF1',
    participants: [participant('rep'), participant('customer', { status: 'ringing' })],
  });
  const stopped = { do: 'stop-ringing', party: CUSTOMER, connectionId: 'CA-customer' };
  const alone = happen(ringing, 10, repLeft()).call;

  it('stops the ringing, and the call ends when it has stopped', () => {
    assert.equal(alone.status, 'ringing');
    assert.deepEqual(pendingActions(alone), [stopped]);
    const canceled = rung(CUSTOMER, 'canceled', 'CA-customer');
    for (const end of [
      canceled,
      fact('participant-left', CUSTOMER),
      { ...CONFERENCE_ENDED, endedByConnectionId: 'CA-customer' },
    ])
      assert.equal(endOf(happen(alone, 11, end).call), 'not_answered');
    assert.equal(endOf(evolveAll(alone, missedEvents(alone, undefined, at(12)))), 'not_answered');
  });

  it('is waited for by a customer who has answered meanwhile', () => {
    const answered = happen(alone, 11, rung(CUSTOMER, 'answered', 'CA-customer'));
    assert.deepEqual(answered.told, [
      'ParticipantJoined',
      'CallAnswered',
      'RepLost',
      'ParticipantDialled',
    ]);
    assert.deepEqual(actions(answered.call), ['hold-customer']);
  });

  it('ends the call where nobody knows yet which phone rings, and where the rep left on purpose', () => {
    const unknown = participant('customer', { status: 'ringing', connectionId: undefined });
    const dialing = { ...ringing, participants: [participant('rep'), unknown] };
    assert.equal(endOf(happen(dialing, 10, repLeft()).call), 'not_answered');
    assert.equal(endOf(happen(ringing, 10, repLeft({ because: 'removed' })).call), 'not_answered');
    const byPhone = [participant('rep', { device: 'phone' }), ringing.participants[1]!];
    const phone = { ...ringing, participants: byPhone };
    assert.equal(endOf(happen(phone, 10, repLeft()).call), 'not_answered');
  });
});
