import { OrgError } from '../errors/orgError.ts';
import type { Records } from './records.ts';
import type { Row, Value } from './row.ts';

/** An internal field with the event that an invitee's copy belongs to. */
const COPY_OF = '_copyOf';
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** https://help.salesforce.com/s/articleView?id=sf.creating_events.htm */
const MAX_MINUTES = 14 * DAY_MINUTES;
/** The fields that may be changed in an invitee's copy. */
const OF_INVITEES = ['IsReminderSet', 'ReminderDateTime'];

const wrong = (code: string, message: string, fields: readonly string[]): OrgError =>
  new OrgError(400, code, message, [...fields]);

/**
 * An event has a start, and an end or a length.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-event.html
 */
export function checkEvent(row: Row): void {
  if (typeof row.StartDateTime !== 'string')
    throw wrong(
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [DurationInMinutes, ActivityDateTime]',
      ['DurationInMinutes', 'ActivityDateTime'],
    );
  const minutes = minutesOf(row);
  if (minutes === undefined)
    throw wrong('REQUIRED_FIELD_MISSING', 'Required fields are missing: [DurationInMinutes]', [
      'DurationInMinutes',
    ]);
  if (minutes < 0)
    throw wrong('FIELD_INTEGRITY_EXCEPTION', 'End date must be on or after the start date', [
      'EndDateTime',
    ]);
  if (minutes > MAX_MINUTES)
    throw wrong('NUMBER_OUTSIDE_VALID_RANGE', 'Event duration cannot be longer than 14 days', [
      'DurationInMinutes',
    ]);
}

/** Refuses changes of an invitee's copy, except of its reminder. */
export function checkInviteeCopy(existing: Row, values: Row): void {
  const changed = Object.keys(values).filter((name) => !OF_INVITEES.includes(name));
  if (existing.IsChild === true && changed.length > 0)
    throw wrong(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${changed.join(', ')}. Only the reminder of a child event can be changed.`,
      changed,
    );
}

/**
 * Users, contacts and leads can be invited, each once, and only to an event itself, not to a copy.
 */
export function checkInvitation(records: Records, row: Row): void {
  const event = records.find('Event', String(row.EventId));
  const isPerson = ['User', 'Contact', 'Lead'].some((name) =>
    records.find(name, String(row.RelationId)),
  );
  if (event?.IsChild === true || !isPerson)
    throw wrong('FIELD_INTEGRITY_EXCEPTION', 'An event relation needs an event and a person', [
      event?.IsChild === true ? 'EventId' : 'RelationId',
    ]);
  const twin = records
    .rows('EventRelation')
    .find(
      ({ Id, EventId, RelationId }) =>
        Id !== row.Id && EventId === row.EventId && RelationId === row.RelationId,
    );
  if (twin)
    throw wrong('DUPLICATE_VALUE', `duplicate value found on record with id: ${twin.Id}`, [
      'RelationId',
    ]);
}

/** Derives length, end and dates from each other. All-day events begin at midnight UTC. */
export function withDerivedTimes(row: Row): Row {
  const begins = row.StartDateTime ?? row.ActivityDateTime;
  const flags = {
    IsAllDayEvent: row.IsAllDayEvent ?? false,
    IsPrivate: row.IsPrivate ?? false,
    IsRecurrence: row.IsRecurrence ?? false,
    IsChild: row.IsChild ?? false,
    IsGroupEvent: row.IsGroupEvent ?? false,
  };
  const isAllDay = flags.IsAllDayEvent === true;
  const from =
    typeof begins === 'string'
      ? begins
      : isAllDay && typeof row.ActivityDate === 'string'
        ? `${row.ActivityDate}T00:00:00.000Z`
        : undefined;
  if (from === undefined) return flags;
  const start = new Date(from);
  if (isAllDay) start.setUTCHours(0, 0, 0, 0);
  const minutes = minutesOf({ ...row, StartDateTime: start.toISOString() });
  return {
    ...flags,
    StartDateTime: start.toISOString(),
    ActivityDateTime: start.toISOString(),
    ActivityDate: start.toISOString().slice(0, 10),
    ...(minutes !== undefined && {
      DurationInMinutes: minutes,
      // The last day of an all-day event, not the day after it.
      EndDateTime: new Date(
        start.getTime() + (isAllDay ? Math.max(0, minutes - DAY_MINUTES) : minutes) * MINUTE_MS,
      ).toISOString(),
    }),
  };
}

/** The copy of an event for an invitee. */
export const copyFor = (event: Row, userId: Value | undefined): Row => ({
  ...event,
  OwnerId: userId ?? null,
  IsChild: true,
  IsGroupEvent: true,
  [COPY_OF]: event.Id ?? null,
});

export const copiesOf = (records: Records, event: Row): Row[] =>
  event.IsChild === true || event.StartDateTime === undefined
    ? []
    : records.rows('Event').filter((row) => row[COPY_OF] === event.Id);

/** The objects and ids that are deleted together with an event or an invitation. */
export function goneWith(records: Records, object: string, row: Row): [string, string][] {
  const events = (rows: readonly Row[]) =>
    rows.map(({ Id }): [string, string] => ['Event', String(Id)]);
  if (object === 'EventRelation')
    return events(
      records
        .rows('Event')
        .filter((copy) => copy[COPY_OF] === row.EventId && copy.OwnerId === row.RelationId),
    );
  if (object !== 'Event') return [];
  const relations = records.rows('EventRelation').filter(({ EventId }) => EventId === row.Id);
  return [
    ...relations.map(({ Id }): [string, string] => ['EventRelation', String(Id)]),
    ...events(copiesOf(records, row)),
  ];
}

function minutesOf({ StartDateTime, EndDateTime, DurationInMinutes, IsAllDayEvent }: Row) {
  if (typeof EndDateTime === 'string') {
    const minutes = (Date.parse(EndDateTime) - Date.parse(String(StartDateTime))) / MINUTE_MS;
    return IsAllDayEvent === true ? minutes + DAY_MINUTES : minutes;
  }
  if (typeof DurationInMinutes === 'number') return DurationInMinutes;
  return IsAllDayEvent === true ? DAY_MINUTES : undefined;
}
