import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { heardMeanwhile, sayOneMoment } from '../../../../server/domain/carrier/oneMoment.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { announcementText } from '../../../../server/domain/notices/playAnnouncements.ts';
import { active, at, liveCall, participant, supervisedCall } from '../../../support/builders.ts';
import { lost } from '../../../support/lostRep.ts';

const said = (call: Call, userId = 'ravi') => sayOneMoment(call, userId, { now: at(40) });
const after = (call: Call): Call => evolveAll(call, said(call));
const withRep = (more: object): Call =>
  liveCall({ participants: [participant('customer'), participant('rep', more)] });

describe('the customer of a rep whose page is gone', () => {
  it('hears a word, alone and in their language, and nothing else is done', () => {
    const [event] = said(liveCall({ language: { code: 'de' } as Call['language'] }));
    assert.ok(event?.type === 'AnnouncementRequested');
    const { kind, to, language } = event.announcement;
    assert.deepEqual([kind, to, language], ['one_moment', 'customer', 'de']);
    assert.equal(announcementText(event.announcement, liveCall()), 'Einen Moment, bitte.');
    const call = after(liveCall());
    assert.deepEqual(pendingActions(call), []);
    assert.deepEqual(call.participants, liveCall().participants);
  });

  it('hears the org’s own words, if it has some', () => {
    const [event] = said(liveCall());
    assert.ok(event?.type === 'AnnouncementRequested');
    const own = { kind: 'one_moment', language: 'en', text: 'Please wait for {rep}.' } as const;
    assert.equal(
      announcementText(event.announcement, liveCall(), [own]),
      'Please wait for Ravi Patel.',
    );
  });

  it('has heard it, in the words and at the times that the rep is told afterwards', () => {
    const own = { kind: 'one_moment', language: 'en', text: 'Please wait for {rep}.' } as const;
    const ended = (call: Call, status: 'played' | 'failed'): Call => {
      const { announcementId } = call.announcements.at(-1)!;
      return evolveAll(call, [{ type: 'AnnouncementEnded', announcementId, status, at: at(45) }]);
    };
    assert.equal(heardMeanwhile(liveCall()), undefined);
    const once = evolveAll(
      liveCall(),
      sayOneMoment(liveCall(), 'ravi', { now: at(40), own: [own] }),
    );
    assert.deepEqual(heardMeanwhile(ended(once, 'failed')), undefined);
    const played = ended(once, 'played');
    const twice = evolveAll(played, sayOneMoment(played, 'ravi', { now: at(50), own: [own] }));
    assert.deepEqual(heardMeanwhile(twice), {
      words: 'Please wait for Ravi Patel.',
      at: [at(40), at(50)],
    });
    assert.equal(
      announcementText(twice.announcements.at(-1)!, twice, [{ ...own, text: 'Changed.' }]),
      'Please wait for Ravi Patel.',
      'what is told is what is said, also where the org changes it meanwhile',
    );
  });

  it('hears it again once it was played, under another name', () => {
    const once = after(liveCall());
    assert.deepEqual(said(once), []);
    const { announcementId } = once.announcements.at(-1)!;
    const played = evolveAll(once, [
      { type: 'AnnouncementEnded', announcementId, status: 'played', at: at(41) },
    ]);
    const [again] = said(played);
    assert.ok(again?.type === 'AnnouncementRequested');
    assert.notEqual(again.announcement.announcementId, announcementId);
  });

  for (const [why, call, userId] of [
    ['is another’s', liveCall(), 'lena'],
    [
      'is on hold',
      liveCall({ participants: [participant('customer', { onHold: true }), participant('rep')] }),
    ],
    ['talks with a rep on a phone', withRep({ device: 'phone' })],
    ['waits for the rep already', lost()],
    ['has a supervisor to talk to', supervisedCall({ mode: 'barge' }, 'everyone')],
    [
      'is being taken over',
      supervisedCall(
        active({ pending: { mode: 'takeover', requestId: 'r', requestedAt: at(30) } } as never),
        'nobody',
      ),
    ],
    ['is scripted', liveCall({ purpose: { kind: 'practice', scenario: 'x', language: 'en' } })],
    ['was hung up on', liveCall({ hangUp: { at: at(30), endsCall: true } })],
    ['has the rep talk with somebody else', liveCall({ talkHold: { since: at(30) } })],
  ] as [string, Call, string?][])
    it(`hears nothing if the customer ${why}`, () => assert.deepEqual(said(call, userId), []));

  it('hears it where a supervisor only listens', () =>
    assert.equal(said(supervisedCall({}, 'nobody')).length, 1));
});
