import { allHelpRequests, type HelpRequest } from '../../domain/call/helpRequest.ts';
import type { Call } from '../../domain/call/call.ts';
import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type CrmHelpRecords, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cut } from './interventionRecord.ts';
import { sendNotifications, type NotificationInput } from './notificationAction.ts';
import { createRecipients, HELP_REQUEST_TYPE } from './recipients.ts';
import { problemOr } from './repeatedWrites.ts';

const MAX_TITLE = 250;
const MAX_BODY = 750;
/** Salesforce's limit for one notification. */
const MAX_RECIPIENTS = 500;
/** Where a call without a record can be joined. */
const WALL = JSON.stringify({
  type: 'standard__navItemPage',
  attributes: { apiName: 'Dealside_Live_Wall' },
});

/**
 * Rings the notification of a help request for its recipients, each in their language: one input of
 * at most 500 people. It leads to the deal, or to the live wall.
 */
export function createHelpBells(
  crm: CrmConnection,
  nowMs: () => number,
): CrmHelpRecords['notifyOfHelp'] {
  const types = createRecipients(crm, nowMs, [HELP_REQUEST_TYPE]);
  return async (writes) => {
    if (writes.every(({ recipients }) => recipients.length === 0))
      return writes.map(() => undefined);
    const read = await problemOr(types.read([]));
    if (read instanceof CrmProblem) return writes.map(() => read);
    const customNotifTypeId = read.typeIds.get(HELP_REQUEST_TYPE);
    if (!customNotifTypeId) return writes.map(noType);
    const inputs = writes.map(({ call, helpRequestId, recipients }) => {
      const help = allHelpRequests(call).find((one) => one.helpRequestId === helpRequestId);
      return help ? inputsFor(call, help, recipients, customNotifTypeId) : [];
    });
    const sent = await sendNotifications(crm, inputs.flat());
    const results = new Map(inputs.flat().map((input, n) => [input, sent[n]]));
    // A repeat would ring again for those who were reached.
    return inputs.map((own) => {
      const failed = own.map((input) => results.get(input));
      return failed.length > 0 && failed.every((one) => one !== undefined) ? failed[0] : undefined;
    });
  };
}

const noType = (): WriteResult =>
  new CrmProblem(
    'refused',
    `The notification type ${HELP_REQUEST_TYPE} is missing in the org. What to do: deploy the Dealside package again.`,
    'NO_NOTIFICATION_TYPE',
  );

function inputsFor(
  call: Call,
  help: HelpRequest,
  recipients: readonly { readonly userId: string; readonly locale?: string }[],
  customNotifTypeId: string,
): NotificationInput[] {
  const byLanguage = Map.groupBy(recipients, ({ locale }) => languageOf(locale));
  return [...byLanguage].flatMap(([language, people]) => {
    const { helpReasons, notifications } = TEXTS[language];
    const values = {
      rep: call.rep.name,
      reason: helpReasons[help.reasonCode],
      customer: call.customer.name,
    };
    const { title, body } = notifications.help;
    const text = {
      title: cut(fill(title, values), MAX_TITLE),
      body: cut([help.note, fill(body, values)].filter(Boolean).join('\n'), MAX_BODY),
    };
    const target = call.opportunity
      ? { targetId: call.opportunity.opportunityId }
      : { targetPageRef: WALL };
    return Array.from({ length: Math.ceil(people.length / MAX_RECIPIENTS) }, (_, n) => ({
      customNotifTypeId,
      recipientIds: people
        .slice(n * MAX_RECIPIENTS, (n + 1) * MAX_RECIPIENTS)
        .map(({ userId }) => userId),
      ...target,
      ...text,
    }));
  });
}
