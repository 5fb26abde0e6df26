import assert from 'node:assert/strict';
import { ON_REFUSED_SESSION as COMPONENTS } from '../../force-app/main/default/lwc/dealsideSession/refusedSession.ts';
import { REFUSAL_CODES } from '../../server/domain/call/refusals.ts';
import { refusalStatus } from '../../server/http/errors.ts';
import { ON_REFUSED_SESSION as SOFTPHONE } from '../../softphone/src/refusedSession.ts';

/** Comes from Salesforce, not from the server. */
const OF_SALESFORCE = 'session_ended';

describe('what a page does when its session is refused', () => {
  it('is the same in the components and in the softphone', () =>
    assert.deepEqual(COMPONENTS, SOFTPHONE));
  it('is laid down for each refusal of the server that is about the session (401)', () =>
    assert.deepEqual(
      Object.keys(SOFTPHONE)
        .filter((code) => code !== OF_SALESFORCE)
        .toSorted(),
      REFUSAL_CODES.filter((code) => refusalStatus(code) === 401).toSorted(),
    ));
  it('is to say so where Salesforce itself takes the session no longer', () =>
    assert.equal(SOFTPHONE[OF_SALESFORCE], 'say'));
});
