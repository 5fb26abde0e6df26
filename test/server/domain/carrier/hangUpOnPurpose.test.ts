import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { orphanConference } from '../../../../server/domain/carrier/observe.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { decideHangUp } from '../../../../server/domain/supervision/controlOwnCall.ts';
import {
  at,
  liveCall,
  participant,
  rep,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import {
  actions,
  endOf,
  fact,
  happen,
  held,
  lost,
  REP,
  repLeft,
} from '../../../support/lostRep.ts';

describe('a rep who hangs up on purpose', () => {
  const hungUp = (call: Call): Call => {
    const decided = decideHangUp(call, { rep: rep() }, at(9));
    assert.ok('events' in decided);
    return evolveAll(call, decided.events);
  };

  it('ends the call for everybody, also when the carrier has to be asked again', () => {
    const call = hungUp(liveCall());
    assert.deepEqual(actions(call), ['end-call']);
    const { call: without, told } = happen(call, 10, repLeft());
    assert.deepEqual([told, actions(without)], [['ParticipantLeft'], ['end-call']]);
  });

  describe('before their connection reached the carrier', () => {
    it('ends the call at once, since the customer was not called', () => {
      const call = hungUp(ringingCall());
      assert.equal(endOf(call), 'hung_up');
      assert.deepEqual(actions(call), []);
    });

    it('lets their own phone ring no more', () => {
      const phone = participant('rep', { status: 'ringing', device: 'phone' });
      const call = hungUp(ringingCall({ participants: [phone] }));
      assert.equal(endOf(call), 'hung_up');
      assert.deepEqual(actions(call), ['stop-ringing']);
    });

    it('ends the conference of a connection that comes late', () => {
      const late = fact('participant-joined', REP);
      const { told, call } = happen(hungUp(ringingCall()), 10, late);
      assert.deepEqual([told, endOf(call)], [[], 'hung_up']);
      assert.equal(orphanConference(call, late), 'CF1');
    });
  });

  it('lets a customer go who was asked to wait, when the server hears of it late', () => {
    const call = hungUp(held(lost()));
    assert.deepEqual(actions(call).at(-1), 'end-call');
    assert.deepEqual(happen(call, 300).told, []);
    const { events, call: over } = happen(call, 12, {
      type: 'conference-ended',
      callId: 'c1',
      conferenceId: 'CF1',
      at: at(12),
    });
    assert.equal(endOf(over), 'hung_up');
    assert.ok(!outboxMessages(over, events).some(({ topic }) => topic === 'crm.missedCall'));
  });

  it('leaves only by themselves once a supervisor has taken over, and is not waited for', () => {
    const taken = supervisedCall({ mode: 'takeover', repAfterTakeover: 'listens' }, 'everyone', {
      participants: [
        participant('customer'),
        participant('rep', { audibleTo: 'nobody' }),
        participant('supervisor', { audibleTo: 'everyone' }),
      ],
    });
    const { told, call } = happen(hungUp(taken), 10, repLeft());
    assert.ok(!told.includes('RepLost'));
    assert.ok(!actions(call).includes('end-call'));
  });

  it('ends a call whose customer is still rung, who is not left alone with it', () => {
    const ringing = ringingCall({
      conferenceId: 'CF1',
      participants: [participant('rep'), participant('customer', { status: 'ringing' })],
    });
    const { call } = happen(hungUp(ringing), 10, repLeft());
    assert.equal(endOf(call), 'not_answered');
    assert.deepEqual(actions(call), ['end-call', 'stop-ringing']);
  });

  describe('by their own phone, which tells the server nothing', () => {
    const byPhone = (more: Parameters<typeof participant>[1] = {}): Call =>
      liveCall({
        participants: [participant('customer'), participant('rep', { device: 'phone', ...more })],
      });

    it('ends the call, and is not waited for', () => {
      const { told, call } = happen(byPhone(), 10, repLeft());
      assert.ok(told.includes('RepHungUp') && !told.includes('RepLost'), told.join());
      assert.deepEqual(actions(call), ['end-call']);
    });

    it('leaves the call to the supervisor who has taken it over', () => {
      const { call } = happen(byPhone({ audibleTo: 'nobody' }), 10, repLeft());
      assert.ok(call.hangUp && !call.hangUp.endsCall);
    });
  });
});
