import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { Database } from '../records/database.ts';
import type { RestReply } from './restCall.ts';

/** A custom notification, as its recipients see it. */
export interface Notification {
  readonly type: string;
  readonly recipientIds: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly targetId?: string;
  readonly targetPageRef?: string;
  readonly at: string;
}

interface NotificationInput {
  customNotifTypeId?: string;
  recipientIds?: readonly string[];
  title?: string;
  body?: string;
  targetId?: string;
  targetPageRef?: string;
}

const MAX_TITLE_LENGTH = 250;
const MAX_BODY_LENGTH = 750;
const MAX_RECIPIENTS = 500;
/** Undocumented; assumed to be the limit of records in other requests. */
const MAX_INPUTS = 200;
/** A targetId that means no target. */
const NO_TARGET_ID = '000000000000000AAA';

/** Without "partial save", one refused input undoes the whole request. */
const UNDONE = 'rolled back, because another input of the request failed';

/** Custom notifications. */
export interface Notifications {
  /** Handles the body of `customNotificationAction`. */
  send(body: unknown, userId: string): RestReply;
  list(): readonly Notification[];
  clear(): void;
}

/**
 * The invocable action that sends custom notifications.
 * https://developer.salesforce.com/docs/platform/api-action/guide/actions-obj-custom-notification.html
 */
export function createNotifications(
  database: Database,
  access: Access,
  savesPartly: () => boolean = () => true,
): Notifications {
  const sent: Notification[] = [];

  return {
    send(body, userId) {
      if (!access.hasUserPermission(userId, 'SendCustomNotifications'))
        throw new OrgError(
          403,
          'INSUFFICIENT_ACCESS',
          'You need the Send Custom Notifications user permission',
        );
      const { inputs } = (body ?? {}) as { inputs?: NotificationInput[] };
      if (!inputs?.length) throw new OrgError(400, 'JSON_PARSER_ERROR', 'inputs is missing');
      if (inputs.length > MAX_INPUTS)
        throw new OrgError(
          400,
          'LIMIT_EXCEEDED',
          `The limit of ${MAX_INPUTS} inputs per action request was exceeded`,
        );
      const faults = inputs.map((input) => faultOf(database, input));
      const isUndone = !savesPartly() && faults.some((fault) => fault !== undefined);
      const answers = inputs.map((input, n) => {
        const fault = faults[n] ?? (isUndone ? UNDONE : undefined);
        const base = { actionName: 'customNotificationAction', invocationId: null, version: 1 };
        if (fault)
          return {
            ...base,
            errors: [{ statusCode: 'INVALID_API_INPUT', message: fault, fields: [] }],
            isSuccess: false,
            outputValues: null,
          };
        const { DeveloperName } = database.get('CustomNotificationType', input.customNotifTypeId!);
        sent.push({
          type: String(DeveloperName),
          recipientIds: input.recipientIds!,
          title: input.title!,
          body: input.body!,
          at: new Date().toISOString(),
          ...(input.targetId && input.targetId !== NO_TARGET_ID && { targetId: input.targetId }),
          ...(input.targetPageRef && { targetPageRef: input.targetPageRef }),
        });
        return {
          ...base,
          errors: null,
          isSuccess: true,
          outputValues: { SuccessMessage: 'Your custom notification is processed successfully.' },
        };
      });
      return { status: answers.every((answer) => answer.isSuccess) ? 200 : 400, body: answers };
    },
    list: () => sent,
    clear: () => void sent.splice(0),
  };
}

/** What is wrong with an input. */
function faultOf(
  database: Database,
  { customNotifTypeId, recipientIds, title, body, targetId, targetPageRef }: NotificationInput,
): string | undefined {
  if (
    !customNotifTypeId ||
    !database.rows('CustomNotificationType').some((row) => row.Id === customNotifTypeId)
  )
    return 'customNotifTypeId is not the id of a custom notification type';
  if (!recipientIds?.length || recipientIds.length > MAX_RECIPIENTS)
    return `recipientIds must name 1 to ${MAX_RECIPIENTS} recipients`;
  if (
    !recipientIds.every((id) => database.rows('User').some((row) => row.Id === id && row.IsActive))
  )
    return 'recipientIds names somebody who is not an active user';
  if (!title || title.length > MAX_TITLE_LENGTH)
    return `title must have 1 to ${MAX_TITLE_LENGTH} characters`;
  if (!body || body.length > MAX_BODY_LENGTH)
    return `body must have 1 to ${MAX_BODY_LENGTH} characters`;
  if (!targetId && !targetPageRef) return 'either targetId or targetPageRef is required';
  return undefined;
}
