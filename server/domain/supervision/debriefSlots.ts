import { Temporal } from 'temporal-polyfill';
import type { WorkingHours } from '../call/debriefRules.ts';

/** A debrief takes two to three minutes; the rest is for getting there and back. */
export const DEBRIEF_MINUTES = 15;
const MINUTE_MS = 60_000;
const LENGTH_MS = DEBRIEF_MINUTES * MINUTE_MS;
/** Nothing is proposed sooner than this. */
const NOTICE_MS = 5 * MINUTE_MS;
/** How far beyond its due day a debrief is proposed where everything before is taken. */
const DAYS_AFTER_DUE = 14;
/** By how many hours the working day is extended at both ends while two people share no time. */
const WIDENED_BY = [0, 1, 2, 3, 4];
const FRIDAY = 5;
const NOON = 12;

/** One of the two who hold a debrief. */
export interface Attendee {
  readonly userId: string;
  /** IANA name; an unknown one counts as UTC. */
  readonly timeZone: string | undefined;
}

/**
 * When somebody is not free: between two times in ISO 8601, or on whole days of their own calendar,
 * as 2026-12-01.
 */
export type Busy =
  | {
      readonly status: 'times';
      readonly userId: string;
      readonly from: string;
      readonly until: string;
    }
  | {
      readonly status: 'days';
      readonly userId: string;
      readonly firstDay: string;
      readonly days: number;
    };

/** A time for a debrief, in ISO 8601. */
export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface ProposedSlot extends Slot {
  /** Nothing was free until it was due. */
  readonly isAfterDue: boolean;
  /** The working hours of the two don't meet: it is early or late for one of them. */
  readonly isOutsideHours: boolean;
}

interface Search {
  /** The rep first: by their calendar the debrief is due. */
  readonly attendees: readonly [Attendee, Attendee];
  readonly busy: readonly Busy[];
  readonly hours: WorkingHours;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly now: string;
}

/** The period that `proposeSlots` searches, for which calendars must be read. */
export function searchedTime({ attendees, dueOn, now }: Omit<Search, 'busy' | 'hours'>): {
  readonly from: string;
  readonly until: string;
} {
  const zone = zoneOf(attendees[0].timeZone);
  const until = lastDay(dueOn, dayIn(now, zone)).add({ days: 1 }).toZonedDateTime(zone);
  return { from: now, until: isoOf(until.epochMilliseconds) };
}

/**
 * All times at which both are free, the best first: those before it is due, of these the first of
 * each morning and afternoon by the rep's clock, then the second ones, and so on. Later days follow
 * in the same order. Hours in which only one of the two works are proposed where they share none.
 */
export function proposeSlots(search: Search): ProposedSlot[] {
  for (const widenedBy of WIDENED_BY) {
    const found = freeSlots(search, widenedBy);
    if (found.length > 0) return ranked(found, search);
  }
  return [];
}

/** Whether both are free at that time, and it is one that would be proposed. */
export const isProposed = (search: Search, startsAt: string): boolean =>
  proposeSlots(search).some((slot) => Date.parse(slot.startsAt) === Date.parse(startsAt));

/** The working day that many working days later. */
export function addWorkingDays(day: string, days: number): string {
  let date = Temporal.PlainDate.from(day);
  for (let left = days; left > 0;) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek <= FRIDAY) left -= 1;
  }
  return date.toString();
}

/** The day on a calendar in this time zone, as 2026-12-01. */
export const dayOf = (at: string, timeZone: string | undefined): string =>
  dayIn(at, zoneOf(timeZone)).toString();

/** When clocks in this time zone show the full hour on that day; 24 is the end of it. */
export const momentOf = (day: string, hour: number, timeZone: string | undefined): string =>
  isoOf(momentMs(Temporal.PlainDate.from(day), hour, zoneOf(timeZone)));

type Span = readonly [fromMs: number, untilMs: number];

