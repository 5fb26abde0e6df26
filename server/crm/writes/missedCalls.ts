import type { Call } from '../../domain/call/call.ts';
import { endedWaiting } from '../../domain/call/repLoss.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import { timeOfDay } from '../../domain/texts/clock.ts';
import {
  dateText,
  fill,
  languageIn,
  readerOf,
  TEXTS,
  type Reader,
} from '../../domain/texts/texts.ts';
import { CrmProblem, type CrmMissedCalls, type WriteResult } from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import { parentOf } from './compositeGraphWriter.ts';
import { createCompositeGraphWriter } from './compositeGraphWriter.ts';
import { inParts } from './inParts.ts';
import { cut, relatedTo, type Fields } from './interventionRecord.ts';
import { dayIn, clockIn } from './localTime.ts';
import {
  MAX_BODY,
  MAX_TITLE,
  missingType,
  sendForEach,
  type NotificationInput,
} from './notificationAction.ts';
import { createRecipients, MISSED_CALL_TYPE } from './recipients.ts';
import { problemOr, withSurvivingRecords } from './repeatedWrites.ts';
import { createTaskValues, type ReadTaskValues, type TaskValues } from './taskValues.ts';

interface MissedCallsOptions {
  /** Shared with other writes to the org, so that no two lock the same record at once. */
  readonly writer?: ReturnType<typeof createCompositeGraphWriter>;
  readonly readTaskValues?: ReadTaskValues;
  /** The origin of the org's Lightning pages. */
  readonly lightningOrigin?: string;
  readonly nowMs?: () => number;
}

interface TaskRow {
  readonly Id: string;
  readonly Dealside_Key__c: string;
  readonly Description: string | null;
}

const MAX_DESCRIPTION = 32_000;

/**
 * Writes a task for each missed call, and sends its notification. A task is looked up by its key
 * before it is written. An existing task only gets lines that it lacks, such as the link to the
 * message, so that what the rep has written in it stays.
 */
export function createCrmMissedCalls(
  crm: CrmConnection,
  {
    writer = createCompositeGraphWriter(crm),
    lightningOrigin,
    nowMs = Date.now,
    readTaskValues = createTaskValues(crm, nowMs),
  }: MissedCallsOptions = {},
): CrmMissedCalls {
  const recipients = createRecipients(crm, nowMs, [MISSED_CALL_TYPE]);

  async function tasksOf(calls: readonly Call[]): Promise<ReadonlyMap<string, TaskRow>> {
    const rows = await crm.queries<TaskRow>(
      inParts(calls.map(taskKey)).map(
        (keys) =>
          'SELECT Id, Dealside_Key__c, Description FROM Task ' +
          `WHERE Dealside_Key__c IN ${asList(keys)}`,
      ),
    );
    return new Map(rows.flat().map((row) => [row.Dealside_Key__c, row]));
  }

  async function save(
    call: Call,
    task: TaskRow | undefined,
    { reader, values }: { readonly reader: Reader; readonly values: TaskValues },
  ): Promise<WriteResult> {
    const fields = missedCallFields(call, reader, { lightningOrigin, values });
    const added = task && withMissingLines(task.Description ?? '', String(fields.Description));
    if (task && added === task.Description) return undefined;
    const saved = await problemOr(
      writer.save(
        [
          task
            ? {
                method: 'PATCH',
                referenceId: 'missedCall',
                url: `${SOBJECTS}/Task/${task.Id}`,
                body: { Description: added },
              }
            : {
                method: 'POST',
                referenceId: 'missedCall',
                url: `${SOBJECTS}/Task`,
                body: fields,
              },
        ],
        parentOf(call),
      ),
    );
    return saved instanceof CrmProblem ? saved : undefined;
  }

  return {
    async recordMissedCalls(writes) {
      return withSurvivingRecords(crm, writes, async (some) => {
        const calls = some.map(({ call }) => call);
        const read = await problemOr(
          Promise.all([
            tasksOf(calls),
            recipients.read(calls.map(({ rep }) => rep.userId)),
            readTaskValues(),
          ]),
        );
        if (read instanceof CrmProblem) return some.map(() => read);
        const [tasks, { users }, values] = read;
        return Promise.all(
          calls.map((call) =>
            save(call, tasks.get(taskKey(call)), {
              reader: readerOf(users.get(call.rep.userId) ?? {}),
              values,
            }),
          ),
        );
      });
    },

    async notifyOfMissedCalls(writes) {
      const calls = writes.map(({ call }) => call);
      const read = await problemOr(
        Promise.all([tasksOf(calls), recipients.read(calls.map(({ rep }) => rep.userId))]),
      );
      if (read instanceof CrmProblem) return writes.map(() => read);
      const [tasks, { users, typeIds }] = read;
      const prepared = calls.map((call): NotificationInput[] | CrmProblem => {
        const rep = users.get(call.rep.userId);
        if (!rep?.isActive) return [];
        const targetId = tasks.get(taskKey(call))?.Id;
        if (!targetId)
          return new CrmProblem('retry', 'The task of the missed call is not in Salesforce yet.');
        const customNotifTypeId = typeIds.get(MISSED_CALL_TYPE);
        if (!customNotifTypeId) return missingType(MISSED_CALL_TYPE);
        const { title, body } = notificationOf(call, readerOf(rep));
        return [
          {
            customNotifTypeId,
            recipientIds: [call.rep.userId],
            targetId,
            title: fill(title, valuesOf(call)).slice(0, MAX_TITLE),
            body: fill(body, valuesOf(call)).slice(0, MAX_BODY),
          },
        ];
      });
      return sendForEach(crm, prepared);
    },
  };
}

