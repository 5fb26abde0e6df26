import type { Debrief } from '../../domain/supervision/debrief.ts';
import { whenWords } from '../../domain/texts/clock.ts';
import { dateText, fill, languageIn, readerOf, TEXTS } from '../../domain/texts/texts.ts';
import {
  CrmProblem,
  type DebriefNotification,
  type DebriefRecipient,
  type WriteResult,
} from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { debriefTaskKey } from '../writes/debriefRecords.ts';
import { inParts } from '../writes/inParts.ts';
import { cut } from '../writes/interventionRecord.ts';
import {
  MAX_BODY,
  MAX_TITLE,
  missingType,
  sendForEach,
  type NotificationInput,
} from '../writes/notificationAction.ts';
import { NOTIFICATION_TYPE, type Recipients } from '../writes/recipients.ts';
import { problemOr } from '../writes/repeatedWrites.ts';

interface RecordRow {
  readonly Id: string;
  readonly External_Id__c: string;
  readonly Coaching_State__c: string | null;
}

/**
 * Sends notifications of debriefs, which open the intervention or a task. Nothing is sent for a debrief that
 * was closed in Salesforce, whoever closed it.
 */
export const createDebriefNotifications =
  (crm: CrmConnection, recipients: Recipients) =>
  async (notifications: readonly DebriefNotification[]): Promise<WriteResult[]> => {
    const read = await problemOr(
      Promise.all([
        recordsOf(
          crm,
          notifications.map(({ debrief }) => debrief.debriefId),
        ),
        tasksOf(
          crm,
          notifications.map(({ debrief }) => debrief),
        ),
        recipients.read(notifications.flatMap(userIdsOf)),
      ]),
    );
    if (read instanceof CrmProblem) return notifications.map(() => read);
    const [records, tasks, { users, typeIds }] = read;
    const typeName = NOTIFICATION_TYPE.coaching;
    const customNotifTypeId = typeIds.get(typeName);
    if (!customNotifTypeId) return notifications.map(() => missingType(typeName));
    const prepared = notifications.map((notification): CrmProblem | NotificationInput[] => {
      const { debrief } = notification;
      const target = targetOf(debrief, { records, tasks });
      if (!target)
        return new CrmProblem(
          'retry',
          'The record that the notification leads to is not in Salesforce yet.',
        );
      if (target === 'closed') return [];
      return notification.recipients
        .filter(({ userId }) => users.get(userId)?.isActive)
        .map((recipient) => ({
          customNotifTypeId,
          recipientIds: [recipient.userId],
          targetId: target(recipient.userId),
          ...textOf(notification, recipient),
        }));
    });
    return sendForEach(crm, prepared);
  };

/**
 * The record that a notification opens: the intervention, or a person's own task and, for somebody
 * above, the supervisor's. `closed` for an intervention whose debrief was closed in Salesforce.
 */
function targetOf(
  { debriefId, source, rep }: Debrief,
  {
    records,
    tasks,
  }: {
    readonly records: ReadonlyMap<string, RecordRow>;
    readonly tasks: ReadonlyMap<string, string>;
  },
): ((userId: string) => string) | 'closed' | undefined {
  if (source.kind === 'intervention') {
    const record = records.get(debriefId);
    if (!record) return undefined;
    return isClosed(record) ? 'closed' : () => record.Id;
  }
  const [own, supervisors] = [
    tasks.get(debriefTaskKey(debriefId, 'rep')),
    tasks.get(debriefTaskKey(debriefId, 'supervisor')),
  ];
  return own && supervisors ? (userId) => (userId === rep.userId ? own : supervisors) : undefined;
}

/** The tasks of debriefs of calls, by key. */
async function tasksOf(
  crm: CrmConnection,
  debriefs: readonly Debrief[],
): Promise<ReadonlyMap<string, string>> {
  const of = debriefs.filter(({ source }) => source.kind !== 'intervention');
  const owners = of.flatMap(({ rep, supervisor }) => [rep.userId, supervisor.userId]);
  const keys = of.flatMap(({ debriefId }) => [
    debriefTaskKey(debriefId, 'rep'),
    debriefTaskKey(debriefId, 'supervisor'),
  ]);
  const rows = await crm.queries<{ Id: string; Dealside_Key__c: string }>(
    inParts(keys).map(
      (some) =>
        'SELECT Id, Dealside_Key__c FROM Task ' +
        `WHERE OwnerId IN ${asList([...new Set(owners)])} AND Dealside_Key__c IN ${asList(some)}`,
    ),
  );
  return new Map(rows.flat().map(({ Id, Dealside_Key__c: key }) => [key, Id]));
}

/** Returns those of the debriefs that are closed in Salesforce. Throws CrmProblem. */
export async function closedDebriefs(
  crm: CrmConnection,
  debriefIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const records = await asCrmProblem(() => recordsOf(crm, debriefIds));
  return new Set([...records].flatMap(([id, record]) => (isClosed(record) ? [id] : [])));
}

const isClosed = ({ Coaching_State__c: state }: RecordRow): boolean => state === 'done';

const userIdsOf = ({ recipients }: DebriefNotification): string[] =>
  recipients.map(({ userId }) => userId);

async function recordsOf(
  crm: CrmConnection,
  debriefIds: readonly string[],
): Promise<ReadonlyMap<string, RecordRow>> {
  const rows = await crm.queries<RecordRow>(
    inParts(debriefIds).map(
      (ids) =>
        'SELECT Id, External_Id__c, Coaching_State__c FROM Call_Intervention__c ' +
        `WHERE External_Id__c IN ${asList(ids)}`,
    ),
  );
  return new Map(rows.flat().map((row) => [row.External_Id__c, row]));
}

function textOf(
  { call, debrief, about }: DebriefNotification,
  { userId, locale, region, timeZone }: DebriefRecipient,
): { readonly title: string; readonly body: string } {
  const reader = readerOf({ locale, region });
  const { [about]: texts, unbooked, bookedFor } = TEXTS[languageIn(reader)].notifications.debrief;
  const { rep, supervisor, progress, dueOn } = debrief;
  const time = progress.booking && whenWords(progress.booking.startsAt, timeZone, reader);
  const reminder = time ? fill(bookedFor, { time }) : unbooked;
  const values = {
    with: userId === rep.userId ? supervisor.name : rep.name,
    rep: rep.name,
    supervisor: supervisor.name,
    customer: call.customer.name,
    dueOn: dateText(dueOn, reader),
    time: about === 'remind' ? reminder : time,
    zone: timeZone.replaceAll('_', ' '),
  };
  return {
    title: cut(fill(texts.title, values), MAX_TITLE),
    body: cut(fill(texts.body, values), MAX_BODY),
  };
}
