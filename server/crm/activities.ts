import { interventionOf } from '../domain/call.ts';
import { CrmProblem, CrmUnavailable, type CrmActivities } from '../ports.ts';
import { API_VERSION, quoted, type CrmConnection } from './connection.ts';
import { activityFields, activityKey, coachingFields, coachingKey, interventionFields, type Fields } from './records.ts';

interface SubResponse { referenceId: string; httpStatusCode: number; body: unknown }
interface SalesforceError { errorCode: string; message: string; fields?: string[] }

/** What each of Salesforce's answers asks of us. Anything not named here is worth trying again. */
const NEEDS_ADMIN: Record<string, string> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A validation rule of the org refuses the record.',
  INVALID_FIELD: 'A field of the Dealside package is missing, or the integration user may not see it.',
  INVALID_TYPE: 'An object of the Dealside package is missing, or the integration user may not see it.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'The integration user may not write this record.',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'The integration user may not see the Opportunity, Contact or owner.',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'A picklist of the org lacks a value of Dealside.',
  REQUIRED_FIELD_MISSING: 'The org requires a field that Dealside does not fill.',
  STRING_TOO_LONG: 'A text is longer than the org’s field.',
  INVALID_CROSS_REFERENCE_KEY: 'A record that the intervention refers to does not exist any more.',
  ENTITY_IS_DELETED: 'The Opportunity or Contact was deleted.',
};

const KNOCK_ON = 'PROCESSING_HALTED';

/** Intervention record, call activity and coaching task in one all-or-none request; a repeat finds what is there by key. */
export function createCrmActivities(crm: CrmConnection): CrmActivities {
  return {
    async recordIntervention(call, interventionId) {
      const intervention = interventionOf(call, interventionId);
      if (intervention?.status !== 'ended') return;
      const existing = await translated(() => existingTasks(crm, interventionId));
      const coaching = coachingFields(call, intervention);
      const request = {
        allOrNone: true,
        compositeRequest: [
          {
            method: 'PATCH', referenceId: 'intervention', body: interventionFields(call, intervention),
            url: `/services/data/v${API_VERSION}/sobjects/Call_Intervention__c/External_Id__c/${encodeURIComponent(interventionId)}`,
          },
          taskRequest('activity', existing.get(activityKey(interventionId)), activityFields(call, intervention)),
          ...(coaching ? [taskRequest('coaching', existing.get(coachingKey(interventionId)), coaching)] : []),
        ],
      };
      const { compositeResponse } = await translated(() => crm.post<{ compositeResponse: SubResponse[] }>('/composite', request));
      const failed = compositeResponse.filter((answer) => answer.httpStatusCode >= 400).flatMap((answer) => answer.body as SalesforceError[]);
      if (failed.length > 0) throw problemOf(failed.find((error) => error.errorCode !== KNOCK_ON) ?? failed[0]!);
    },
  };
}

async function existingTasks(crm: CrmConnection, interventionId: string): Promise<Map<string, string>> {
  const keys = [activityKey(interventionId), coachingKey(interventionId)].map(quoted).join(', ');
  const tasks = await crm.query<{ Id: string; Dealside_Key__c: string }>(`SELECT Id, Dealside_Key__c FROM Task WHERE Dealside_Key__c IN (${keys})`);
  return new Map(tasks.map((task) => [task.Dealside_Key__c, task.Id]));
}

function taskRequest(referenceId: string, existingId: string | undefined, fields: Fields) {
  const url = `/services/data/v${API_VERSION}/sobjects/Task`;
  if (!existingId) return { method: 'POST', referenceId, url, body: fields };
  // The subtype of a task is fixed when it is created.
  const { TaskSubtype: _fixed, ...changes } = fields;
  return { method: 'PATCH', referenceId, url: `${url}/${existingId}`, body: changes };
}

async function translated<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CrmUnavailable) throw new CrmProblem('retry', error.message);
    const { errorCode, message } = error as Partial<SalesforceError>;
    throw problemOf({ errorCode: errorCode ?? 'UNKNOWN', message: message ?? String(error) });
  }
}

function problemOf({ errorCode, message, fields }: SalesforceError): CrmProblem {
  const advice = NEEDS_ADMIN[errorCode];
  const about = fields?.length ? ` (${fields.join(', ')})` : '';
  return new CrmProblem(advice ? 'refused' : 'retry', `${advice ? `${advice} ` : ''}Salesforce says: ${message}${about}`, errorCode);
}