function notificationOf(call: Call, reader: Reader) {
  const { lostCall, missedCall } = TEXTS[languageIn(reader)].notifications;
  return endedWaiting(call) ? lostCall : missedCall;
}

/** The text, with those lines of `wanted` appended that it lacks. */
function withMissingLines(text: string, wanted: string): string {
  const has = new Set(text.split(/\r?\n/));
  const missing = wanted.split('\n').filter((line) => !has.has(line));
  return cut([text, ...missing].filter(Boolean).join('\n'), MAX_DESCRIPTION);
}

const taskKey = ({ callId }: Pick<Call, 'callId'>): string => `missed-call:${callId}`;

const valuesOf = ({ customer, rep }: Call) => ({
  customer: customer.name,
  number: readableNumber(customer.phone ?? '', rep.place?.country),
});

/**
 * Opens the form of a new lead with the number filled in.
 * https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-page-types.html
 */
const newLeadLink = (origin: string, phone: string): string =>
  `${origin}/lightning/o/Lead/new?defaultFieldValues=${encodeURIComponent(`Phone=${encodeURIComponent(phone)}`)}`;

/**
 * A task that is due on the day of the call: whom to call back, why, and the words of the
 * voicemail.
 */
export function missedCallFields(
  call: Call,
  reader: Reader,
  {
    lightningOrigin,
    values,
  }: { readonly lightningOrigin: string | undefined; readonly values: TaskValues },
): Fields {
  const { subject } = TEXTS[languageIn(reader)].missedCallTask;
  return {
    ...relatedTo(call),
    Status: values.open,
    ...(values.high && { Priority: values.high }),
    Subject: cut(fill(subject, valuesOf(call)), 255),
    Description: cut(
      descriptionLines(call, reader, lightningOrigin).filter(Boolean).join('\n'),
      MAX_DESCRIPTION,
    ),
    OwnerId: call.rep.userId,
    ActivityDate: dayIn(call.startedAt, call.rep.timeZone),
    Dealside_Key__c: taskKey(call),
    Dealside_Missed_At__c: call.startedAt,
    ...(call.customer.phone && { Dealside_Call_Back_Number__c: call.customer.phone }),
  };
}

/** Lines that do not apply to the call are empty or undefined. */
function descriptionLines(
  call: Call,
  reader: Reader,
  lightningOrigin: string | undefined,
): (string | false | undefined)[] {
  const texts = TEXTS[languageIn(reader)].missedCallTask;
  const { phone, contactId } = call.customer;
  const message = call.recordings.find(
    ({ of, status }) => of.kind === 'voicemail' && status === 'completed',
  );
  return [
    texts[reasonMissed(call)],
    fill(texts.when, whenMissed(call, reader)),
    phone && fill(texts.callBack, valuesOf(call)),
    !contactId &&
      phone &&
      lightningOrigin &&
      fill(texts.newLead, { link: newLeadLink(lightningOrigin, phone) }),
    message &&
      fill(texts.message, {
        seconds: String(message.durationSeconds ?? 0),
        link: recordingLink(lightningOrigin ?? '', message.recordingId),
      }),
    message?.words && fill(texts.words, { words: message.words }),
  ];
}

/** Day and time by the rep's clock. */
function whenMissed({ startedAt, rep }: Call, reader: Reader) {
  const time = timeOfDay(clockIn(startedAt, rep.timeZone), reader);
  return {
    date: dateText(dayIn(startedAt, rep.timeZone), reader),
    time: rep.timeZone ? time : `${time} UTC`,
  };
}

function reasonMissed(call: Call): 'repLost' | 'abandoned' | 'closed' | 'nobodyAnswered' {
  if (endedWaiting(call)) return 'repLost';
  if (call.status === 'ended' && call.endReason === 'abandoned') return 'abandoned';
  return call.ringing?.nobodyBecause === 'closed' ? 'closed' : 'nobodyAnswered';
}

const recordingLink = (origin: string, recordingId: string): string =>
  `${origin}/lightning/n/Dealside_Recordings?c__recordingId=${encodeURIComponent(recordingId)}`;
