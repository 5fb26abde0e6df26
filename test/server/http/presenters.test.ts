import assert from 'node:assert/strict';
import { HEALTHY } from '../../../server/domain/audioCheck/audioCheck.ts';
import type { InterventionEndReason } from '../../../server/domain/call/call.ts';
import { evolveAll } from '../../../server/domain/call/evolve.ts';
import { callView } from '../../../server/http/views/presenters.ts';
import { at, person, START, supervisedCall } from '../../support/builders.ts';
import { SAMPLE_POLICY } from '../../support/samplePolicy.ts';

const VIEWING = { policy: SAMPLE_POLICY, now: START, carrierHealth: HEALTHY };
const ended = (endReason: InterventionEndReason) =>
  evolveAll(supervisedCall(), [
    { type: 'InterventionEnded', interventionId: 'i1', endReason, at: at(9) },
  ]);
const endReasonFor = (call: Parameters<typeof callView>[0], who = person()) =>
  callView(call, who, VIEWING).you.endReason;

describe('a call as a person sees it', () => {
  for (const reason of [
    'supervisor_left',
    'join_failed',
    'announcement_failed',
    'connection_lost',
    'revoked',
  ] as const) {
    it(`says to who was on it that the end was ${reason}`, () =>
      assert.equal(endReasonFor(ended(reason)), reason));
  }
  it('says nothing of an end while the person is on it', () =>
    assert.equal(endReasonFor(supervisedCall()), undefined));
  it('says nothing of it after joining again', () => {
    const [again] = supervisedCall({ interventionId: 'i2' }).interventions;
    const call = ended('connection_lost');
    assert.equal(
      endReasonFor({ ...call, interventions: [...call.interventions, again!] }),
      undefined,
    );
  });
  it('tells nobody why somebody else left', () =>
    assert.equal(endReasonFor(ended('revoked'), person({ userId: 'dana' })), undefined));
  it('says what a supervisor waits for', () => {
    const call = supervisedCall(
      { pending: { mode: 'barge', requestId: 'request-1', requestedAt: START } },
      'nobody',
      {
        announcements: [
          {
            announcementId: 'a1',
            kind: 'spoken_to_everyone',
            to: 'everyone',
            language: 'en',
            interventionId: 'i1',
            before: 'request-1',
            status: 'requested',
            requestedAt: START,
          },
        ],
      },
    );
    assert.deepEqual(callView(call, person(), VIEWING).interventions[0]!.waitsFor, {
      announcementId: 'a1',
      what: 'spoken_to_everyone',
      since: START,
    });
  });
});
