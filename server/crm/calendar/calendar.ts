import type { BookedDebrief, DebriefBell, WriteResult } from '../../ports/index.ts';
import type { Busy } from '../../domain/supervision/debriefSlots.ts';
import type { CrmConnection } from '../session/connection.ts';
import {
  createCompositeGraphWriter,
  type CompositeGraphWriter,
} from '../writes/compositeGraphWriter.ts';
import { createRecipients } from '../writes/recipients.ts';
import { readBusyTimes } from './busyTimes.ts';
import { closedDebriefs, createDebriefBells } from './debriefBells.ts';
import { createDebriefEvents } from './debriefEvents.ts';

/** The calendars of one org, and what its people are told of debriefs. */
export interface OrgCalendar {
  busy(userIds: readonly string[], from: string, until: string): Promise<readonly Busy[]>;
  book(bookings: readonly BookedDebrief[]): Promise<readonly WriteResult[]>;
  ring(bells: readonly DebriefBell[]): Promise<readonly WriteResult[]>;
  closed(interventionIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** `writer` is shared with other writes of the org, so that no two lock the same record at once. */
export function createOrgCalendar(
  crm: CrmConnection,
  {
    writer = createCompositeGraphWriter(crm),
    nowMs = Date.now,
  }: { readonly writer?: CompositeGraphWriter; readonly nowMs?: () => number } = {},
): OrgCalendar {
  const recipients = createRecipients(crm, nowMs);
  return {
    busy: (userIds, from, until) => readBusyTimes(crm, userIds, from, until),
    book: createDebriefEvents(crm, { writer, recipients }),
    ring: createDebriefBells(crm, recipients),
    closed: (interventionIds) => closedDebriefs(crm, interventionIds),
  };
}
