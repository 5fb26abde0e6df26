import assert from 'node:assert/strict';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { helpWidensAt, widenedHelp } from '../../../../server/domain/call/evolveHelp.ts';
import type { HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import {
  beginOffer,
  isAddedAt,
  isOfferedTo,
  offerSteps,
  reachAmong,
  skillsAmong,
  type PossibleHelper,
} from '../../../../server/domain/supervision/helpOffers.ts';
import { at, liveCall } from '../../../support/builders.ts';

const helper = (
  userId: string,
  facts: Partial<Omit<PossibleHelper, 'person'>> & { skills?: readonly string[] } = {},
): PossibleHelper => {
  const { skills = [], ...signs } = facts;
  return { person: { userId, name: userId, skills }, isThere: true, isBusy: false, ...signs };
};
const rep = { managerIds: ['maya', 'dana'] };

describe('a help request is offered', () => {
  const helpers = [
    helper('quinn'),
    helper('dana', { skills: ['Price_Negotiation'] }),
    helper('tomas', { skills: ['Price_Negotiation'] }),
    helper('maya'),
    helper('busy', { skills: ['Price_Negotiation'], isBusy: true }),
    helper('away', { isThere: false }),
  ];

  it('to the best who is free and has the skill, then to all of these, then wider (G14, G42)', () =>
    assert.deepEqual(offerSteps(helpers, { rep, skill: 'price negotiation' }), [
      ['dana'],
      ['tomas'],
      ['maya', 'quinn'],
      ['busy', 'away'],
    ]));
  it('to the nearest manager first where no skill is asked for', () =>
    assert.deepEqual(offerSteps(helpers, { rep }), [
      ['maya'],
      ['dana', 'quinn', 'tomas'],
      ['away', 'busy'],
    ]));
  it('to all at once where nobody is free, and to nobody where nobody may come', () => {
    assert.deepEqual(offerSteps([helper('maya', { isBusy: true })], { rep }), [['maya']]);
    assert.deepEqual(offerSteps([], { rep }), []);
    assert.equal(beginOffer([], 15_000, at(0)), undefined);
  });
  it('to a product specialist by skill, before managers without it (V29)', () =>
    assert.deepEqual(
      offerSteps([helper('maya'), helper('sam', { skills: ['Security'] })], {
        rep,
        skill: 'Security',
      })[0],
      ['sam'],
    ));
});

describe('those who may help', () => {
  it('are reached where any of them is there', () => {
    assert.equal(reachAmong([]), 'nobody');
    assert.equal(reachAmong([helper('maya', { isThere: false })]), 'away');
    assert.equal(reachAmong([helper('maya', { isBusy: true })]), 'available');
  });
  it('are asked for by the skills that they have, each once', () =>
    assert.deepEqual(
      skillsAmong([
        helper('a', { skills: ['Spanish', 'Legal'] }),
        helper('b', { skills: ['Legal'] }),
      ]),
      ['Legal', 'Spanish'],
    ));
});

describe('a request that nobody takes', () => {
  const help: HelpRequest = {
    helpRequestId: 'h1',
    reasonCode: 'pricing',
    at: at(0),
    status: 'open',
    offer: beginOffer([['maya'], ['dana'], ['quinn']], 15_000, at(0))!,
  };
  const call = liveCall({ help });

  it('is offered to more people after the time of each step, and at last to all who may join', () => {
    const seen = (state: typeof call): string[] =>
      ['maya', 'dana', 'quinn', 'other'].filter((userId) => isOfferedTo(state.help!, userId));
    assert.deepEqual(seen(call), ['maya']);
    assert.equal(helpWidensAt(call), at(15));
    assert.equal(dueAt(call), at(15));
    assert.deepEqual(widenedHelp(call, at(14)), []);
    const second = evolveAll(call, widenedHelp(call, at(15))) as typeof call;
    assert.deepEqual(seen(second), ['maya', 'dana']);
    const third = evolveAll(second, widenedHelp(second, at(30))) as typeof call;
    assert.deepEqual(seen(third), ['maya', 'dana', 'quinn', 'other']);
    assert.equal(helpWidensAt(third), undefined);
  });
  it('rings for each person once, in the step that adds them', () => {
    assert.deepEqual(
      ['maya', 'dana', 'quinn', 'other'].map((userId) =>
        [0, 1, 2].filter((step) => isAddedAt(help, step, userId)),
      ),
      [[0], [1], [2], [2]],
    );
    const widened = widenedHelp(call, at(15));
    assert.deepEqual(
      outboxMessages(evolveAll(call, widened), widened).map(({ key, payload }) => [key, payload]),
      ['crm.helpNotification:h1:1', 'carrier.helpCall:h1:1'].map((key) => [
        key,
        { callId: 'c1', helpRequestId: 'h1', step: 1 },
      ]),
    );
  });
  it('is offered to nobody once somebody comes', () => {
    const taken: HelpRequest = {
      ...help,
      status: 'taken',
      takenAt: at(3),
      takenBy: { userId: 'dana', name: 'Dana Whitfield', role: 'supervisor' },
    };
    assert.equal(isOfferedTo(taken, 'maya'), false);
    assert.equal(helpWidensAt(liveCall({ help: taken })), undefined);
  });
});
