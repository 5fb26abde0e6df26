import { whenWords } from '../../domain/texts/clock.ts';
import { fill, languageOf, readerOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type JointCallNotification, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cut } from './interventionRecord.ts';
import { HOME, MAX_BODY, MAX_TITLE, missingType, sendForEach } from './notificationAction.ts';
import { NOTIFICATION_TYPE, type Recipients } from './recipients.ts';
import { problemOr } from './repeatedWrites.ts';

/**
 * Sends notifications of joint calls, to each person in their language. They open the deal, or the
 * Home page.
 */
export const createJointCallNotifications =
  (crm: CrmConnection, recipients: Recipients) =>
  async (notifications: readonly JointCallNotification[]): Promise<WriteResult[]> => {
    const people = notifications.flatMap((one) => one.recipients.map(({ userId }) => userId));
    if (people.length === 0) return notifications.map(() => undefined);
    const read = await problemOr(recipients.read(people));
    if (read instanceof CrmProblem) return notifications.map(() => read);
    const customNotifTypeId = read.typeIds.get(NOTIFICATION_TYPE.coaching);
    if (!customNotifTypeId) return notifications.map(() => missingType(NOTIFICATION_TYPE.coaching));
    return sendForEach(
      crm,
      notifications.map(({ about, jointCall, rep, supervisor, recipients: those }) =>
        those
          .filter(({ userId }) => read.users.get(userId)?.isActive)
          .map(({ userId, locale, region, timeZone }) => {
            const language = languageOf(locale);
            const { title, body } = TEXTS[language].notifications.jointCall[about];
            const values = {
              rep,
              supervisor,
              with: userId === jointCall.repUserId ? supervisor : rep,
              time: whenWords(jointCall.startsAt, timeZone, readerOf({ locale, region })),
            };
            return {
              customNotifTypeId,
              recipientIds: [userId],
              ...(jointCall.opportunityId
                ? { targetId: jointCall.opportunityId }
                : { targetPageRef: HOME }),
              title: cut(fill(title, values), MAX_TITLE),
              body: cut(fill(body, values), MAX_BODY),
            };
          }),
      ),
    );
  };
