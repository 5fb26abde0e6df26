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
import { debriefTaskKey, debriefTasks } from '../writes/debriefRecords.ts';
import { inParts } from '../writes/inParts.ts';
import { cut } from '../writes/interventionRecord.ts';
import {
  HOME,
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
        debriefTasks(
          crm,
          notifications.filter(({ debrief }) => debrief.source.kind !== 'intervention'),
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
      const target = targetOf(notification, { records, tasks });
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
          ...target(recipient.userId),
          ...textOf(notification, recipient),
        }));
    });
    return sendForEach(crm, prepared);
  };

type Target = Pick<NotificationInput, 'targetId' | 'targetPageRef'>;

/**
 * What a notification opens: the intervention, or a person's own task and, for somebody above, the
 * supervisor's; the other task where that is gone, and Home where both are. `closed` for an
 * intervention whose debrief was closed in Salesforce.
 */
function targetOf(
  { about, debrief }: DebriefNotification,
  {
    records,
    tasks,
  }: {
    readonly records: ReadonlyMap<string, RecordRow>;
    readonly tasks: ReadonlyMap<string, { readonly Id: string }>;
  },
): ((userId: string) => Target) | 'closed' | undefined {
  const { debriefId, source, rep } = debrief;
  if (source.kind === 'intervention') {
    const record = records.get(debriefId);
    if (!record) return undefined;
    return isClosed(record) ? 'closed' : () => ({ targetId: record.Id });
  }
  const own = tasks.get(debriefTaskKey(debriefId, 'rep'));
  const supervisors = tasks.get(debriefTaskKey(debriefId, 'supervisor'));
  const either = own ?? supervisors;
  // The tasks are written at the same time as the first notification is sent.
  if (!either) return about === 'planned' ? undefined : () => ({ targetPageRef: HOME });
  return (userId) => ({
    targetId: ((userId === rep.userId ? own : supervisors) ?? either).Id,
  });
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
