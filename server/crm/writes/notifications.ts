import { interventionOf } from '../../domain/call/call.ts';
import { highestMode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { repAt } from '../../domain/call/transfer.ts';
import { dateText, fill, languageIn, readerOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type NotificationWrite, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import type { EndedIntervention } from './interventionRecord.ts';
import {
  MAX_BODY,
  MAX_TITLE,
  missingType,
  sendForEach,
  type NotificationInput,
} from './notificationAction.ts';
import { pageOf } from './notificationsOfType.ts';
import { createRecipients, NOTIFICATION_TYPE } from './recipients.ts';
import type { RecordIds } from './recordIds.ts';
import { problemOr } from './repeatedWrites.ts';

interface DueNotification extends NotificationWrite {
  readonly intervention: EndedIntervention;
  readonly recipientId: string;
}

/**
 * The notifications to send for a message, none if it has no recipient; or why they cannot be sent.
 */
type Prepared = readonly NotificationInput[] | CrmProblem;

/**
 * Sends notifications to reps and supervisors, on desktop and phone, which open the intervention.
 * Many are sent in one request. Nobody is notified twice, unless an answer of Salesforce was lost
 * and the message is repeated.
 */
export function createNotifications(crm: CrmConnection, recordIds: RecordIds, nowMs: () => number) {
  const recipients = createRecipients(crm, nowMs);

  async function prepare(notifications: readonly DueNotification[]): Promise<Prepared[]> {
    const read = await problemOr(
      Promise.all([
        recipients.read(notifications.map(({ recipientId }) => recipientId)),
        recordIds.of(notifications.map(({ interventionId }) => interventionId)),
      ]),
    );
    if (read instanceof CrmProblem) return notifications.map(() => read);
    const [{ users, typeIds }, records] = read;
    return notifications.map((notification): Prepared => {
      const recipient = users.get(notification.recipientId);
      if (!recipient?.isActive) return [];
      // A notification of a due outcome opens the form for it; all others open the record.
      const recordId = records.get(notification.interventionId);
      const target =
        notification.about === 'outcome'
          ? pageOf(notification.call)
          : recordId && { targetId: recordId };
      if (!target)
        return new CrmProblem(
          'retry',
          'The intervention that the notification leads to is not in Salesforce yet.',
        );
      const name = NOTIFICATION_TYPE[notification.about];
      const customNotifTypeId = typeIds.get(name);
      if (!customNotifTypeId) return missingType(name);
      return [
        {
          customNotifTypeId,
          recipientIds: [notification.recipientId],
          ...target,
          ...textOf(notification, recipient),
        },
      ];
    });
  }

  async function send(notifications: readonly DueNotification[]): Promise<WriteResult[]> {
    return sendForEach(crm, await prepare(notifications));
  }

  return async (writes: readonly NotificationWrite[]): Promise<WriteResult[]> => {
    const results: WriteResult[] = [];
    const notifications = writes.flatMap((write, index) => {
      const intervention = interventionOf(write.call, write.interventionId);
      if (intervention?.status !== 'ended') return [];
      const recipientId = recipientOf(write, intervention);
      return recipientId ? [{ ...write, intervention, recipientId, index }] : [];
    });
    const sent = await send(notifications);
    notifications.forEach(({ index }, n) => {
      results[index] = sent[n];
    });

    // Cached recipients or records may be out of date, so refused notifications are prepared and
    // sent once more without the cache.
    const refused = notifications.filter((_notification, n) => sent[n]?.code === INVALID_INPUT);
    if (refused.length > 0) {
      recipients.forget(refused.map(({ recipientId }) => recipientId));
      for (const { interventionId } of refused) recordIds.forget(interventionId);
      const again = await send(refused);
      refused.forEach(({ index }, n) => {
        results[index] = again[n];
      });
    }
    return writes.map((_write, index) => results[index]);
  };
}

/** The recipient: the rep; for a due outcome, the supervisor, until the outcome is given. */
function recipientOf(
  { call, about }: NotificationWrite,
  { supervisor, outcome, leftAt }: EndedIntervention,
): string | undefined {
  if (about !== 'outcome') return repAt(call, leftAt).userId;
  return outcome.status === 'due' ? supervisor.userId : undefined;
}

/** Salesforce's error code for a refused input, which was not sent. */
const INVALID_INPUT = 'INVALID_API_INPUT';

/**
 * The package's labels are available to pages only, so the texts of notifications are written here
 * in the recipient's language.
 */
function textOf(
  { call, intervention, about }: DueNotification,
  recipient: Pick<Person, 'locale' | 'region'>,
): { readonly title: string; readonly body: string } {
  const reader = readerOf(recipient);
  const { notifications } = TEXTS[languageIn(reader)];
  const dueOn =
    intervention.outcome.status === 'given' ? (intervention.outcome.coaching?.dueOn ?? '') : '';
  const values = {
    who: intervention.supervisor.name,
    rep: repAt(call, intervention.leftAt).name,
    customer: call.customer.name,
    dueOn: dateText(dueOn, reader),
  };
  const mode = highestMode(intervention.modeHistory.map((change) => change.mode));
  const title =
    about === 'receipt' ? notifications.receipt.titles[mode] : notifications[about].title;
  return {
    title: fill(title, values).slice(0, MAX_TITLE),
    body: fill(notifications[about].body, values).slice(0, MAX_BODY),
  };
}
