import { CrmProblem, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { toCrmProblem } from '../session/errors.ts';
import { problemOr } from './repeatedWrites.ts';

export interface NotificationInput {
  readonly customNotifTypeId: string;
  readonly recipientIds: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly targetId?: string;
  /** A page to open instead of a record, as the JSON of a page reference. */
  readonly targetPageRef?: string;
}

interface ActionAnswer {
  readonly isSuccess: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[] | null;
}

/** The longest title and body that Salesforce accepts. */
export const MAX_TITLE = 250;
export const MAX_BODY = 750;

/** The Home page, as a target of notifications. */
export const HOME = JSON.stringify({
  type: 'standard__namedPage',
  attributes: { pageName: 'home' },
});

/** Salesforce documents no limit, so the limit of other bulk requests is used. */
const MAX_INPUTS = 200;

/**
 * Sends notifications, 200 in a request. Returns a result for each.
 *
 * Depending on the org's setting "partial save", a refused input either fails alone or rolls back
 * the whole request. If all inputs of a request fail for different reasons, it is sent again in
 * halves, down to the input that is to blame.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_invocableactionsettings.htm
 */
async function sendNotifications(
  crm: CrmConnection,
  inputs: readonly NotificationInput[],
): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  for (let start = 0; start < inputs.length; start += MAX_INPUTS)
    results.push(...(await sendSome(crm, inputs.slice(start, start + MAX_INPUTS))));
  return results;
}

/**
 * Sends the notifications of each message; a message may have none. A message fails only if none of
 * its notifications was sent, because a repeat would notify the other recipients again.
 */
export async function sendForEach(
  crm: CrmConnection,
  messages: readonly (readonly NotificationInput[] | CrmProblem)[],
): Promise<WriteResult[]> {
  const inputs = messages.flatMap((one) => (one instanceof CrmProblem ? [] : one));
  const answers = await sendNotifications(crm, inputs);
  const results = new Map(inputs.map((input, n) => [input, answers[n]]));
  return messages.map((one) => {
    if (one instanceof CrmProblem) return one;
    const own = one.map((input) => results.get(input));
    return own.length > 0 && own.every((result) => result !== undefined) ? own[0] : undefined;
  });
}

/** The problem for an org that does not have this notification type. */
export const missingType = (typeName: string): CrmProblem =>
  new CrmProblem(
    'refused',
    `The notification type ${typeName} is missing in the org.`,
    'NO_NOTIFICATION_TYPE',
    { fault: { code: 'notification_type_missing', values: { name: typeName } } },
  );

async function sendSome(
  crm: CrmConnection,
  inputs: readonly NotificationInput[],
): Promise<WriteResult[]> {
  const answers = await problemOr(post(crm, inputs));
  if (!Array.isArray(answers)) return inputs.map(() => answers as WriteResult);
  const results = inputs.map((_input, n) => resultOf(answers[n] as ActionAnswer | undefined));
  const reasons = new Set(results.map((result) => result?.message));
  if (reasons.has(undefined) || reasons.size === 1) return results;
  const middle = Math.ceil(inputs.length / 2);
  return [
    ...(await sendSome(crm, inputs.slice(0, middle))),
    ...(await sendSome(crm, inputs.slice(middle))),
  ];
}

/** If an input failed, Salesforce answers with status 400 and the same body as otherwise. */
async function post(
  crm: CrmConnection,
  inputs: readonly NotificationInput[],
): Promise<readonly ActionAnswer[]> {
  try {
    return await crm.post<ActionAnswer[]>('/actions/standard/customNotificationAction', { inputs });
  } catch (error) {
    const answers = answersIn(error as { data?: unknown; message?: string });
    if (answers) return answers;
    throw error;
  }
}

/**
 * jsforce's error has the parsed body if it contains several answers. If it contains one, only the
 * error's message has it, as text.
 */
function answersIn({
  data,
  message = '',
}: {
  readonly data?: unknown;
  readonly message?: string;
}): readonly ActionAnswer[] | undefined {
  if (Array.isArray(data)) return data.every(isActionAnswer) ? data : undefined;
  try {
    const said = JSON.parse(message) as unknown;
    return Array.isArray(said) && said.every(isActionAnswer) ? said : undefined;
  } catch {
    return undefined;
  }
}

const isActionAnswer = (value: unknown): value is ActionAnswer =>
  typeof value === 'object' && value !== null && 'isSuccess' in value;

function resultOf(answer: ActionAnswer | undefined): WriteResult {
  if (answer?.isSuccess) return undefined;
  const [error] = answer?.errors ?? [];
  return toCrmProblem({
    errorCode: error?.statusCode ?? 'NO_ANSWER',
    message: error?.message ?? 'no answer for this notification',
  });
}
