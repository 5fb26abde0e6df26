import assert from 'node:assert/strict';
import { isOver, isWithin, nextOpening } from '../../../../server/domain/policy/hours.ts';
import type { Hours } from '../../../../server/domain/policy/policy.ts';
import { clockWords } from '../../../../server/domain/texts/clock.ts';

const NEW_YORK = 'America/New_York';
const hours = (from: string, to: string, more: Partial<Hours> = {}): Hours => ({
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  from,
  to,
  clock: 'rep',
  ...more,
});
const open = (one: Hours, now: string, zone: string | undefined = NEW_YORK) =>
  isWithin(one, [], { zone, now });
const next = (one: Hours, now: string, zone = NEW_YORK) => nextOpening(one, [], { zone, now });

// New York leaps from 02:00 to 03:00 on 2027-03-14 at 07:00Z, and goes back from 02:00 to 01:00 on
// 2026-11-01 at 06:00Z.
describe('hours on the day the clocks leap forward', () => {
  it('that begin in the hour that does not exist begin when it has been leapt over', () => {
    assert.equal(
      next(hours('02:30', '06:00'), '2027-03-14T06:00:00.000Z'),
      '2027-03-14T07:00:00.000Z',
    );
    assert.equal(open(hours('02:30', '06:00'), '2027-03-14T06:59:59.000Z'), false);
    assert.equal(open(hours('02:30', '06:00'), '2027-03-14T07:00:00.000Z'), true);
  });
  it('that lie whole in that hour do not come that day', () => {
    assert.equal(
      next(hours('02:10', '02:50'), '2027-03-14T06:00:00.000Z'),
      '2027-03-15T06:10:00.000Z',
    );
  });
  it('that end in that hour end when it is leapt over', () => {
    assert.equal(open(hours('00:00', '02:30'), '2027-03-14T06:59:00.000Z'), true);
    assert.equal(open(hours('00:00', '02:30'), '2027-03-14T07:00:00.000Z'), false);
  });
  it('that begin later begin an hour earlier by the sun', () =>
    assert.equal(
      next(hours('08:00', '18:00'), '2027-03-14T08:00:00.000Z'),
      '2027-03-14T12:00:00.000Z',
    ));
});

describe('hours on the day the clocks go back', () => {
  const twice = hours('01:30', '02:00');
  it('are open both times the clock shows them', () => {
    assert.deepEqual(
      ['05:29', '05:30', '05:59', '06:00', '06:29', '06:30', '06:59', '07:00'].map((time) =>
        open(twice, `2026-11-01T${time}:00.000Z`),
      ),
      [false, true, true, false, false, true, true, false],
    );
  });
  it('open next at the first showing, and between both at the second', () => {
    assert.equal(next(twice, '2026-11-01T05:00:00.000Z'), '2026-11-01T05:30:00.000Z');
    assert.equal(next(twice, '2026-11-01T06:10:00.000Z'), '2026-11-01T06:30:00.000Z');
  });
});

describe('hours past midnight', () => {
  const night = hours('22:00', '06:00', { days: ['Fri'] });
  it('belong to the day they began', () => {
    assert.equal(open(night, '2026-11-21T03:00:00.000Z'), true);
    assert.equal(open(night, '2026-11-21T10:59:00.000Z'), true);
    assert.equal(open(night, '2026-11-21T11:00:00.000Z'), false);
    assert.equal(open(night, '2026-11-20T09:00:00.000Z'), false);
  });
  it('may end at 24:00', () =>
    assert.equal(open(hours('08:00', '24:00'), '2026-11-21T04:59:00.000Z'), true));
  it('do not come on a day off, but run on into one', () => {
    const holidays = [{ calendar: 'US', date: '2026-11-21' }];
    const both = hours('22:00', '06:00', { days: ['Fri', 'Sat'], exceptOn: 'US' });
    assert.equal(
      isWithin(both, holidays, { zone: NEW_YORK, now: '2026-11-21T10:00:00.000Z' }),
      true,
    );
    assert.equal(
      isWithin(both, holidays, { zone: NEW_YORK, now: '2026-11-22T04:00:00.000Z' }),
      false,
    );
  });
});

describe('what cannot be known', () => {
  it('opens nothing: no zone, or one that does not exist', () => {
    assert.equal(isWithin(hours('00:00', '24:00'), [], { now: '2026-11-21T10:00:00.000Z' }), false);
    assert.equal(open(hours('00:00', '24:00'), '2026-11-21T10:00:00.000Z', 'Mars/Olympus'), false);
    assert.equal(isOver('2030-01-01', undefined, '2026-11-21T10:00:00.000Z'), true);
  });
  it('never comes: hours whose every day is off', () => {
    const holidays = Array.from({ length: 500 }, (_, i) => ({
      calendar: 'US',
      date: new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10),
    }));
    assert.equal(
      nextOpening(hours('08:00', '18:00', { exceptOn: 'US' }), holidays, {
        zone: NEW_YORK,
        now: '2026-11-21T10:00:00.000Z',
      }),
      undefined,
    );
  });
});

describe('the moment it would be allowed', () => {
  const said = (at: string) =>
    clockWords(at, '2026-11-20T20:00:00.000Z', { zone: 'America/Los_Angeles', reader: 'en' });
  it('is said as people say it', () => {
    assert.equal(said('2026-11-21T02:00:00.000Z'), '6:00 PM today');
    assert.equal(said('2026-11-21T16:00:00.000Z'), '8:00 AM tomorrow');
    assert.equal(said('2026-11-23T16:00:00.000Z'), '8:00 AM on Monday');
    assert.equal(said('2027-01-04T16:00:00.000Z'), '8:00 AM on January 4');
  });
});
