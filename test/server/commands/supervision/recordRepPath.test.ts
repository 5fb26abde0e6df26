import assert from 'node:assert/strict';
import { recordRepPath } from '../../../../server/commands/supervision/recordRepPath.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { liveCall, ORG, rep, supervisedCall } from '../../../support/builders.ts';

const CHANGE = {
  before: { seconds: 10, jitterMs: 3, roundTripMs: 40 },
  after: { seconds: 10, jitterMs: 4, roundTripMs: 55 },
};

/** What is answered to this person, and of which interventions something was noted. */
async function reported(call: Call | undefined, person = rep(), interventionId = 'i1') {
  const noted: string[] = [];
  const answer = await recordRepPath(
    {
      store: { loadCall: async () => call },
      latency: {
        repPath: async (id, change) => void noted.push(`${id} ${change.after.roundTripMs}`),
      },
    },
    person,
    { callId: 'c1', interventionId, ...CHANGE },
  );
  return ['ok' in answer ? 'ok' : answer.refusal.code, ...noted];
}

describe('what a join changed on the rep’s way', () => {
  it('is noted of the supervisor who joined', async () =>
    assert.deepEqual(await reported(supervisedCall()), ['ok', 'i1 55']));

  it('is not noted of a covert supervisor, and the answer is the same as of one who never was', async () => {
    const covert = supervisedCall({ noticeKinds: [] });
    assert.deepEqual(await reported(covert), ['ok']);
    assert.deepEqual(await reported(liveCall(), rep(), 'i9'), ['ok']);
  });

  it('is told by the rep of the call alone, in the same org', async () => {
    const refused = ['call_not_found'];
    assert.deepEqual(await reported(supervisedCall(), rep({ userId: 'lena' })), refused);
    assert.deepEqual(await reported(supervisedCall({}, 'nobody', { orgId: `${ORG}9` })), refused);
    assert.deepEqual(await reported(undefined), refused);
  });
});
