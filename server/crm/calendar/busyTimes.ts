import type { Busy } from '../../domain/supervision/debriefSlots.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';

interface EventRow {
  readonly OwnerId: string;
  readonly StartDateTime: string | null;
  readonly EndDateTime: string | null;
  readonly ActivityDate: string | null;
  readonly DurationInMinutes: number | null;
  readonly IsAllDayEvent: boolean;
}

const FIELDS =
  'OwnerId, StartDateTime, EndDateTime, ActivityDate, DurationInMinutes, IsAllDayEvent';
const DAY_MS = 86_400_000;
const DAY_MINUTES = 24 * 60;
/** Salesforce limits an event to 14 days. */
const LONGEST_MS = 14 * DAY_MS;
/**
 * Salesforce's error code for a field that does not exist, or that the integration user may not
 * read.
 */
const NO_FIELD = 'INVALID_FIELD';

/**
 * Reads when these people are busy, with one query for all of them. The copies in invitees'
 * calendars are events too and are found by their owners. A recurring series is skipped because
 * each of its occurrences is an event. All-day events are stored from midnight UTC, and mean that
 * day in their owner's time zone. Throws CrmProblem.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-event.html
 */
export async function readBusyTimes(
  crm: Pick<CrmConnection, 'query'>,
  userIds: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<Busy[]> {
  const begins = isoIn(until, DAY_MS);
  const where =
    `FROM Event WHERE OwnerId IN ${asList(userIds)} AND IsRecurrence = false ` +
    `AND StartDateTime < ${begins} AND StartDateTime > ${isoIn(from, -LONGEST_MS - DAY_MS)} ` +
    `AND EndDateTime > ${isoIn(from, -2 * DAY_MS)}`;
  const rows = await asCrmProblem(async () => {
    try {
      return await crm.query<EventRow>(`SELECT ${FIELDS} ${where} AND ShowAs != 'Free'`);
    } catch (error) {
      if ((error as { errorCode?: string }).errorCode !== NO_FIELD) throw error;
      // Without access to `ShowAs`, every event counts as busy.
      return crm.query<EventRow>(`SELECT ${FIELDS} ${where}`);
    }
  });
  return rows.flatMap(busyOf);
}

function busyOf(row: EventRow): Busy[] {
  const { OwnerId: userId, StartDateTime, EndDateTime, IsAllDayEvent } = row;
  if (IsAllDayEvent) {
    const firstDay = row.ActivityDate ?? StartDateTime?.slice(0, 10);
    const days = Math.max(1, Math.ceil((row.DurationInMinutes ?? 0) / DAY_MINUTES));
    return firstDay ? [{ status: 'days', userId, firstDay, days }] : [];
  }
  return StartDateTime && EndDateTime
    ? [{ status: 'times', userId, from: isoIn(StartDateTime, 0), until: isoIn(EndDateTime, 0) }]
    : [];
}

const isoIn = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
