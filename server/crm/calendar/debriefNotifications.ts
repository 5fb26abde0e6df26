import { whenWords } from '../../domain/texts/clock.ts';
import { dateText, fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import {
  CrmProblem,
  type DebriefNotification,
  type DebriefRecipient,
  type WriteResult,
} from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
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
 * Sends notifications of debriefs, which open the intervention. Nothing is sent for a debrief that
 * was closed in Salesforce, whoever closed it.
 */
export const createDebriefNotifications =
  (crm: CrmConnection, recipients: Recipients) =>
  async (notifications: readonly DebriefNotification[]): Promise<WriteResult[]> => {
    const read = await problemOr(
      Promise.all([
        recordsOf(
          crm,
          notifications.map(({ debrief }) => debrief.interventionId),
        ),
        recipients.read(notifications.flatMap(userIdsOf)),
      ]),
    );
    if (read instanceof CrmProblem) return notifications.map(() => read);
    const [records, { users, typeIds }] = read;
    const typeName = NOTIFICATION_TYPE.coaching;
    const customNotifTypeId = typeIds.get(typeName);
    if (!customNotifTypeId) return notifications.map(() => missingType(typeName));
    const prepared = notifications.map((notification): CrmProblem | NotificationInput[] => {
      const record = records.get(notification.debrief.interventionId);
      if (!record)
        return new CrmProblem(
          'retry',
          'The intervention that the notification leads to is not in Salesforce yet.',
        );
      if (isClosed(record)) return [];
      return notification.recipients
        .filter(({ userId }) => users.get(userId)?.isActive)
        .map((recipient) => ({
          customNotifTypeId,
          recipientIds: [recipient.userId],
          targetId: record.Id,
          ...textOf(notification, recipient),
        }));
    });
    return sendForEach(crm, prepared);
  };

/** Returns those of the debriefs that are closed in Salesforce. Throws CrmProblem. */
export async function closedDebriefs(
  crm: CrmConnection,
  interventionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const records = await asCrmProblem(() => recordsOf(crm, interventionIds));
  return new Set([...records].flatMap(([id, record]) => (isClosed(record) ? [id] : [])));
}

const isClosed = ({ Coaching_State__c: state }: RecordRow): boolean => state === 'done';

const userIdsOf = ({ recipients }: DebriefNotification): string[] =>
  recipients.map(({ userId }) => userId);

async function recordsOf(
  crm: CrmConnection,
  interventionIds: readonly string[],
): Promise<ReadonlyMap<string, RecordRow>> {
  const rows = await crm.queries<RecordRow>(
    inParts(interventionIds).map(
      (ids) =>
        'SELECT Id, External_Id__c, Coaching_State__c FROM Call_Intervention__c ' +
        `WHERE External_Id__c IN ${asList(ids)}`,
    ),
  );
  return new Map(rows.flat().map((row) => [row.External_Id__c, row]));
}

function textOf(
  { call, debrief, about }: DebriefNotification,
  { userId, locale, timeZone }: DebriefRecipient,
): { readonly title: string; readonly body: string } {
  const language = languageOf(locale);
  const { [about]: texts, unbooked, bookedFor } = TEXTS[language].notifications.debrief;
  const { rep, supervisor, progress, dueOn } = debrief;
  const time = progress.booking && whenWords(progress.booking.startsAt, timeZone, language);
  const reminder = time ? fill(bookedFor, { time }) : unbooked;
  const values = {
    with: userId === rep.userId ? supervisor.name : rep.name,
    rep: rep.name,
    supervisor: supervisor.name,
    customer: call.customer.name,
    dueOn: dateText(dueOn, language),
    time: about === 'remind' ? reminder : time,
    zone: timeZone.replaceAll('_', ' '),
  };
  return {
    title: cut(fill(texts.title, values), MAX_TITLE),
    body: cut(fill(texts.body, values), MAX_BODY),
  };
}
