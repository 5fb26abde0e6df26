import assert from 'node:assert/strict';
import type { CallEvent } from '../../../server/domain/events.ts';
import { outboxMessages } from '../../../server/domain/outbox.ts';
import { intervention, supervisedCall, type EndedIntervention } from '../../support/supervisedCall.ts';

const keys = (more: Partial<EndedIntervention>, type: 'InterventionEnded' | 'OutcomeGiven'): string[] =>
  outboxMessages(supervisedCall({ interventions: [intervention(more)] }), [{ type, interventionId: 'i-1' } as unknown as CallEvent]).map(({ key }) => key);

const QUIET = [{ mode: 'monitor', at: '2026-11-20T17:00:01.000Z' }] as const;
const COACHED = { status: 'given', code: 'saved', at: '2026-11-20T17:06:00.000Z', coaching: { dueOn: '2026-11-24' } } as const;

describe('what other systems hear of an intervention', () => {
  it('that was heard, when it ends: the record, and the rep is asked whether it helped', () => {
    assert.deepEqual(keys({}, 'InterventionEnded'), ['crm.intervention:i-1:InterventionEnded', 'crm.bell:i-1:receipt']);
  });

  it('that only listened, when it ends: the record alone', () => {
    assert.deepEqual(keys({ modeHistory: QUIET }, 'InterventionEnded'), ['crm.intervention:i-1:InterventionEnded']);
  });

  it('with a debrief, when its outcome is given: the record, and the rep is told', () => {
    assert.deepEqual(keys({ outcome: COACHED }, 'OutcomeGiven'), ['crm.intervention:i-1:OutcomeGiven', 'crm.bell:i-1:coaching']);
    assert.deepEqual(keys({}, 'OutcomeGiven'), ['crm.intervention:i-1:OutcomeGiven']);
  });

  it('that listened unseen by a written rule: nothing, for the rep reads the deal’s timeline too', () => {
    assert.deepEqual(keys({ noticeKinds: [], modeHistory: QUIET }, 'InterventionEnded'), []);
    assert.deepEqual(keys({ noticeKinds: [], outcome: COACHED }, 'OutcomeGiven'), []);
  });

  it('that never joined: nothing', () => {
    const { joinedAt: _never, ...failed } = intervention({ modeHistory: [] });
    const call = supervisedCall({ interventions: [failed] });
    assert.deepEqual(outboxMessages(call, [{ type: 'InterventionEnded', interventionId: 'i-1' } as unknown as CallEvent]), []);
  });
});
