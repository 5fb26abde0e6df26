import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { dialedInVain } from '../../../../server/domain/carrier/awaitRep.ts';
import type { CarrierFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { at } from '../../../support/builders.ts';
import { actions, fact, happen, held, lost, REP, rung } from '../../../support/lostRep.ts';
import { asKnown } from '../../../support/roundDeps.ts';

/** The carrier says which connection rings, by its answer or by its report. */
const rings = (isForCall: boolean, connectionId = 'CA-ring'): CarrierFact => ({
  type: 'participant-status',
  callId: 'c1',
  party: REP,
  connectionId,
  status: 'ringing',
  ...(isForCall && { isForCall }),
  at: at(10),
});
const joins = (isAnswered: boolean) =>
  fact('participant-joined', REP, { connectionId: 'CA-own', isAnswered });
/** Back by a connection of the rep's own, before the id of the ring is known. */
const back = (): Call => happen(held(lost()), 12, joins(true)).call;
const STOP = { do: 'stop-ringing', party: REP, connectionId: 'CA-ring' };
const ringsOf = (call: Call) =>
  call.participants.flatMap(({ status, connectionId }) =>
    status === 'ringing' ? [connectionId] : [],
  );

describe('a ring whose id the server learns after the rep is back', () => {
  it('is stopped, and is over when the carrier says so', () => {
    const { call, told } = happen(back(), 13, rings(true));
    assert.deepEqual(told, ['ParticipantRung']);
    assert.deepEqual(pendingActions(call)[0], STOP);
    const over = happen(call, 14, rung(REP, 'no-answer', 'CA-ring')).call;
    assert.deepEqual([ringsOf(over), actions(over)], [[], ['release-customer']]);
    assert.equal(over.status, 'live');
  });

  it('is left alone if it is for another device in mid-call', () =>
    assert.deepEqual(happen(back(), 13, rings(false)).told, []));

  it('is the one that the rep has answered, if its join was reported first', () => {
    const answered = happen(
      held(lost()),
      12,
      fact('participant-joined', REP, { connectionId: 'CA-ring', isAnswered: true }),
    ).call;
    assert.deepEqual(happen(answered, 13, rings(true)).told, []);
  });

  it('is named once, whichever of answer and report comes first', () => {
    const once = happen(lost(), 11, rings(true));
    assert.deepEqual(once.told, ['ParticipantRung']);
    assert.deepEqual(happen(once.call, 12, rings(true)).told, []);
  });

  it('shows that the connection in the conference is another one, which is the rep’s', () => {
    const unsure = happen(held(lost()), 12, joins(false));
    assert.deepEqual(unsure.told, ['ParticipantRings']);
    const { call, told } = happen(unsure.call, 13, rings(true));
    assert.deepEqual(told, ['ParticipantRung', 'ParticipantJoined', 'RepLossEnded']);
    assert.deepEqual(pendingActions(call)[0], STOP);
  });

  it('is seen by a look at the carrier, when nothing was reported', () => {
    const call = back();
    const seen = { ...asKnown(call)!, rings: [{ party: REP, connectionId: 'CA-ring' }] };
    const after = evolveAll(call, missedEvents(call, seen, at(13)));
    assert.deepEqual(pendingActions(after)[0], STOP);
    assert.deepEqual(missedEvents(after, seen, at(14)), []);
  });

  it('may be of a phone that no conference lists, from the loss until no phone rings any more', () => {
    const { repLoss } = back();
    assert.deepEqual(dialedInVain(back(), at(71)), { from: repLoss!.since, to: at(12) });
    assert.equal(dialedInVain(back(), at(72)), undefined);
    assert.equal(dialedInVain(held(lost()), at(13)), undefined, 'the rep is waited for');
  });

  it('is stopped when the call has ended meanwhile', () => {
    const ended = happen(lost(), 12, fact('participant-left', { role: 'customer' }), {
      type: 'conference-ended',
      callId: 'c1',
      conferenceId: 'CF1',
      at: at(12),
    }).call;
    assert.equal(ended.status, 'ended');
    assert.deepEqual(pendingActions(happen(ended, 13, rings(true)).call), [STOP]);
  });

  it('was over before, if it failed at once', () => {
    const failed = happen(lost(), 11, rung(REP, 'no-answer', 'CA-ring')).call;
    assert.deepEqual(happen(failed, 12, rings(true)).told, []);
  });
});
