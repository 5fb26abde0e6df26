import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type TrainingBell, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cut } from './interventionRecord.ts';
import { MAX_BODY, MAX_TITLE, missingType, sendForEach } from './notificationAction.ts';
import { NOTIFICATION_TYPE, type Recipients } from './recipients.ts';
import { problemOr } from './repeatedWrites.ts';

/** Home, where signals are decided. */
const HOME = JSON.stringify({ type: 'standard__namedPage', attributes: { pageName: 'home' } });

/** Rings the notification of a training signal, to each in their language. */
export const createTrainingBells =
  (crm: CrmConnection, recipients: Recipients) =>
  async (bells: readonly TrainingBell[]): Promise<WriteResult[]> => {
    const people = bells.flatMap((bell) => bell.recipients.map(({ userId }) => userId));
    if (people.length === 0) return bells.map(() => undefined);
    const read = await problemOr(recipients.read(people));
    if (read instanceof CrmProblem) return bells.map(() => read);
    const customNotifTypeId = read.typeIds.get(NOTIFICATION_TYPE.coaching);
    if (!customNotifTypeId) return bells.map(() => missingType(NOTIFICATION_TYPE.coaching));
    return sendForEach(
      crm,
      bells.map((bell) =>
        bell.recipients
          .filter(({ userId }) => read.users.get(userId)?.isActive)
          .map(({ userId, locale }) => {
            const { title, body } = TEXTS[languageOf(locale)].notifications.training;
            const { calls, reps } = bell;
            const values = {
              reason: bell.reasonIn(locale),
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
