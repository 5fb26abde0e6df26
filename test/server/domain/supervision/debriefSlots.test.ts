import assert from 'node:assert/strict';
import {
  addWorkingDays,
  isProposed,
  proposeSlots,
  searchedTime,
  type Attendee,
  type Busy,
} from '../../../../server/domain/supervision/debriefSlots.ts';

const HOURS = { fromHour: 9, untilHour: 17 };
const in_ = (timeZone: string, userId = 'ravi'): Attendee => ({ userId, timeZone });
/** A Tuesday. */
const NOW = '2026-12-01T15:01:00.000Z';

const times = (userId: string, from: string, until: string): Busy => ({
  status: 'times',
  userId,
  from,
  until,
});
const days = (userId: string, firstDay: string, count = 1): Busy => ({
  status: 'days',
  userId,
  firstDay,
  days: count,
});

interface Given {
  readonly zones?: readonly [string, string];
  readonly busy?: readonly Busy[];
  readonly dueOn?: string;
  readonly now?: string;
}
const search = ({
  zones = ['UTC', 'UTC'],
  busy = [],
  dueOn = '2026-12-03',
  now = NOW,
}: Given = {}) => ({
  attendees: [in_(zones[0]), in_(zones[1], 'maya')] as const,
  busy,
  hours: HOURS,
  dueOn,
  now,
});
const starts = (given?: Given): string[] =>
  proposeSlots(search(given)).map(({ startsAt }) => startsAt.slice(0, 16));
const inOrder = (given?: Given): string[] => starts(given).toSorted();

