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
  /** A page instead of a record, as JSON of a page reference. */
  readonly targetPageRef?: string;
}

interface ActionAnswer {
  readonly isSuccess: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[] | null;
}

/** The longest title and body that Salesforce takes. */
export const MAX_TITLE = 250;
export const MAX_BODY = 750;

/** Home, as a page that a notification leads to. */
export const HOME = JSON.stringify({
  type: 'standard__namedPage',
  attributes: { pageName: 'home' },
});

/** Salesforce names no limit; as many records as elsewhere in one request. */
const MAX_INPUTS = 200;

/**
 * Sends notifications, 200 in a request. Answers with a result for each.
 *
 * By an org's setting "partial save" one input that is refused either fails alone or undoes the
 * whole request. When all have failed, halves are sent, down to the one that is to blame; unless all
 * failed for the same reason.
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
 * Sends the notifications of each message; a message may have none. It fails only if none of its
 * notifications was sent, because a repeat would ring again for those who got theirs.
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

/** What is said where the org has no such notification type. */
export const missingType = (typeName: string): CrmProblem =>
  new CrmProblem(
    'refused',
    `The notification type ${typeName} is missing in the org. What to do: deploy the Dealside package again.`,
    'NO_NOTIFICATION_TYPE',
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

/** A request of which an input failed answers 400, with the same answers. */
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

/** jsforce keeps several answers as data, and a single one only as the text of its message. */
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
