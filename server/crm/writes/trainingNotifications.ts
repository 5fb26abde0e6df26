import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type TrainingNotification, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cut } from './interventionRecord.ts';
import { HOME, MAX_BODY, MAX_TITLE, missingType, sendForEach } from './notificationAction.ts';
import { NOTIFICATION_TYPE, type Recipients } from './recipients.ts';
import { problemOr } from './repeatedWrites.ts';

/** Sends the notification of a training signal, to each recipient in their language. */
export const createTrainingNotifications =
  (crm: CrmConnection, recipients: Recipients) =>
  async (notifications: readonly TrainingNotification[]): Promise<WriteResult[]> => {
    const people = notifications.flatMap((notification) =>
      notification.recipients.map(({ userId }) => userId),
    );
    if (people.length === 0) return notifications.map(() => undefined);
    const read = await problemOr(recipients.read(people));
    if (read instanceof CrmProblem) return notifications.map(() => read);
    const customNotifTypeId = read.typeIds.get(NOTIFICATION_TYPE.coaching);
    if (!customNotifTypeId) return notifications.map(() => missingType(NOTIFICATION_TYPE.coaching));
    return sendForEach(
      crm,
      notifications.map((notification) =>
        notification.recipients
          .filter(({ userId }) => read.users.get(userId)?.isActive)
          .map(({ userId, locale }) => {
            const { title, body } = TEXTS[languageOf(locale)].notifications.training;
            const { calls, reps } = notification;
            const values = {
              reason: notification.reasonIn(locale),
              calls: String(calls),
              reps: String(reps),
            };
            return {
              customNotifTypeId,
              recipientIds: [userId],
              targetPageRef: HOME,
              title: cut(fill(title, values), MAX_TITLE),
              body: cut(fill(body, values), MAX_BODY),
            };
          }),
      ),
    );
  };