function freeSlots(search: Search, widenedBy: number): Slot[] {
  const { attendees, busy, hours, dueOn, now } = search;
  const [first, second] = attendees.map((attendee) => {
    const zone = zoneOf(attendee.timeZone);
    return without(
      workingSpans(hours, { widenedBy, zone, now, dueOn }),
      busy.filter(({ userId }) => userId === attendee.userId).map((one) => spanOf(one, zone)),
    );
  });
  const earliestMs = Date.parse(now) + NOTICE_MS;
  return shared(first!, second!).flatMap(([fromMs, untilMs]) => {
    const begin = Math.ceil(Math.max(fromMs, earliestMs) / LENGTH_MS) * LENGTH_MS;
    const count = Math.max(0, Math.floor((untilMs - begin) / LENGTH_MS));
    return Array.from({ length: count }, (_, n) => ({
      startsAt: isoOf(begin + n * LENGTH_MS),
      endsAt: isoOf(begin + (n + 1) * LENGTH_MS),
    })).map((slot) => ({ ...slot, isOutsideHours: widenedBy > 0 }));
  });
}

function ranked(slots: readonly Slot[], { attendees, dueOn }: Search): ProposedSlot[] {
  const zone = zoneOf(attendees[0].timeZone);
  const seen = new Map<string, number>();
  return slots
    .map((slot) => {
      const local = Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO(zone);
      const day = local.toPlainDate().toString();
      const half = `${day} ${local.hour < NOON}`;
      const place = seen.get(half) ?? 0;
      seen.set(half, place + 1);
      return { slot: { isOutsideHours: false, ...slot, isAfterDue: day > dueOn }, place };
    })
    .toSorted(
      (a, b) =>
        Number(a.slot.isAfterDue) - Number(b.slot.isAfterDue) ||
        a.place - b.place ||
        (a.slot.startsAt < b.slot.startsAt ? -1 : 1),
    )
    .map(({ slot }) => slot);
}

/** The working days of one person, from today until the last that is searched. */
function workingSpans(
  { fromHour, untilHour }: WorkingHours,
  {
    widenedBy,
    zone,
    now,
    dueOn,
  }: {
    readonly now: string;
    readonly dueOn: string;
    readonly widenedBy: number;
    readonly zone: string;
  },
): Span[] {
  const today = dayIn(now, zone);
  const last = lastDay(dueOn, today);
  const spans: Span[] = [];
  for (let day = today; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (day.dayOfWeek <= FRIDAY)
      spans.push([
        momentMs(day, Math.max(0, fromHour - widenedBy), zone),
        momentMs(day, Math.min(24, untilHour + widenedBy), zone),
      ]);
  return spans;
}

function lastDay(dueOn: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const due = Temporal.PlainDate.from(dueOn);
  const from = Temporal.PlainDate.compare(due, today) > 0 ? due : today;
  return from.add({ days: DAYS_AFTER_DUE });
}

function spanOf(busy: Busy, zone: string): Span {
  if (busy.status === 'times') return [Date.parse(busy.from), Date.parse(busy.until)];
  const first = Temporal.PlainDate.from(busy.firstDay);
  return [momentMs(first, 0, zone), momentMs(first.add({ days: busy.days }), 0, zone)];
}

/** The remainder of ordered spans. */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<readonly Span[]>(
    (left, [from, until]) =>
      left.flatMap(([begin, end]): Span[] =>
        until <= begin || from >= end
          ? [[begin, end]]
          : [
              ...(from > begin ? [[begin, from] as const] : []),
              ...(until < end ? [[until, end] as const] : []),
            ],
      ),
    spans,
  ) as Span[];
}

/** The intersection of two ordered lists of spans. */
const shared = (first: readonly Span[], second: readonly Span[]): Span[] =>
  first.flatMap(([from, until]) =>
    second.flatMap(([begin, end]): Span[] => {
      const span: Span = [Math.max(from, begin), Math.min(until, end)];
      return span[0] < span[1] ? [span] : [];
    }),
  );

function momentMs(day: Temporal.PlainDate, hour: number, zone: string): number {
  const [date, at] = hour >= 24 ? [day.add({ days: 1 }), 0] : [day, hour];
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour: at } }).epochMilliseconds;
}

const dayIn = (at: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();

const isoOf = (ms: number): string => new Date(ms).toISOString();

function zoneOf(timeZone: string | undefined): string {
  try {
    return Temporal.Now.zonedDateTimeISO(timeZone ?? 'UTC').timeZoneId;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'UTC';
  }
}
