import {
  addWorkingDays,
  clockText,
  daysLater,
  durationMs,
  instantOf,
  isoDuration,
  presence,
  sameRecord,
  todayText,
} from 'c/callModel';
import { aCall, anIntervention } from 'test/builders';

describe('a duration', () => {
  it.each([
    [0, '0:00'],
    [65_000, '1:05'],
    [3_725_000, '1:02:05'],
  ])('of %d ms reads %s', (ms, text) => expect(clockText(ms)).toBe(text));
  it('reads to machines as ISO 8601', () => expect(isoDuration(65_400)).toBe('PT65S'));
  it('counts from the answer, and stops at the end', () => {
    const call = aCall({ startedAt: '2026-11-20T10:00:00Z', answeredAt: '2026-11-20T10:00:10Z' });
    const now = Date.parse('2026-11-20T10:01:00Z');
    expect(durationMs(call, now)).toBe(50_000);
    expect(durationMs({ ...call, answeredAt: undefined }, now)).toBe(60_000);
    expect(durationMs({ ...call, endedAt: '2026-11-20T10:00:30Z' }, now)).toBe(20_000);
  });
  it('is never negative when the clocks disagree', () => expect(durationMs(aCall(), 0)).toBe(0));
});

describe('a time that is entered', () => {
  it.each([
    ['2026-11-20T15:00', '2026-11-20T23:00:00.000Z'],
    ['2026-07-01T00:30', '2026-07-01T07:30:00.000Z'],
    // The clocks go forward at 2:00 on March 8.
    ['2026-03-08T01:30', '2026-03-08T09:30:00.000Z'],
    ['2026-03-08T03:30', '2026-03-08T10:30:00.000Z'],
  ])('of %s is meant in the time zone of Salesforce', (local, instant) =>
    expect(instantOf(local)).toBe(instant),
  );
});

describe('a working day', () => {
  it.each([
    ['Wednesday', 18, '2026-11-20'],
    ['Friday', 20, '2026-11-24'],
    ['Saturday', 21, '2026-11-24'],
  ])('two after a %s skips the weekend', (_, day, due) =>
    expect(addWorkingDays(`2026-11-${day}`, 2)).toBe(due),
  );
});

describe('a date', () => {
  it('is that of where the reader works, not of the browser', () => {
    // It is still Friday in Los Angeles, the reader's time zone in Salesforce.
    expect(todayText(new Date('2026-11-21T03:00:00.000Z'))).toBe('2026-11-20');
  });
  it.each([
    [1, '2026-11-01'],
    [-30, '2026-10-01'],
    [0, '2026-10-31'],
  ])('is %i days from another', (days, date) => expect(daysLater('2026-10-31', days)).toBe(date));
});

describe('a supervisor on the call', () => {
  it.each([
    [undefined, 'Maya Okafor, joining'],
    ['monitor', 'Maya Okafor, listening'],
    ['whisper', 'Maya Okafor, whispering to Ravi Patel'],
    ['barge', 'Maya Okafor, barged in'],
    ['takeover', 'Maya Okafor, took over'],
  ] as const)('in %s reads "%s"', (mode, text) =>
    expect(presence(anIntervention(mode), aCall())).toBe(text),
  );

  it('whispers to nobody once the rep has left', () => {
    const call = aCall();
    const left = { ...call, rep: { ...call.rep, present: false } };
    expect(presence(anIntervention('whisper'), left)).toBe('Maya Okafor, listening');
  });
});

describe('a record id', () => {
  it('is the same with and without its suffix', () => {
    expect(sameRecord('006Dn000000000v', '006Dn000000000vIAA')).toBe(true);
    expect(sameRecord('006Dn000000000w', '006Dn000000000vIAA')).toBe(false);
    expect(sameRecord(undefined, undefined)).toBe(false);
  });
});
