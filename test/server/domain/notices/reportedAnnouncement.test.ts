import assert from 'node:assert/strict';
import type { Announcement } from '../../../../server/domain/call/announcement.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { announcementsMeant } from '../../../../server/domain/notices/reportedAnnouncement.ts';
import { at, liveCall } from '../../../support/builders.ts';

const DISCLOSURE: Announcement = {
  announcementId: 'c1.disclosure.1',
  kind: 'disclosure',
  to: 'customer',
  language: 'en',
  status: 'requested',
  requestedAt: at(0),
};
const TONE: Announcement = {
  ...DISCLOSURE,
  announcementId: 'i1.1.tone',
  kind: 'tone',
  to: 'everyone',
  interventionId: 'i1',
};
const SPOKEN: Announcement = {
  ...TONE,
  announcementId: 'i1.first.1.spoken_to_everyone',
  kind: 'spoken_to_everyone',
  before: 'request-1',
};
const ANOTHERS: Announcement = {
  ...SPOKEN,
  announcementId: 'i2.first.1.spoken_to_everyone',
  interventionId: 'i2',
  before: 'request-2',
};

const meant = (
  announcements: readonly Announcement[],
  report: Partial<Parameters<typeof announcementsMeant>[1]>,
) => announcementsMeant(liveCall({ announcements }), { status: 'played', ...report });

describe('a report that an announcement has ended', () => {
  it('means the one that it names', () => {
    assert.deepEqual(meant([DISCLOSURE, TONE], { announcementId: TONE.announcementId }), [
      TONE.announcementId,
    ]);
  });

  for (const announcementId of [undefined, 'c1.discl'])
    it(`means the one that is outstanding, when it names ${announcementId ?? 'none'} (P13)`, () => {
      const report = { announcementId, connectionId: 'CA-customer' };
      assert.deepEqual(meant([DISCLOSURE], report), [DISCLOSURE.announcementId]);
      assert.deepEqual(meant([{ ...DISCLOSURE, status: 'played' }], report), []);
      assert.deepEqual(meant([DISCLOSURE], { announcementId }), [DISCLOSURE.announcementId]);
    });

  it('means the one that was played to the connection that it is about', () => {
    assert.deepEqual(meant([TONE, DISCLOSURE], { connectionId: 'CA-customer' }), [
      DISCLOSURE.announcementId,
    ]);
    assert.deepEqual(meant([DISCLOSURE, TONE], {}), [TONE.announcementId]);
    assert.deepEqual(meant([DISCLOSURE], { connectionId: 'CA-rep' }), []);
  });

  it('means rather one that nobody waits for', () => {
    assert.deepEqual(meant([SPOKEN, TONE], {}), [TONE.announcementId]);
  });

  it('lets nobody be heard who waits for one, when two supervisors wait', () => {
    assert.deepEqual(meant([SPOKEN, ANOTHERS], {}), []);
  });

  it('means all that are outstanding, when it failed: nobody joins or is heard by mistake', () => {
    assert.deepEqual(meant([SPOKEN, ANOTHERS], { status: 'failed' }), [
      SPOKEN.announcementId,
      ANOTHERS.announcementId,
    ]);
  });

  it('ends the disclosure of a call, though the carrier does not repeat which it was', () => {
    const fact = {
      type: 'announcement-ended',
      callId: 'c1',
      connectionId: 'CA-customer',
      status: 'played',
      at: at(3),
    } as const;
    assert.deepEqual(observe(liveCall({ announcements: [DISCLOSURE] }), fact, at(3)), [
      {
        type: 'AnnouncementEnded',
        announcementId: DISCLOSURE.announcementId,
        status: 'played',
        at: at(3),
      },
    ]);
  });
});
