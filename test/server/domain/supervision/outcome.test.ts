import assert from 'node:assert/strict';
import { decideOutcome } from '../../../../server/domain/supervision/outcome.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import { at, callAfterIntervention, person } from '../../../support/builders.ts';
import { said } from '../../../support/decisions.ts';

const maya = person();

describe('the outcome of an ended intervention', () => {
  const outcome = (
    call: ReturnType<typeof callAfterIntervention>,
    code: string,
    vocabulary = SHIPPED_VOCABULARY,
    tag?: string,
  ) =>
    said(
      decideOutcome(
        call,
        {
          interventionId: 'i1',
          supervisor: maya,
          outcome: code,
          vocabulary,
          tags: ['Atlas'],
          ...(tag && { tag }),
        },
        at(70),
      ),
    );

  it('is taken once it is due', () =>
    assert.equal(outcome(callAfterIntervention('due'), 'saved'), 'OutcomeGiven'));
  it('is one of those that are offered', () =>
    assert.equal(outcome(callAfterIntervention('due'), 'great'), 'outcome_invalid'));
  it('is none that was retired', () => {
    const retired = {
      ...SHIPPED_VOCABULARY,
      outcomes: SHIPPED_VOCABULARY.outcomes.map((one) => ({ ...one, status: 'retired' as const })),
    };
    assert.equal(outcome(callAfterIntervention('due'), 'saved', retired), 'outcome_invalid');
  });
  it('has a tag that the org offers, and no other (R19)', () => {
    assert.equal(
      outcome(callAfterIntervention('due'), 'saved', undefined, 'Atlas'),
      'OutcomeGiven',
    );
    assert.equal(outcome(callAfterIntervention('due'), 'saved', undefined, 'Zeus'), 'tag_unknown');
  });
  it('is not asked for when nobody ever heard the supervisor', () =>
    assert.equal(outcome(callAfterIntervention('not_asked'), 'saved'), 'outcome_not_due'));
});
