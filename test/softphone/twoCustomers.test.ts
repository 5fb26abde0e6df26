import assert from 'node:assert/strict';
import type { ActionDeps } from '../../softphone/src/actionDeps.ts';
import type { ChoiceParts } from '../../softphone/src/panels/actions.ts';
import { choosingAfter } from '../../softphone/src/panels/choosing.ts';
import { createActions } from '../../softphone/src/personActions.ts';
import { en } from '../../softphone/src/texts/en.ts';
import { openStage, type PhoneStage } from './support/phoneStage.ts';
import { settled } from './support/virtualClock.ts';

describe('a rep at whom two customers ring', () => {
  let stage: PhoneStage;
  let asked: string[];
  let announcedHangUps: string[];
  let choosing: ChoiceParts;
  let actions: ReturnType<typeof createActions>;

  beforeEach(async () => {
    stage = await openStage();
    asked = [];
    announcedHangUps = [];
    choosing = {};
    const { state, phone } = stage;
    actions = createActions({
      server: {
        ask: async (method: string, path: string) => void asked.push(`${method} ${path}`),
      } as unknown as ActionDeps['server'],
      state,
      dispatch: stage.dispatch,
      phone: () => phone,
      attempt: (act: () => Promise<unknown>) => void act(),
      choose: (next: ChoiceParts) => (choosing = next),
      render: () => undefined,
      texts: () => en,
      tellHangUp: async (callId: string) => void announcedHangUps.push(callId),
    } as unknown as ActionDeps);
    stage.service.ring('Priya');
    stage.service.ring('Ingrid');
    await settled();
  });

  const lineOf = (name: string): string =>
    stage.state().rings.find((ring) => ring.name === name)!.lineId;
  const talksWith = (): string[] => stage.service.liveCalls.map(({ customer }) => customer);
  const rings = (): string[] => stage.state().rings.map(({ name }) => name);

  it('answers the one who is named, and the other rings on', async () => {
    actions.answer(lineOf('Ingrid'));
    await settled();
    assert.deepEqual([talksWith(), rings()], [['Ingrid'], ['Priya']]);
    actions.answer(lineOf('Priya'));
    assert.deepEqual([talksWith(), rings(), stage.service.cutOff], [['Ingrid'], ['Priya'], []]);
  });

  it('holds, transfers and hangs up on the one who was answered, though the live view has neither yet', async () => {
    actions.answer(lineOf('Ingrid'));
    await settled();
    actions.hold(true);
    actions.hold(false);
    actions.transfer({ toUserId: 'lena' }, 'after_a_talk', true);
    actions.handOver();
    actions.withdraw();
    actions.transfer({ toUserId: 'lena' }, 'together', false);
    await settled();
    assert.deepEqual(asked, [
      'POST /api/calls/Ingrid/hold',
      'POST /api/calls/Ingrid/hold',
      'POST /api/calls/Ingrid/transfer',
      'POST /api/calls/Ingrid/transfer/complete',
      'POST /api/calls/Ingrid/transfer/cancel',
      'POST /api/calls/Ingrid/guests',
    ]);
    actions.hangUp();
    await settled();
    assert.deepEqual([announcedHangUps, talksWith(), rings()], [['Ingrid'], [], ['Priya']]);
  });

  it('declines the one who is named, and goes on with the other', async () => {
    actions.answer(lineOf('Ingrid'));
    await settled();
    actions.decline(lineOf('Priya'));
    await settled();
    assert.deepEqual([talksWith(), rings()], [['Ingrid'], []]);
  });

  it('does all of it on the second one, once the first has hung up and the second is answered', async () => {
    actions.answer(lineOf('Ingrid'));
    await settled();
    stage.service.liveCalls[0]!.hungUpThere();
    actions.answer(lineOf('Priya'));
    await settled();
    actions.hold(true);
    actions.transfer({ toUserId: 'lena' }, 'at_once', false);
    actions.hangUp();
    await settled();
    assert.deepEqual(asked, ['POST /api/calls/Priya/hold', 'POST /api/calls/Priya/transfer']);
    assert.deepEqual([announcedHangUps, talksWith()], [['Priya'], []]);
  });

  it('does not transfer the second one by a choice that was begun for the first', async () => {
    actions.answer(lineOf('Ingrid'));
    await settled();
    const first = stage.state().call;
    actions.chooseColleague();
    stage.service.liveCalls[0]!.hungUpThere();
    actions.answer(lineOf('Priya'));
    await settled();
    assert.deepEqual(choosing, {}, 'the list that comes late is of the call before');
    const open: ChoiceParts = { mode: 'barge', reach: 'open' };
    assert.deepEqual(choosingAfter(open, first, stage.state().call), { reach: 'open' });
    assert.equal(choosingAfter(open, first, first), open);
  });
});
