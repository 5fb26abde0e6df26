import assert from 'node:assert/strict';
import { decideLeave } from '../../../../server/domain/supervision/leave.ts';
import { at, person, supervisedCall } from '../../../support/builders.ts';
import { said } from '../../../support/decisions.ts';

const maya = person();

describe('an active intervention, when somebody wants to end it', () => {
  it('is no business of another manager', () => {
    assert.equal(
      said(
        decideLeave(
          supervisedCall(),
          { interventionId: 'i1', supervisor: person({ userId: 'dana' }) },
          at(5),
        ),
      ),
      'not_your_intervention',
    );
  });
  it('leaves once', () => {
    assert.equal(
      said(decideLeave(supervisedCall(), { interventionId: 'i1', supervisor: maya }, at(5))),
      'LeaveRequested',
    );
    assert.equal(
      said(
        decideLeave(
          supervisedCall({ leaving: true }),
          { interventionId: 'i1', supervisor: maya },
          at(5),
        ),
      ),
      'nothing',
    );
  });
});