describe('the times that are proposed for a debrief', () => {
  it('are of 15 minutes, in working hours, none of them past or within five minutes', () => {
    const all = proposeSlots(search());
    assert.equal(inOrder()[0], '2026-12-01T15:15');
    assert.equal(inOrder({ now: '2026-12-01T15:10:00.000Z' })[0], '2026-12-01T15:15');
    assert.equal(inOrder({ now: '2026-12-01T15:11:00.000Z' })[0], '2026-12-01T15:30');
    for (const { startsAt, endsAt } of all) {
      assert.equal(Date.parse(endsAt) - Date.parse(startsAt), 15 * 60_000);
      assert.ok(startsAt.slice(11, 16) >= '09:00' && endsAt.slice(11, 16) <= '17:00');
    }
  });

  it('begin with the first of each half day before it is due, then the second ones', () =>
    assert.deepEqual(starts().slice(0, 7), [
      '2026-12-01T15:15',
      '2026-12-02T09:00',
      '2026-12-02T12:00',
      '2026-12-03T09:00',
      '2026-12-03T12:00',
      '2026-12-01T15:30',
      '2026-12-02T09:15',
    ]));

  it('leave out what either has in the calendar, to the minute', () => {
    const busy = [
      times('ravi', '2026-12-01T15:20:00.000Z', '2026-12-01T15:40:00.000Z'),
      times('maya', '2026-12-01T16:00:00.000Z', '2026-12-01T16:45:00.000Z'),
    ];
    assert.deepEqual(inOrder({ busy }).slice(0, 2), ['2026-12-01T15:45', '2026-12-01T16:45']);
  });

  it('leave out whole days of one of them, by that person’s calendar', () => {
    const zones = ['America/Los_Angeles', 'UTC'] as const;
    // Only 17:00 to 17:00 UTC is shared with Los Angeles at no time; with New York from 14:00.
    const newYork = ['America/New_York', 'UTC'] as const;
    assert.equal(
      inOrder({ zones: newYork, busy: [days('ravi', '2026-12-01', 2)] })[0],
      '2026-12-03T14:00',
    );
    assert.equal(
      inOrder({ zones, busy: [days('maya', '2026-12-01', 2)] })[0]?.slice(0, 10),
      '2026-12-03',
    );
  });

  it('are of the next day where a day has none, and after it was due where nothing is free before', () => {
    assert.equal(inOrder({ busy: [days('maya', '2026-12-01')] })[0], '2026-12-02T09:00');
    const full = [days('ravi', '2026-12-01', 3)];
    const [first] = proposeSlots(search({ busy: full }));
    assert.deepEqual(
      [first?.startsAt.slice(0, 16), first?.isAfterDue, first?.isOutsideHours],
      ['2026-12-04T09:00', true, false],
    );
    assert.equal(proposeSlots(search())[0]?.isAfterDue, false);
  });

  it('are after the due day, too, but behind those before it', () => {
    const all = proposeSlots(search());
    const late = all.findIndex(({ isAfterDue }) => isAfterDue);
    assert.ok(late > 0);
    assert.ok(all.slice(late).every(({ isAfterDue }) => isAfterDue));
  });

  it('skip the weekend', () =>
    assert.equal(
      inOrder({ now: '2026-12-04T17:00:00.000Z', dueOn: '2026-12-07' })[0],
      '2026-12-07T09:00',
    ));

  it('are none where two weeks are taken', () =>
    assert.deepEqual(starts({ busy: [days('maya', '2026-12-01', 17)] }), []));

  it('are where both work, in two time zones', () => {
    const given = { zones: ['Europe/Berlin', 'America/New_York'] as const };
    const found = proposeSlots(search(given)).filter(({ startsAt }) =>
      startsAt.startsWith('2026-12-02'),
    );
    const sorted = found.map(({ startsAt }) => startsAt.slice(11, 16)).toSorted();
    assert.deepEqual([sorted[0], sorted.at(-1)], ['14:00', '15:45']);
    assert.ok(found.every(({ isOutsideHours }) => !isOutsideHours));
  });

  it('are early or late for one where their working hours never meet, and say so', () => {
    const given = { zones: ['Europe/Berlin', 'America/Los_Angeles'] as const };
    const found = proposeSlots(search(given));
    assert.deepEqual(
      [found[0]?.startsAt.slice(0, 16), found[0]?.isOutsideHours],
      ['2026-12-01T16:00', true],
    );
    assert.ok(
      found.every(({ startsAt }) => ['16', '17'].includes(startsAt.slice(11, 13))),
      'an hour more for both, which are two shared ones',
    );
  });

  it('follow the clocks of both when only one country has changed them', () => {
    const zones = ['Europe/Berlin', 'America/New_York'] as const;
    const of = (now: string, dueOn: string): string[] =>
      inOrder({ zones, now, dueOn })
        .filter((at) => at.startsWith(dueOn))
        .map((at) => at.slice(11));
    // New York changes on March 8, Berlin on March 29, 2026.
    const between = of('2026-03-16T00:00:00.000Z', '2026-03-17');
    const after = of('2026-03-30T00:00:00.000Z', '2026-03-31');
    assert.deepEqual([between[0], between.at(-1)], ['13:00', '15:45']);
    assert.deepEqual([after[0], after.at(-1)], ['13:00', '14:45']);
  });

  it('begin at nine by the new clock on the day after it has changed', () =>
    assert.deepEqual(
      ['2026-03-27', '2026-03-30'].map(
        (day) =>
          inOrder({
            zones: ['Europe/Berlin', 'Europe/Berlin'],
            now: `${day}T00:00:00.000Z`,
            dueOn: day,
          })[0],
      ),
      ['2026-03-27T08:00', '2026-03-30T07:00'],
    ));

  it('are by UTC for a person whose time zone nobody knows', () =>
    assert.deepEqual(inOrder({ zones: ['Atlantis/Nowhere', 'UTC'] }), inOrder()));

  it('are the only ones that can be booked', () => {
    const busy = [times('maya', '2026-12-02T09:00:00.000Z', '2026-12-02T10:00:00.000Z')];
    const may = (at: string): boolean => isProposed(search({ busy }), at);
    assert.equal(may('2026-12-02T10:00:00.000Z'), true);
    assert.equal(may('2026-12-02T12:00:00+02:00'), true);
    for (const at of ['2026-12-02T09:30:00Z', '2026-12-02T10:05:00Z', '2026-12-01T09:00:00Z'])
      assert.equal(may(at), false, at);
  });

  it('are looked for until two weeks after it is due, or from now where it is overdue', () => {
    const until = (dueOn: string) => searchedTime(search({ dueOn })).until.slice(0, 10);
    assert.deepEqual([until('2026-12-03'), until('2026-11-03')], ['2026-12-18', '2026-12-16']);
  });
});

describe('working days', () => {
  it('are counted without the weekend', () =>
    assert.deepEqual(
      [
        addWorkingDays('2026-12-01', 2),
        addWorkingDays('2026-12-03', 2),
        addWorkingDays('2026-12-05', 1),
      ],
      ['2026-12-03', '2026-12-07', '2026-12-07'],
    ));
});
