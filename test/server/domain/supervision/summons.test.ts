import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { widenedSummonses } from '../../../../server/domain/call/evolveSummonses.ts';
import { isSummoned, isSummonedAt, openSummonses } from '../../../../server/domain/call/summons.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import type { PossibleHelper } from '../../../../server/domain/supervision/helpOffers.ts';
import {
  decideSummonsAnswer,
  summon,
  summonsOffer,
} from '../../../../server/domain/supervision/summons.ts';
import { at, liveCall, person } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const helper = (userId: string, facts: Partial<PossibleHelper> = {}): PossibleHelper => ({
  person: { userId, name: userId, skills: [] },
  isThere: true,
  isBusy: false,
  ...facts,
});
const HELPERS = [
  helper('maya'),
  helper('dana', { isBusy: true }),
  helper('quinn', { isThere: false }),
];
const call = liveCall();
const asked = {
  alertId: 'alert-1',
  label: 'Lawyer',
  family: 'legal_or_regulator',
  offer: summonsOffer(HELPERS, call, { stepMs: 15_000, now: at(10) }),
};
const summoned = evolveAll(call, summon(call, asked, at(10)));

describe('an alert of compliance', () => {
  it('calls those who are free, then the others, then everybody again', () =>
    assert.deepEqual(asked.offer?.steps, [['maya'], ['dana', 'quinn'], ['maya', 'dana', 'quinn']]));

  it('calls everybody at once where nobody is free, and again', () =>
    assert.deepEqual(
      summonsOffer([helper('quinn', { isThere: false })], call, { stepMs: 1, now: at(0) })?.steps,
      [['quinn'], ['quinn']],
    ));

  it('calls once for each alert, and on no call that is over', () => {
    assert.deepEqual(summon(summoned, asked, at(11)), []);
    const ended = evolveAll(call, [
      { type: 'CallEnded', endReason: 'hung_up', at: at(5) } as never,
    ]);
    assert.deepEqual(summon(ended, asked, at(11)), []);
  });

  it('rings by notification and phone at each step, until the last', () => {
    const topics = (events: ReturnType<typeof summon>) =>
      outboxMessages(summoned, events).map(({ key }) => key);
    assert.deepEqual(topics(summon(call, asked, at(10))), [
      'crm.summonsNotification:alert-1:0',
      'carrier.summonsCall:alert-1:0',
    ]);
    assert.equal(dueAt(summoned), at(25));
    assert.deepEqual(widenedSummonses(summoned, at(24)), []);
    const widened = evolveAll(summoned, widenedSummonses(summoned, at(25)));
    const [one] = openSummonses(widened);
    assert.deepEqual(
      ['maya', 'dana'].map((userId) => [isSummoned(one!, userId), isSummonedAt(one!, 1, userId)]),
      [
        [true, false],
        [true, true],
      ],
    );
    const last = evolveAll(widened, widenedSummonses(widened, at(40)));
    assert.deepEqual(widenedSummonses(last, at(400)), []);
    assert.deepEqual(topics(widenedSummonses(widened, at(40))), [
      'crm.summonsNotification:alert-1:2',
      'carrier.summonsCall:alert-1:2',
    ]);
  });

  it('is taken by one; of two the first is named to the other', () => {
    const take = (current: Call, supervisor = person()) =>
      decideSummonsAnswer(current, { alertId: 'alert-1', supervisor, policy }, at(12));
    const decided = take(summoned);
    assert.ok('events' in decided);
    const taken = evolveAll(summoned, decided.events);
    assert.deepEqual(openSummonses(taken), []);
    assert.deepEqual(take(taken), { events: [] });
    const other = take(taken, person({ userId: 'dana', name: 'Dana Whitfield' }));
    assert.deepEqual('refusal' in other && [other.refusal.code, other.refusal.values], [
      'call_claimed',
      { who: 'Maya Okafor' },
    ]);
  });

  it('is taken by nobody who may not join the call', () => {
    const refused = decideSummonsAnswer(
      summoned,
      {
        alertId: 'alert-1',
        supervisor: person({ userId: 'tomas', managerIds: [], roles: ['rep'] }),
        policy,
      },
      at(12),
    );
    assert.ok('refusal' in refused);
  });

  it('is over with the call', () => {
    const ended = evolveAll(summoned, [
      { type: 'CallEnded', endReason: 'hung_up', at: at(60) } as never,
    ]);
    assert.equal(ended.summonses?.[0]?.status, 'closed');
    assert.equal(dueAt(ended), undefined);
  });
});
