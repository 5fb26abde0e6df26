import type { Call } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { CrmProblem, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cut } from './interventionRecord.ts';
import {
  MAX_BODY,
  MAX_TITLE,
  missingType,
  sendForEach,
  type NotificationInput,
} from './notificationAction.ts';
import { createRecipients } from './recipients.ts';
import { problemOr } from './repeatedWrites.ts';

/** Salesforce's limit of recipients for one notification. */
const MAX_RECIPIENTS = 500;
/** The live wall, where a call without a record can be joined. */
const WALL = JSON.stringify({
  type: 'standard__navItemPage',
  attributes: { apiName: 'Dealside_Live_Wall' },
});

/** The page that a notification opens: the deal of the call, or the live wall. */
export const pageOf = ({ opportunity }: Call): { targetId: string } | { targetPageRef: string } =>
  opportunity ? { targetId: opportunity.opportunityId } : { targetPageRef: WALL };

/** Something on a call, and the people to notify of it, each in their own language. */
interface AddressedWrite {
  readonly call: Call;
  readonly recipients: readonly { readonly userId: string; readonly locale?: string }[];
}

interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/**
 * Sends notifications of one type to their recipients: one input per language, and per 500 people.
 * They open the deal, or the live wall. A notification that no longer has a text is not sent.
 */
export function createNotificationsOfType<Write extends AddressedWrite>(
  crm: CrmConnection,
  nowMs: () => number,
  {
    typeName,
    textOf,
  }: {
    readonly typeName: string;
    readonly textOf: (write: Write, language: Language) => NotificationText | undefined;
  },
): (writes: readonly Write[]) => Promise<WriteResult[]> {
  const types = createRecipients(crm, nowMs, [typeName]);

  function inputsFor(write: Write, customNotifTypeId: string): NotificationInput[] {
    const target = pageOf(write.call);
    const byLanguage = Map.groupBy(write.recipients, ({ locale }) => languageOf(locale));
    return [...byLanguage].flatMap(([language, people]) => {
      const text = textOf(write, language);
      return Array.from(
        { length: text ? Math.ceil(people.length / MAX_RECIPIENTS) : 0 },
        (_, n) => ({
          customNotifTypeId,
          recipientIds: people
            .slice(n * MAX_RECIPIENTS, (n + 1) * MAX_RECIPIENTS)
            .map(({ userId }) => userId),
          ...target,
          title: cut(text!.title, MAX_TITLE),
          body: cut(text!.body, MAX_BODY),
        }),
      );
    });
  }

  return async (writes) => {
    if (writes.every(({ recipients }) => recipients.length === 0))
      return writes.map(() => undefined);
    const read = await problemOr(types.read([]));
    if (read instanceof CrmProblem) return writes.map(() => read);
    const customNotifTypeId = read.typeIds.get(typeName);
    if (!customNotifTypeId) return writes.map(() => missingType(typeName));
    const inputs = writes.map((write) => inputsFor(write, customNotifTypeId));
    return sendForEach(crm, inputs);
  };
}
