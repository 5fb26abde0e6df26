import assert from 'node:assert/strict';
import {
  decideAcknowledge,
  decideBooking,
  decideClose,
  decideScore,
  stageOf,
  watchOf,
  type Debrief,
  type DebriefDecision,
} from '../../../../server/domain/supervision/debrief.ts';
import {
  faultIn,
  itemsFor,
  NOT_APPLICABLE,
  scoreOf,
  SHIPPED_SCORECARD,
  type ScoreAnswer,
  type ScorecardItem,
} from '../../../../server/domain/supervision/scorecard.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { at } from '../../../support/builders.ts';

const item = (name: string, more: Partial<ScorecardItem> = {}): ScorecardItem => ({
  name,
  label: name,
  kind: 'scale',
  choices: [],
  weight: 1,
  isCritical: false,
  mayNotApply: false,
  needsComment: false,
  ...more,
});

describe('a scorecard', () => {
  const items = [
    item('listening', { weight: 3 }),
    item('next', { kind: 'yes_no' }),
    item('pace', { kind: 'choice', choices: ['good', 'fair', 'poor'] }),
  ];
  const answers: readonly ScoreAnswer[] = [
    { item: 'listening', value: 5 },
    { item: 'next', value: false },
    { item: 'pace', value: 'fair' },
  ];

  it('weighs its items: a scale from 1 to 5, yes or no, and choices from best to worst', () =>
    assert.deepEqual(scoreOf(items, answers), { percent: 70, failed: [] }));
  it('leaves out what does not apply, and is nothing where nothing applies', () => {
    const one = [item('a', { mayNotApply: true })];
    assert.deepEqual(scoreOf(one, [{ item: 'a', value: NOT_APPLICABLE }]), { failed: [] });
  });
  it('names the critical items that were failed', () =>
    assert.deepEqual(
      scoreOf(
        [item('truth', { kind: 'yes_no', isCritical: true })],
        [{ item: 'truth', value: false }],
      ),
      { percent: 0, failed: ['truth'] },
    ));
  it('takes no answer that is missing, not offered, or lacks its comment', () => {
    assert.deepEqual(faultIn(items, answers.slice(1)), { item: 'listening', because: 'missing' });
    for (const value of [0, 6, 2.5, 'good', true, NOT_APPLICABLE])
      assert.equal(faultIn([item('a')], [{ item: 'a', value }])?.because, 'not_offered');
    const commented = [item('a', { needsComment: true })];
    assert.equal(faultIn(commented, [{ item: 'a', value: 3 }])?.because, 'comment_missing');
    assert.equal(faultIn(commented, [{ item: 'a', value: 3, comment: 'Rushed' }]), undefined);
  });
  it('has the items of every call and those for the family of its reason', () =>
    assert.deepEqual(
      itemsFor([item('all'), item('legal', { family: 'compliance' })], 'deal').map(
        ({ name }) => name,
      ),
      ['all'],
    ));
  it('is one in an org that has none of its own', () =>
    assert.equal(SHIPPED_SCORECARD.filter(({ isCritical }) => isCritical).length, 1));
});

const debrief = (progress: Debrief['progress'] = {}): Debrief => ({
  debriefId: 'i1',
  source: { kind: 'intervention', interventionId: 'i1' },
  callId: 'c1',
  orgId: 'o',
  rep: { userId: 'ravi', name: 'Ravi Patel' },
  supervisor: { userId: 'maya', name: 'Maya Okafor' },
  customerName: 'Priya Raman',
  dueOn: '2026-12-01',
  plannedAt: at(0),
  notifiedSteps: [],
  reasonCode: 'large_deal',
  progress,
});

