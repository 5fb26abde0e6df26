import assert from 'node:assert/strict';
import type { Call, CallEndReason } from '../../../../server/domain/call/call.ts';
import {
  mayAskForRating,
  NO_RATING_QUESTION,
  NOT_ASKED_IN,
  ratingOfKey,
  type RatingQuestion,
} from '../../../../server/domain/survey/ratingQuestion.ts';
import { at, liveCall, ringingCall } from '../../../support/builders.ts';

const ASKED: RatingQuestion = { status: 'asked', exceptIn: NOT_ASKED_IN };
const ended = (facts: Partial<Call> = {}, endReason: CallEndReason = 'hung_up'): Call => ({
  ...liveCall({ direction: 'inbound' }),
  ...facts,
  status: 'ended',
  endedAt: at(600),
  endReason,
});
const isAsked = (call: Call, question: RatingQuestion = ASKED, countries = ['US']): boolean =>
  mayAskForRating(call, question, countries);

describe('the question how a call was', () => {
  describe('where the org asks it', () => {
    it('is asked of a caller whose rep has hung up', () => {
      assert.equal(isAsked(ended()), true);
    });

    it('is asked before the carrier says that the call is over, once the rep ends it', () => {
      const call = liveCall({ direction: 'inbound' });
      assert.equal(isAsked(call), false);
      assert.equal(isAsked({ ...call, hangUp: { at: at(60), endsCall: true } }), true);
      assert.equal(isAsked({ ...call, hangUp: { at: at(60), endsCall: false } }), false);
    });

    it('is never asked of who was called, or practices', () => {
      assert.equal(isAsked(ended({ direction: 'outbound' })), false);
      const purpose = { kind: 'practice', scenario: 'refund', language: 'en' } as const;
      assert.equal(isAsked(ended({ purpose })), false);
    });

    for (const reason of [
      'voicemail',
      'abandoned',
      'not_answered',
      'rep_unreachable',
      'lost',
    ] as const)
      it(`is never asked of a call that ended as ${reason}`, () => {
        assert.equal(isAsked(ended({}, reason)), false);
      });

    it('is never asked of a caller whom nobody answered', () => {
      assert.equal(isAsked(ended({ answeredAt: undefined })), false);
      assert.equal(isAsked(ringingCall({ direction: 'inbound' })), false);
    });

    it('is never asked of a caller who was transferred, or left to a third party', () => {
      const { rep } = liveCall();
      assert.equal(isAsked(ended({ pastReps: [{ ...rep, until: at(60) }] as never })), false);
      const guest = { guestId: 'g', status: 'ended', hadCallSince: at(60) };
      assert.equal(isAsked(ended({ guests: [guest] as never })), false);
    });

    it('is never asked of a caller who does not want to be monitored', () => {
      const monitoringChoice = {
        isDeclined: true,
        source: 'rep',
        exceptReasons: [],
        at: at(60),
      } as const;
      assert.equal(isAsked(ended({ monitoringChoice })), false);
    });

    it('is not asked where the law is doubtful or unknown, unless the org says where', () => {
      assert.equal(isAsked(ended(), ASKED, ['DE']), false);
      assert.equal(isAsked(ended(), ASKED, ['US', 'AT']), false);
      assert.equal(isAsked(ended(), ASKED, []), false);
      assert.equal(isAsked(ended(), { status: 'asked', exceptIn: [] }, ['DE']), true);
    });
  });

  it('is not asked where the org does not ask it', () => {
    assert.equal(isAsked(ended(), NO_RATING_QUESTION), false);
  });

  it('is answered by the keys 1 to 5, of which 4 and 5 are satisfied', () => {
    assert.deepEqual(
      ['1', '2', '3', '4', '5'].map((key) => ratingOfKey(key)?.isGood),
      [false, false, false, true, true],
    );
    assert.deepEqual(
      ['0', '6', '9', '*', '#', '', '12', undefined].map(ratingOfKey),
      Array.from({ length: 8 }, () => undefined),
    );
  });
});
