import type { Debrief } from '../../domain/supervision/debrief.ts';
import type { Busy } from '../../domain/supervision/debriefSlots.ts';
import type {
  DebriefOfCall,
  DebriefNotification,
  JointCallEntry,
  JointCallNotification,
  TrainingNotification,
  WriteResult,
} from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import {
  createCompositeGraphWriter,
  type CompositeGraphWriter,
} from '../writes/compositeGraphWriter.ts';
import { createDebriefRecords } from '../writes/debriefRecords.ts';
import { createJointCallNotifications } from '../writes/jointCallNotifications.ts';
import { createOwners } from '../writes/owners.ts';
import { createRecipients } from '../writes/recipients.ts';
import { createTaskValues } from '../writes/taskValues.ts';
import { createTrainingNotifications } from '../writes/trainingNotifications.ts';
import { readBusyTimes } from './busyTimes.ts';
import { createDebriefEvents } from './debriefEvents.ts';
import { closedDebriefs, createDebriefNotifications } from './debriefNotifications.ts';
import { createDebriefRatings } from './debriefRatings.ts';
import { createJointCallEvents } from './jointCallEvents.ts';

/** The calendars of one org, and notifications of debriefs and trainings to its people. */
export interface OrgCalendar {
  busy(userIds: readonly string[], from: string, until: string): Promise<readonly Busy[]>;
  book(bookings: readonly DebriefOfCall[]): Promise<readonly WriteResult[]>;
  notifyOfDebriefs(notifications: readonly DebriefNotification[]): Promise<readonly WriteResult[]>;
  recordDebriefs(debriefs: readonly DebriefOfCall[]): Promise<readonly WriteResult[]>;
  closed(debriefIds: readonly string[]): Promise<ReadonlySet<string>>;
  rate(debriefs: readonly Debrief[]): Promise<readonly WriteResult[]>;
  notifyOfTraining(notifications: readonly TrainingNotification[]): Promise<readonly WriteResult[]>;
  putJointCalls(entries: readonly JointCallEntry[]): Promise<readonly WriteResult[]>;
  notifyOfJointCalls(
    notifications: readonly JointCallNotification[],
  ): Promise<readonly WriteResult[]>;
}

/** `writer` is shared with other writes to the org, so that no two lock the same record at once. */
export function createOrgCalendar(
  crm: CrmConnection,
  {
    writer = createCompositeGraphWriter(crm),
    nowMs = Date.now,
  }: { readonly writer?: CompositeGraphWriter; readonly nowMs?: () => number } = {},
): OrgCalendar {
  const recipients = createRecipients(crm, nowMs);
  return {
    busy: (userIds, from, until) => readBusyTimes(crm, userIds, { from, until }),
    book: createDebriefEvents(crm, { writer, recipients }),
    notifyOfDebriefs: createDebriefNotifications(crm, recipients),
    recordDebriefs: createDebriefRecords(crm, {
      writer,
      readTaskValues: createTaskValues(crm, nowMs),
      readOwners: createOwners(crm, nowMs),
    }),
    closed: (debriefIds) => closedDebriefs(crm, debriefIds),
    rate: createDebriefRatings(crm, writer),
    notifyOfTraining: createTrainingNotifications(crm, recipients),
    putJointCalls: createJointCallEvents(crm, { writer, recipients }),
    notifyOfJointCalls: createJointCallNotifications(crm, recipients),
  };
}