describe('a debrief', () => {
  const items = [item('listening')];
  const score = (one: Debrief, userId: string, value = 4): DebriefDecision =>
    decideScore(one, { userId }, { items, answers: [{ item: 'listening', value }], now: at(1) });
  const progressOf = (decision: DebriefDecision): Debrief['progress'] =>
    'progress' in decision ? decision.progress : assert.fail(decision.refusal.code);
  const refused = (decision: DebriefDecision): string | undefined =>
    'refusal' in decision ? decision.refusal.code : undefined;

  it('is scored by the rep first, then by the supervisor, then read, and only then complete', () => {
    assert.equal(refused(score(debrief(), 'maya')), 'debrief_rep_first');
    const self = progressOf(score(debrief(), 'ravi'));
    assert.equal(stageOf(self), 'supervisor_scores');
    assert.equal(
      refused(decideAcknowledge(debrief(self), { userId: 'ravi' }, { now: at(2) })),
      'debrief_not_scored',
    );
    const both = progressOf(score(debrief(self), 'maya', 2));
    assert.deepEqual([both.selfScore?.percent, both.supervisorScore?.percent], [75, 25]);
    const read = progressOf(
      decideAcknowledge(
        debrief(both),
        { userId: 'ravi' },
        { answer: 'I see it otherwise.', now: at(3) },
      ),
    );
    assert.equal(stageOf(read), 'ready');
    assert.deepEqual(read.acknowledged, { at: at(3), answer: 'I see it otherwise.' });
  });
  it('keeps what was given: neither a score nor the rep’s answer can be changed', () => {
    const self = progressOf(score(debrief(), 'ravi'));
    assert.equal(refused(score(debrief(self), 'ravi', 5)), 'debrief_given');
    const both = progressOf(score(debrief(self), 'maya'));
    assert.equal(refused(score(debrief(both), 'maya', 5)), 'debrief_given');
    const read = progressOf(
      decideAcknowledge(debrief(both), { userId: 'ravi' }, { answer: 'No.', now: at(3) }),
    );
    assert.equal(
      refused(decideAcknowledge(debrief(read), { userId: 'ravi' }, { answer: 'Yes.', now: at(4) })),
      'debrief_given',
    );
  });
  it('is not closed before both did their part, and says what is missing, and from whom', () => {
    const close = (progress: Debrief['progress']) =>
      decideClose(debrief(progress), { userId: 'maya' }, { now: at(9) });
    const saysWhy = (progress: Debrief['progress'], language: 'en' | 'de') => {
      const decision = close(progress);
      if (!('refusal' in decision)) return assert.fail('it was closed');
      assert.equal(decision.refusal.code, 'debrief_unfinished');
      return refusalText(decision.refusal, language).message;
    };
    const self = progressOf(score(debrief(), 'ravi'));
    const both = progressOf(score(debrief(self), 'maya'));
    assert.deepEqual(
      [{}, self, both].map((progress) => saysWhy(progress, 'en')),
      [
        "Ravi Patel hasn't scored the call yet.",
        "You haven't scored the call yet.",
        "Ravi Patel hasn't read your score yet.",
      ],
    );
    assert.equal(saysWhy(both, 'de'), 'Ravi Patel hat Ihre Bewertung noch nicht gelesen.');
    const read = progressOf(decideAcknowledge(debrief(both), { userId: 'ravi' }, { now: at(3) }));
    const closed = progressOf(close(read));
    assert.equal(closed.closedAt, at(9));
    assert.deepEqual(
      decideClose(debrief(closed), { userId: 'maya' }, { now: at(10) }),
      { progress: closed },
      'closed again',
    );
    for (const userId of ['ravi', 'dana'])
      assert.equal(
        refused(decideClose(debrief(read), { userId }, { now: at(9) })),
        'debrief_not_found',
      );
  });
  it('takes no score once it is closed, also where an erasure left none', () =>
    assert.equal(refused(score(debrief({ closedAt: at(1) }), 'ravi')), 'debrief_closed'));
  it('is nobody else’s', () => {
    assert.equal(refused(score(debrief(), 'dana')), 'debrief_not_found');
    assert.equal(
      refused(decideAcknowledge(debrief(), { userId: 'maya' }, { now: at(2) })),
      'debrief_not_found',
    );
  });
  it('is not scored with an item left out', () =>
    assert.equal(
      refused(decideScore(debrief(), { userId: 'ravi' }, { items, answers: [], now: at(1) })),
      'score_incomplete',
    ));
});

describe('the time of a debrief', () => {
  const slot = (hour: number) => ({
    startsAt: `2026-12-01T${hour}:00:00.000Z`,
    endsAt: `2026-12-01T${hour}:15:00.000Z`,
  });
  const book = (
    progress: Debrief['progress'],
    userId: string,
    hour: number,
    more: { readonly replaces?: string; readonly isFree?: boolean } = {},
  ) =>
    decideBooking(
      debrief(progress),
      { userId },
      { slot: slot(hour), isFree: true, ...more, now: at(1) },
    );
  const booked = (progress: Debrief['progress'] = {}, userId = 'ravi') => {
    const decision = book(progress, userId, 10);
    return 'progress' in decision ? decision : assert.fail(decision.refusal.code);
  };
  const refused = (decision: DebriefDecision): string | undefined =>
    'refusal' in decision ? decision.refusal.code : undefined;

  it('is chosen by either of the two, and says by whom', () => {
    for (const [userId, by] of [
      ['ravi', 'rep'],
      ['maya', 'supervisor'],
    ] as const) {
      const { progress } = booked({}, userId);
      assert.deepEqual(progress.booking, { ...slot(10), by, at: at(1), moves: 0 });
    }
    assert.equal(refused(book({}, 'dana', 10)), 'debrief_not_found');
  });
  it('is one that is free, and the same one again is nothing new', () => {
    assert.equal(refused(book({}, 'ravi', 10, { isFree: false })), 'debrief_slot_taken');
    const again = book(booked().progress, 'maya', 10, { isFree: false });
    assert.deepEqual('progress' in again && again.progress, booked().progress);
  });
  it('is moved by who has seen it, and by nobody who has not', () => {
    const { progress } = booked();
    assert.equal(refused(book(progress, 'maya', 11)), 'debrief_booked_meanwhile');
    const moved = book(progress, 'maya', 11, { replaces: slot(10).startsAt });
    assert.deepEqual('progress' in moved && moved.progress.booking?.moves, 1);
  });
  it('stays as it was once the debrief is closed', () =>
    assert.equal(refused(book({ closedAt: at(0) }, 'ravi', 10)), 'debrief_closed'));
});

describe('the calls after a debrief', () => {
  const later = (...reasons: readonly string[][]) =>
    reasons.map((reasonCodes, n) => ({ callId: `c${n}`, at: at(n), reasonCodes }));

  it('are watched until there were enough without the reason: then the rep has graduated', () => {
    assert.deepEqual(watchOf('large_deal', later([], ['other']), 3), {
      status: 'watching',
      calls: 2,
      of: 3,
    });
    assert.deepEqual(watchOf('large_deal', later([], [], []), 3), { status: 'graduated', of: 3 });
  });
  it('say “again” with the call on which the reason came back', () =>
    assert.deepEqual(watchOf('large_deal', later([], ['large_deal'], []), 3), {
      status: 'again',
      callId: 'c1',
      at: at(1),
    }));
  it('are not watched for longer than that, nor without a reason', () => {
    assert.equal(watchOf('large_deal', later([], [], ['large_deal']), 2)?.status, 'graduated');
    assert.equal(watchOf(undefined, later([]), 2), undefined);
  });
});
