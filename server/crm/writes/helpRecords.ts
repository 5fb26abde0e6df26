import { allHelpRequests, type HelpRequest } from '../../domain/call/helpRequest.ts';
import { interventionOf, type Call } from '../../domain/call/call.ts';
import { repAt } from '../../domain/call/transfer.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { CrmProblem, type CrmHelpRecords } from '../../ports/index.ts';
import { quoted, SOBJECTS, type CrmConnection } from '../session/connection.ts';
import type { CompositeGraphWriter } from './compositeGraphWriter.ts';
import { withSurvivingRecords } from './deletedRecords.ts';
import { asCrmProblem } from '../session/errors.ts';
import { cut, type Fields } from './interventionRecord.ts';

const HELP_TEXT = 255;
const HELP_SKILL = 80;

/**
 * Writes help requests and acknowledgements of notices as records owned by the rep, so that sharing
 * by the role hierarchy shows them to the rep's managers. Throws CrmProblem.
 */
export function createCrmHelpRecords(
  crm: CrmConnection,
  writer: CompositeGraphWriter,
): CrmHelpRecords {
  const idOf = async (object: string, externalId: string): Promise<string | undefined> =>
    (
      await asCrmProblem(() =>
        crm.query<{ Id: string }>(
          `SELECT Id FROM ${object} WHERE External_Id__c = ${quoted(externalId)}`,
        ),
      )
    )[0]?.Id;

  /**
   * Record id of the intervention that answered; null while it has not ended. Throws to retry until
   * it is written.
   */
  async function answeringRecordId(call: Call, help: HelpRequest): Promise<string | null> {
    if (help.status !== 'closed' || !help.answer) return null;
    if (interventionOf(call, help.answer.interventionId)?.status !== 'ended') return null;
    const recordId = await idOf('Call_Intervention__c', help.answer.interventionId);
    if (!recordId)
      throw new CrmProblem(
        'retry',
        'The intervention that answered the request for help is not in Salesforce yet.',
      );
    return recordId;
  }

  return {
    async recordHelp(call, helpRequestId) {
      const help = allHelpRequests(call).find((one) => one.helpRequestId === helpRequestId);
      if (!help) return;
      const interventionRecordId = await answeringRecordId(call, help);
      await withSurvivingRecords(crm, call, (subject) =>
        writer.save(
          [
            {
              method: 'PATCH',
              referenceId: 'help',
              body: { ...helpFields(subject, help), Intervention__c: interventionRecordId },
              url: `${SOBJECTS}/Help_Request__c/External_Id__c/${encodeURIComponent(helpRequestId)}`,
            },
          ],
          subject.opportunity?.opportunityId,
        ),
      );
    },

    async recordAcknowledgement(call, noticeId) {
      const fields = acknowledgementFields(call, noticeId);
      // The integration user cannot change this record: it is evidence. So a repeat must not write
      // it.
      if (!fields || (await idOf('Monitoring_Acknowledgement__c', fields.External_Id__c))) return;
      await writer.save(
        [
          {
            method: 'POST',
            referenceId: 'acknowledgement',
            url: `${SOBJECTS}/Monitoring_Acknowledgement__c`,
            body: fields,
          },
        ],
        undefined,
      );
    },
  };
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
