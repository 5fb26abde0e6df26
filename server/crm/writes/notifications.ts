import { interventionOf, type Call } from '../../domain/call/call.ts';
import type { RepNotification } from '../../domain/outbox/outbox.ts';
import { repAt } from '../../domain/transfer/transfer.ts';
import { highestMode, type Mode } from '../../domain/call/modes.ts';
import { CrmProblem } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { toCrmProblem, asCrmProblem } from '../session/errors.ts';

interface ActionAnswer { readonly isSuccess: boolean; readonly errors: readonly { statusCode: string; message: string }[] | null }
interface Words { readonly modes: Record<Mode, string>; readonly receipt: (who: string, did: string, customer: string) => Text; readonly coaching: (who: string, customer: string, dueOn: string) => Text }
interface Text { readonly title: string; readonly body: string }

const TYPE: Record<RepNotification, string> = { receipt: 'Dealside_Intervention', coaching: 'Dealside_Coaching' };
const MAX_TITLE = 250;
const MAX_BODY = 750;

/**
 * Texts by the recipient's language. Translated labels of the package exist only on pages, not in
 * the API.
 */
const WORDS: Record<string, Words> = {
  en: {
    modes: { monitor: 'listened', whisper: 'whispered to you', barge: 'barged in', takeover: 'took over' },
    receipt: (who, did, customer) => ({ title: `${who} ${did} on your call with ${customer}`, body: 'Did it help? Open the intervention and say so.' }),
    coaching: (who, customer, dueOn) => ({ title: `A debrief with ${who} is planned`, body: `About your call with ${customer}, until ${dueOn}.` }),
  },
  de: {
    modes: { monitor: 'hat mitgehört', whisper: 'hat Ihnen zugeflüstert', barge: 'hat sich aufgeschaltet', takeover: 'hat übernommen' },
    receipt: (who, did, customer) => ({ title: `${who} ${did}: Ihr Anruf mit ${customer}`, body: 'Hat es geholfen? Öffnen Sie den Eingriff und sagen Sie es.' }),
    coaching: (who, customer, dueOn) => ({ title: `Ein Nachgespräch mit ${who} ist geplant`, body: `Über Ihren Anruf mit ${customer}, bis ${dueOn}.` }),
  },
};

/**
 * Sends the rep a custom notification, on desktop and phone, that opens the intervention's record.
 * Not idempotent: a repeat after a lost response can notify twice. Throws CrmProblem.
 * https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_custom_notification.htm
 */
export function createNotifications(crm: CrmConnection) {
  return async (call: Call, interventionId: string, about: RepNotification): Promise<void> => {
    const intervention = interventionOf(call, interventionId);
    if (intervention?.status !== 'ended') return;
    const { userId } = repAt(call, intervention.leftAt);
    const [[record], [type], [rep]] = await asCrmProblem(() => Promise.all([
      crm.query<{ Id: string }>(`SELECT Id FROM Call_Intervention__c WHERE External_Id__c = ${quoted(interventionId)}`),
      crm.query<{ Id: string }>(`SELECT Id FROM CustomNotificationType WHERE DeveloperName = ${quoted(TYPE[about])}`),
      crm.query<{ IsActive: boolean; LanguageLocaleKey: string | null }>(`SELECT IsActive, LanguageLocaleKey FROM User WHERE Id = ${quoted(userId)}`),
    ]));
    if (!rep?.IsActive) return;
    if (!record) throw new CrmProblem('retry', 'The intervention that the notification leads to is not in Salesforce yet.');
    if (!type) throw new CrmProblem('refused', `The notification type ${TYPE[about]} is missing in the org. What to do: deploy the Dealside package again.`, 'NO_NOTIFICATION_TYPE');

    const words = WORDS[rep.LanguageLocaleKey?.slice(0, 2) ?? 'en'] ?? WORDS.en!;
    const { name } = intervention.supervisor;
    const dueOn = intervention.outcome.status === 'given' ? (intervention.outcome.coaching?.dueOn ?? '') : '';
    const text = about === 'receipt'
      ? words.receipt(name, words.modes[highestMode(intervention.modeHistory.map(({ mode }) => mode))], call.customer.name)
      : words.coaching(name, call.customer.name, dueOn);
    const inputs = [{ customNotifTypeId: type.Id, recipientIds: [userId], title: text.title.slice(0, MAX_TITLE), body: text.body.slice(0, MAX_BODY), targetId: record.Id }];
    const answers = await asCrmProblem(() => crm.post<ActionAnswer[]>('/actions/standard/customNotificationAction', { inputs }));
    const error = answers.find(({ isSuccess }) => !isSuccess)?.errors?.[0];
    if (error) throw toCrmProblem({ errorCode: error.statusCode, message: error.message });
  };
}
