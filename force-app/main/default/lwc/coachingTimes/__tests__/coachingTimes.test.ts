import type { Booking } from 'c/coachingApi';
import CoachingTimes from 'c/coachingTimes';
import { click, eventDetails, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/debriefs/i1/times';
const ZONES = { rep: 'America/New_York', supervisor: 'Europe/Berlin' };
const slot = (hour: number, more: object = {}) => ({
  startsAt: `2026-12-03T${hour}:00:00.000Z`,
  isAfterDue: false,
  isOutsideHours: false,
  ...more,
});
const proposed = (more: object = {}) => ({
  status: 'proposed',
  slots: [slot(14), slot(15), slot(16)],
  areMore: true,
  zones: ZONES,
  ...more,
});
const BOOKED: Booking = {
  startsAt: '2026-12-03T14:00:00.000Z',
  endsAt: '2026-12-03T14:15:00.000Z',
  by: 'supervisor',
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
const shown = (more: object = {}) =>
  show('c-coaching-times', CoachingTimes, {
    debriefId: 'i1',
    you: 'rep',
    rep: 'Ravi Patel',
    supervisor: 'Maya Okafor',
    ...more,
  });
const picking = async (answer: object, more: object = {}) => {
  server.on(`GET ${PATH}`, answer);
  const element = await shown(more);
  await click(element, '[data-action=pick-time]');
  await settled();
  return element;
};

describe('the time of a debrief', () => {
  it('is looked for only at a click', async () => {
    const element = await shown();
    expect(textOf(element)).toBe('[Pick a time]');
    expect(findAll(element, '[data-action=book-time]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('is one of three, by the clocks of both where these differ', async () => {
    const element = await picking(proposed());
    const choices = findAll(element, '[data-action=book-time]').map(textOf);
    expect(choices).toHaveLength(3);
    expect(choices[0]).toMatch(/Thu, Dec 3, 9:00.AM.*Maya Okafor: Thu, Dec 3, 3:00.PM/);
    await expect(element).toBeAccessible();
  });

  it('has one clock where both have the same', async () => {
    const zones = { rep: 'Europe/Berlin', supervisor: 'Europe/Paris' };
    expect(textOf(await picking(proposed({ zones })))).not.toContain('Maya Okafor:');
  });

  it('says which times come after it is due, or out of hours', async () => {
    const slots = [slot(14, { isAfterDue: true }), slot(23, { isOutsideHours: true })];
    const element = await picking(proposed({ slots, areMore: false }));
    expect(textOf(element)).toContain('After it is due');
    expect(textOf(element)).toContain('Outside working hours for one of you');
    expect(findAll(element, '[data-action=more-times]')).toHaveLength(0);
  });

  it('is found among more times', async () => {
    const element = await picking(proposed());
    server.on(`GET ${PATH}`, proposed({ slots: [slot(18)], areMore: false }));
    await click(element, '[data-action=more-times]');
    await settled();
    expect(findAll(element, '[data-action=book-time]')).toHaveLength(1);
    expect(server.asked.map(({ query }) => query.get('from'))).toEqual(['0', '3']);
  });

  it('is booked by one click', async () => {
    const element = await picking(proposed());
    const booked = eventDetails(element, 'booked');
    server.on(`POST ${PATH}`, { booking: BOOKED });
    await click(element, '[data-action=book-time]');
    await settled();
    expect(server.posted(PATH)).toEqual([{ startsAt: slot(14).startsAt }]);
    expect(booked).toEqual([{ booking: BOOKED }]);
    expect(findAll(element, '[data-action=book-time]')).toHaveLength(0);
  });

  it('says when it is, who picked it, and is moved from what was seen', async () => {
    const element = await picking(proposed(), { booked: BOOKED, zones: ZONES });
    expect(textOf(element)).toMatch(/Booked: Thu, Dec 3, 9:00.AM.*into both calendars/);
    expect(textOf(element)).toContain('Maya Okafor picked it.');
    server.on(`POST ${PATH}`, { booking: BOOKED });
    await click(element, `[data-time="${slot(15).startsAt}"]`);
    await settled();
    expect(server.posted(PATH)).toEqual([
      { startsAt: slot(15).startsAt, replaces: BOOKED.startsAt },
    ]);
    await expect(element).toBeAccessible();
  });

  it('is read anew where the other has picked one meanwhile', async () => {
    const element = await picking(proposed());
    const stale = eventDetails(element, 'stale');
    server.refuses(`POST ${PATH}`, 409, {
      code: 'debrief_booked_meanwhile',
      message: 'A time was picked in the meantime.',
    });
    await click(element, '[data-action=book-time]');
    await settled();
    expect(stale).toHaveLength(1);
    expect(textOf(element)).toContain('A time was picked in the meantime.');
  });

  it('is looked for anew where it has been taken', async () => {
    const element = await picking(proposed());
    server.refuses(`POST ${PATH}`, 409, {
      code: 'debrief_slot_taken',
      message: "This time isn't free any more.",
    });
    server.on(`GET ${PATH}`, proposed({ slots: [slot(17)] }));
    await click(element, '[data-action=book-time]');
    await settled();
    expect(textOf(element)).toContain("This time isn't free any more.");
    expect(findAll(element, '[data-action=book-time]')).toHaveLength(1);
  });

  for (const [status, words] of [
    ['unreachable', "Salesforce calendars can't be reached. Agree on a time yourselves"],
    ['not_allowed', 'Dealside may not read calendars in this org. Agree on a time yourselves'],
  ] as const)
    it(`lets both go on without where calendars are ${status}`, async () => {
      const element = await picking({ status });
      expect(textOf(element)).toContain(words);
      expect(findAll(element, '[data-action=retry-times]')).toHaveLength(
        status === 'unreachable' ? 1 : 0,
      );
      await expect(element).toBeAccessible();
    });

  it('is none where two weeks are taken', async () => {
    const element = await picking(proposed({ slots: [], areMore: false }));
    expect(textOf(element)).toContain('No time is free for both of you in the next two weeks.');
    await click(element, '[data-action=close-times]');
    expect(find(element, '[data-action=pick-time]')).toBeDefined();
  });
});
