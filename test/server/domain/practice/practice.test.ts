import assert from 'node:assert/strict';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import type { Practice } from '../../../../server/domain/call/purpose.ts';
import { endedRepCalls } from '../../../../server/domain/call/repCalls.ts';
import { repGone } from '../../../../server/domain/carrier/awaitRep.ts';
import { endCall } from '../../../../server/domain/carrier/endCall.ts';
import {
  decideConsent,
  NO_CONSENT_SETTINGS,
  whereaboutsOf,
} from '../../../../server/domain/consent/decide.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { decideReview } from '../../../../server/domain/practice/review.ts';
import { SCENARIOS } from '../../../../server/domain/practice/scenarios.ts';
import {
  practiceWhisper,
  requestPracticeWhisper,
} from '../../../../server/domain/practice/whisper.ts';
import { at, liveCall, participant, rep, supervisedCall } from '../../../support/builders.ts';

const practice: Practice = { kind: 'practice', scenario: 'whisper', language: 'de' };
const CUSTOMER = { name: 'Practice: A whisper to follow' };
const practiceCall = () => liveCall({ purpose: practice, customer: CUSTOMER });

describe('the practice scenarios', () => {
  it('have distinct codes, and a checklist with distinct codes', () => {
    const codes = SCENARIOS.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
    for (const { checklist } of SCENARIOS) {
      const items = checklist.map(({ code }) => code);
      assert.ok(items.length > 0);
      assert.deepEqual(items, [...new Set(items)]);
    }
  });

  it('say everything in every language', () => {
    for (const { code, title, brief, turns, checklist } of SCENARIOS)
      for (const language of LANGUAGES)
        for (const texts of [
          title,
          brief,
          ...turns.map(({ says }) => says),
          ...turns.flatMap(({ whisper }) => whisper ?? []),
          ...checklist.map(({ text }) => text),
        ])
          assert.ok(texts[language].trim(), `${code} lacks ${language}`);
  });

  it('leave the rep time to answer after each turn', () => {
    for (const { turns } of SCENARIOS)
      for (const { listensSeconds } of turns) assert.ok(listensSeconds >= 5);
  });
});

describe('a practice whisper', () => {
  it('is for the rep alone, in the language of the call, and once', () => {
    const call = practiceCall();
    const events = requestPracticeWhisper(call, 1, at(20));
    const after = evolveAll(call, events);
    const [asked] = after.announcements;
    assert.deepEqual([asked!.to, asked!.language], ['rep', 'de']);
    assert.equal(practiceWhisper(asked!, after), 'Fragen Sie, wer noch entscheidet.');
    assert.deepEqual(requestPracticeWhisper(after, 1, at(21)), []);
  });

  it('is on no turn without one, and on no call with a customer', () => {
    assert.deepEqual(requestPracticeWhisper(practiceCall(), 0, at(20)), []);
    assert.deepEqual(requestPracticeWhisper(liveCall(), 1, at(20)), []);
  });
});

describe('a practice call', () => {
  const ended = () => {
    const call = practiceCall();
    return evolveAll(call, endCall(call, 'hung_up', at(60)));
  };

  it('ends when its rep’s connection is lost: nobody waits, and nobody is rung', () => {
    const before = practiceCall();
    const after = {
      ...before,
      participants: [participant('customer'), participant('rep', { status: 'left' })],
    };
    const gone = {
      type: 'participant-left',
      callId: 'c1',
      connectionId: 'CA-rep',
      party: { role: 'rep' },
      at: at(30),
    } as never;
    assert.deepEqual(
      repGone(before, after, gone, at(30)).map(({ type }) => type),
      ['CallEnded'],
    );
  });

  it('asks for no consent, wherever its rep is', () => {
    const call = practiceCall();
    const somewhere = { ...call, rep: { ...call.rep, place: { country: 'US', region: 'CA' } } };
    const decision = decideConsent(whereaboutsOf(somewhere), undefined, {
      settings: NO_CONSENT_SETTINGS,
      mode: 'barge',
    });
    assert.ok(decision.allowed);
    assert.equal(decision.announcesSupervisor, false);
    assert.match(decision.rule, /^No law asks/);
    assert.equal(
      decideConsent(whereaboutsOf(liveCall({ customer: CUSTOMER })), undefined, {
        settings: NO_CONSENT_SETTINGS,
        mode: 'barge',
      }).allowed,
      false,
      'a call with a customer of whom nothing is known is refused',
    );
  });

  it('is no call to finish, and no other system hears of it', () => {
    const call = ended();
    assert.deepEqual(endedRepCalls(call), []);
    assert.deepEqual(
      outboxMessages(call, [{ type: 'CallEnded', endReason: 'hung_up', at: at(60) }]),
      [],
    );
  });

  it('asks a supervisor who was heard for no outcome', () => {
    const modeHistory = [
      { mode: 'monitor', at: at(1) },
      { mode: 'barge', at: at(5) },
    ] as const;
    const outcomeOf = (call: ReturnType<typeof supervisedCall>) => {
      const [one] = evolveAll(call, endCall(call, 'hung_up', at(60))).interventions;
      return one?.status === 'ended' ? one.outcome.status : undefined;
    };
    const barged = { modeHistory, mode: 'barge' } as const;
    assert.equal(outcomeOf(supervisedCall(barged, 'everyone')), 'due');
    assert.equal(outcomeOf(supervisedCall(barged, 'everyone', { purpose: practice })), 'not_asked');
  });

  it('is reviewed by its rep once it is over, with items of its checklist', () => {
    const code = (decision: ReturnType<typeof decideReview>) =>
      'refusal' in decision ? decision.refusal.code : 'done';
    const tick = (...ticked: string[]) => ({ rep: rep(), ticked });
    assert.equal(code(decideReview(practiceCall(), tick(), at(61))), 'practice_not_over');
    assert.equal(code(decideReview(ended(), tick('made_up'), at(61))), 'invalid_request');
    assert.equal(
      code(decideReview(ended(), { rep: rep({ userId: 'lena' }), ticked: [] }, at(61))),
      'call_not_found',
    );
    const said = decideReview(ended(), tick('followed', 'not_aloud'), at(61));
    assert.ok('events' in said);
    const { purpose } = evolveAll(ended(), said.events);
    assert.deepEqual(purpose, {
      ...practice,
      review: { ticked: ['not_aloud', 'followed'], at: at(61) },
    });
  });
});
