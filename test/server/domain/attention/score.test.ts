import assert from 'node:assert/strict';
import { attentionFor, type AttentionFacts } from '../../../../server/domain/attention/score.ts';
import { at, liveCall } from '../../../support/builders.ts';

const alert = { family: 'asks_for_manager', severity: 'attention', raisedAt: at(60) } as const;
const facts = (more: Partial<AttentionFacts> = {}): AttentionFacts => ({
  alerts: [],
  isClaimedByOther: false,
  isRepNew: false,
  now: at(60),
  ...more,
});

describe('how much a call needs somebody', () => {
  it('is the sum of parts that are shown (P19)', () => {
    const { score, parts } = attentionFor(liveCall(), facts({ alerts: [alert] }));
    assert.equal(
      score,
      parts.reduce((sum, { points }) => sum + points, 0),
    );
    assert.equal(parts.find(({ part }) => part === 'alerts')?.points, 20);
  });

  it('rises while nobody comes, and falls when somebody else has claimed it', () => {
    const call = liveCall();
    const now = attentionFor(call, facts({ alerts: [alert] }));
    const claimed = attentionFor(call, facts({ alerts: [alert], isClaimedByOther: true }));
    assert.equal(now.score - claimed.score, 40);
    const later = attentionFor(call, facts({ alerts: [alert], now: at(120) }));
    assert.ok(later.parts.some(({ part, points }) => part === 'unattended' && points > 0));
  });

  it('is more where the deal closes within a week, or was to be closed by now', () => {
    const closing = (closeDate?: string) =>
      attentionFor(
        liveCall({ opportunity: { opportunityId: '006A', name: 'A deal', closeDate } }),
        facts(),
      ).parts;
    const day = (days: number) =>
      new Date(Date.parse(at(60)) + days * 86_400_000).toISOString().slice(0, 10);
    const soon = [{ part: 'closeDate', points: 5 }];
    assert.deepEqual([closing(day(3)), closing(day(-20))], [soon, soon]);
    assert.deepEqual([closing(day(12)), closing()], [[], []]);
  });

  it('is more while the rep is new', () => {
    const parts = (isRepNew: boolean) => attentionFor(liveCall(), facts({ isRepNew })).parts;
    assert.deepEqual([parts(true), parts(false)], [[{ part: 'newRep', points: 10 }], []]);
  });

  it('suggests the least that answers what was raised, and nothing for what was not useful (G39, G45)', () => {
    assert.deepEqual(attentionFor(liveCall(), facts({ alerts: [alert] })).suggestion, {
      mode: 'barge',
      because: 'asks_for_manager',
    });
    const wrong = { ...alert, mark: 'not_useful' } as const;
    assert.equal(attentionFor(liveCall(), facts({ alerts: [wrong] })).suggestion, undefined);
  });
});
