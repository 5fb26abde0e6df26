import { interventionOf, type Call } from '../../domain/call/call.ts';
import type { RepNotification } from '../../domain/outbox/outbox.ts';
import { repAt } from '../../domain/call/transfer.ts';
import { highestMode } from '../../domain/call/modes.ts';
import { dateText, fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { toCrmProblem, asCrmProblem } from '../session/errors.ts';

interface ActionAnswer {
  readonly isSuccess: boolean;
  readonly errors: readonly { statusCode: string; message: string }[] | null;
}
const TYPE: Record<RepNotification, string> = {
  receipt: 'Dealside_Intervention',
  coaching: 'Dealside_Coaching',
};
const MAX_TITLE = 250;
const MAX_BODY = 750;

/**
 * Rings the rep's notification, on the desktop and on the phone, and leads to the intervention. A
 * repeat after a lost answer may ring twice.
 */
export function createNotifications(crm: CrmConnection) {
  return async (call: Call, interventionId: string, about: RepNotification): Promise<void> => {
    const intervention = interventionOf(call, interventionId);
    if (intervention?.status !== 'ended') return;
    const { userId } = repAt(call, intervention.leftAt);
    const [[record], [type], [rep]] = await asCrmProblem(() =>
      Promise.all([
        crm.query<{ Id: string }>(
          `SELECT Id FROM Call_Intervention__c WHERE External_Id__c = ${quoted(interventionId)}`,
        ),
        crm.query<{ Id: string }>(
          `SELECT Id FROM CustomNotificationType WHERE DeveloperName = ${quoted(TYPE[about])}`,
        ),
        crm.query<{ IsActive: boolean; LanguageLocaleKey: string | null }>(
          `SELECT IsActive, LanguageLocaleKey FROM User WHERE Id = ${quoted(userId)}`,
        ),
      ]),
    );
    if (!rep?.IsActive) return;
    if (!record)
      throw new CrmProblem(
        'retry',
        'The intervention that the notification leads to is not in Salesforce yet.',
      );
    if (!type)
      throw new CrmProblem(
        'refused',
        `The notification type ${TYPE[about]} is missing in the org. What to do: deploy the Dealside package again.`,
        'NO_NOTIFICATION_TYPE',
      );

    // The labels of the package reach only pages; a notification is written in its reader's
    // language here.
    const language = languageOf(rep.LanguageLocaleKey ?? undefined);
    const { notifications } = TEXTS[language];
    const dueOn =
      intervention.outcome.status === 'given' ? (intervention.outcome.coaching?.dueOn ?? '') : '';
    const values = {
      who: intervention.supervisor.name,
      customer: call.customer.name,
      dueOn: dateText(dueOn, language),
      did: notifications.did[highestMode(intervention.modeHistory.map(({ mode }) => mode))],
    };
    const text = {
      title: fill(notifications[about].title, values),
      body: fill(notifications[about].body, values),
    };
    const inputs = [
      {
        customNotifTypeId: type.Id,
        recipientIds: [userId],
        title: text.title.slice(0, MAX_TITLE),
        body: text.body.slice(0, MAX_BODY),
        targetId: record.Id,
      },
    ];
    const answers = await asCrmProblem(() =>
      crm.post<ActionAnswer[]>('/actions/standard/customNotificationAction', { inputs }),
    );
    const error = answers.find(({ isSuccess }) => !isSuccess)?.errors?.[0];
    if (error) throw toCrmProblem({ errorCode: error.statusCode, message: error.message });
  };
}
