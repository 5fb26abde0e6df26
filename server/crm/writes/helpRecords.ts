import { interventionOf, type Call } from '../../domain/call/call.ts';
import { allHelpRequests, type HelpRequest } from '../../domain/call/helpRequest.ts';
import { repAt } from '../../domain/call/transfer.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { CrmProblem, type CrmHelpRecords, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { saveCollection } from './collectionWriter.ts';
import {
  createFollowNotifications,
  createHelpNotifications,
  createSummonsNotifications,
} from './helpNotifications.ts';
import { cut, type Fields } from './interventionRecord.ts';
import { createRecordIds, type RecordIds } from './recordIds.ts';
import { problemOr, withSurvivingRecords } from './repeatedWrites.ts';

const HELP_TEXT = 255;
const HELP_SKILL = 80;

interface HelpSubject {
  readonly call: Call;
  readonly help: HelpRequest;
  readonly index: number;
  /** The record of the intervention that answered the help request. */
  readonly recordId: string | null;
}

/** Salesforce's error code if a record with this external id exists. */
const EXISTS = 'DUPLICATE_VALUE';

/**
 * Writes help requests and acknowledgements of notices. The rep owns the records, so that the role
 * hierarchy shows them to the rep's managers.
 */
export function createCrmHelpRecords(
  crm: CrmConnection,
  recordIds: RecordIds = createRecordIds(crm),
  nowMs: () => number = Date.now,
): CrmHelpRecords {
  return {
    notifyOfHelp: createHelpNotifications(crm, nowMs),
    notifyOfSummons: createSummonsNotifications(crm, nowMs),
    notifyOfFollowed: createFollowNotifications(crm, nowMs),
    async recordHelp(writes) {
      const requested = writes.map(({ call, helpRequestId }) => ({
        call,
        help: allHelpRequests(call).find((one) => one.helpRequestId === helpRequestId),
      }));
      const answered = requested.flatMap(
        ({ call, help }) => answeringIntervention(call, help) ?? [],
      );
      const found = await problemOr(recordIds.of(answered));
      const results: WriteResult[] = [];
      const subjects: HelpSubject[] = [];
      requested.forEach(({ call, help }, index) => {
        if (!help) return;
        const answering = answeringIntervention(call, help);
        const recordId =
          answering && !(found instanceof CrmProblem) ? found.get(answering) : undefined;
        if (answering && !recordId)
          results[index] = found instanceof CrmProblem ? found : notThereYet();
        else subjects.push({ call, help, index, recordId: recordId ?? null });
      });
      const saved = await withSurvivingRecords(crm, subjects, (some) =>
        saveCollection(crm, 'Help_Request__c', {
          records: some.map(({ call, help, recordId }) => ({
            External_Id__c: help.helpRequestId,
            ...helpFields(call, help),
            Intervention__c: recordId,
          })),
          externalId: 'External_Id__c',
        }),
      );
      subjects.forEach(({ index }, n) => {
        results[index] = saved[n];
      });
      return writes.map((_write, index) => results[index]);
    },

    async recordAcknowledgements(writes) {
      const fields = writes.map(({ call, noticeId }) => acknowledgementFields(call, noticeId));
      const records = new Map(fields.flatMap((one) => (one ? [[one.External_Id__c, one]] : [])));
      // The integration user cannot change this record, because it is evidence. So it is only
      // created, and an existing record is left as it is.
      const saved = await saveCollection(crm, 'Monitoring_Acknowledgement__c', {
        records: [...records.values()],
      });
      const results = new Map([...records.keys()].map((key, n) => [key, saved[n]]));
      return fields.map((one) => {
        const result = one && results.get(one.External_Id__c);
        return result?.code === EXISTS ? undefined : result;
      });
    },
  };
}

const notThereYet = (): CrmProblem =>
  new CrmProblem(
    'retry',
    'The intervention that answered the request for help is not in Salesforce yet.',
  );

/**
 * The intervention that answered the help request, if it has ended: only then does it get a record.
 */
function answeringIntervention(call: Call, help: HelpRequest | undefined): string | undefined {
  if (help?.status !== 'closed' || !help.answer) return undefined;
  const { interventionId } = help.answer;
  return interventionOf(call, interventionId)?.status === 'ended' ? interventionId : undefined;
}

/** The fields of a Help_Request__c record. */
export function helpFields(call: Call, help: HelpRequest): Fields {
  const { userId } = repAt(call, help.at);
  return {
    OwnerId: userId,
    Rep__c: userId,
    Opportunity__c: call.opportunity?.opportunityId ?? null,
    Call_Id__c: call.callId,
    Reason_Code__c: help.reasonCode,
    Skill__c: help.skill ? cut(help.skill, HELP_SKILL) : null,
    Message__c: help.note ? cut(help.note, HELP_TEXT) : null,
    Requested_At__c: help.at,
    ...statusOf(help),
  };
}

/** Status of the request, who accepted or answered it, and how long the rep waited. */
function statusOf(help: HelpRequest): Fields {
  const fields = (
    Status__c: string,
    userId: string | null = null,
    answeredAt: string | null = null,
  ): Fields => ({
    Status__c,
    Answered_By__c: userId,
    Answered_At__c: answeredAt,
    Waited_Seconds__c:
      answeredAt && Math.max(0, Math.round((Date.parse(answeredAt) - Date.parse(help.at)) / 1000)),
  });
  switch (help.status) {
    case 'open':
      return fields('open');
    case 'taken':
      return fields('taken', help.takenBy.userId);
    case 'closed':
      if (help.because === 'came' && help.answer)
        return fields('answered', help.answer.userId, help.closedAt);
      return fields(help.because === 'withdrawn' ? 'withdrawn' : 'expired');
    default:
      return unreachable(help);
  }
}

/**
 * One record per rep and policy version: the first notice under that version which the rep
 * acknowledged.
 */
export function acknowledgementFields(call: Call, noticeId: string) {
  const notice = call.notices.find((one) => one.noticeId === noticeId);
  const intervention = notice && interventionOf(call, notice.interventionId);
  if (!notice?.acknowledgedAt || !intervention) return undefined;
  const { userId } = repAt(call, notice.acknowledgedAt);
  const { policyVersion } = intervention;
  return {
    External_Id__c: `${userId}:${policyVersion}`,
    OwnerId: userId,
    Rep__c: userId,
    Policy_Version__c: policyVersion,
    Acknowledged_At__c: notice.acknowledgedAt,
  };
}
