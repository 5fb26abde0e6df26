import assert from 'node:assert/strict';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import {
  at,
  liveCall,
  person,
  qa,
  rep,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import { said } from '../../../support/decisions.ts';
import { SAMPLE_POLICY, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const maya = person();
const start = (call = liveCall(), supervisor = maya) =>
  said(
    decideStart(
      call,
      { interventionId: 'i2', supervisor, policy: SAMPLE_POLICY, consent: DISCLOSED_ELSEWHERE },
      at(5),
    ),
  );

describe('starting an intervention', () => {
  it('is granted to the rep’s manager on a live call (D17)', () =>
    assert.equal(start(), 'InterventionRequested'));
  it('is refused on a call that another supervisor has claimed, until they know it', () => {
    const command = { interventionId: 'i2', supervisor: maya, policy: SAMPLE_POLICY };
    const decided = decideStart(
      liveCall(),
      { ...command, consent: DISCLOSED_ELSEWHERE, claimedBy: 'Dana' },
      at(5),
    );
    assert.ok('refusal' in decided);
    assert.deepEqual(
      [decided.refusal.code, decided.refusal.values],
      ['call_claimed', { who: 'Dana' }],
    );
  });
  it('is granted to a manager further up (G32)', () =>
    assert.equal(start(liveCall(), person({ userId: 'dana' })), 'InterventionRequested'));
  it('is granted to quality analysts on every call (D18)', () =>
    assert.equal(start(liveCall(), qa()), 'InterventionRequested'));
  it('is refused to a rep', () =>
    assert.equal(start(liveCall(), rep({ userId: 'lena' })), 'not_a_supervisor'));
  it('is refused to another team’s manager (D17)', () =>
    assert.equal(start(liveCall(), person({ userId: 'tomas' })), 'out_of_scope'));
  it('is refused to a user who is not active', () =>
    assert.equal(start(liveCall(), person({ active: false })), 'user_inactive'));
  it('is refused without the permission to monitor (D20)', () =>
    assert.equal(start(liveCall(), person({ permittedModes: ['whisper'] })), 'mode_not_permitted'));
  it('waits for the customer to answer', () =>
    assert.equal(start(ringingCall() as never), 'call_not_live'));
  it('is refused to who is on the call already', () =>
    assert.equal(start(supervisedCall()), 'already_on_call'));
  it('means nothing new when it is repeated', () => {
    assert.equal(
      said(
        decideStart(
          supervisedCall(),
          {
            interventionId: 'i1',
            supervisor: maya,
            policy: SAMPLE_POLICY,
            consent: DISCLOSED_ELSEWHERE,
          },
          at(5),
        ),
      ),
      'nothing',
    );
  });
});
