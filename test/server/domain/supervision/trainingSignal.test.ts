import assert from 'node:assert/strict';
import {
  decideTraining,
  mayHandleSignal,
  isLesson,
  isSignal,
  type TrainingSignal,
} from '../../../../server/domain/supervision/trainingSignal.ts';
import { at, person, qa, rep } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const RULES = { reps: 2, calls: 3 };
const calls = (...of: readonly string[]) =>
  of.map((repUserId, n) => ({ callId: `c${n}`, repUserId }));
const SIGNAL: TrainingSignal = {
  signalId: 's1',
  orgId: 'o',
  managerUserId: 'maya',
  reasonCode: 'stumped_rep',
  raisedAt: at(0),
  repUserIds: ['ravi', 'lena'],
};

describe('a reason across a team', () => {
  it('is a signal from so many reps and calls on (V19)', () => {
    assert.equal(isSignal({ calls: calls('ravi', 'ravi', 'lena') }, RULES), true);
    assert.equal(isSignal({ calls: calls('ravi', 'ravi', 'ravi') }, RULES), false);
    assert.equal(isSignal({ calls: calls('ravi', 'lena') }, RULES), false);
  });

  it('is none where it says nothing of what a rep lacks', () =>
    assert.deepEqual(
      ['rep', 'quality', 'own_family', undefined, 'planned', 'high_value', 'mandatory'].map(
        isLesson,
      ),
      [true, true, true, true, false, false, false],
    ));

  it('concerns who is above the reps or coaches them, with a right to the calls of all', () => {
    const reps = [rep(), rep({ userId: 'lena' })];
    const hears = (who: ReturnType<typeof person>, of = reps) =>
      mayHandleSignal(policy, who, { reps: of, ...SIGNAL });
    assert.equal(hears(person()), true);
    assert.equal(hears(person({ permittedModes: [] })), false, 'without a right to listen');
    assert.equal(hears(person({ userId: 'tomas' })), false, 'of another team');
    assert.equal(hears(qa()), false, 'who neither leads nor coaches');
    assert.equal(hears(person(), [rep(), rep({ userId: 'jo', managerIds: ['tomas'] })]), false);
    assert.equal(hears(person(), []), false, 'where no rep is left');
  });

  it('is decided once, with a reason', () => {
    const given = { status: 'planned' as const, note: 'Price list on Monday' };
    const decided = decideTraining(SIGNAL, person(), { given, now: at(5) });
    assert.ok('decision' in decided);
    assert.deepEqual(decided.decision, {
      ...given,
      by: { userId: 'maya', name: 'Maya Okafor' },
      at: at(5),
    });
    const again = decideTraining({ ...SIGNAL, decision: decided.decision }, person(), {
      given: { status: 'dismissed', note: 'No' },
      now: at(6),
    });
    assert.equal('refusal' in again && again.refusal.code, 'training_signal_decided');
  });
});
