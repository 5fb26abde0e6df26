import { interventionOf, type Call } from '../domain/call.ts';
import { CrmProblem, CrmUnavailable, type CrmActivities } from '../ports.ts';
import { API_VERSION, quoted, type CrmConnection } from './connection.ts';
import { activityFields, activityKey, coachingFields, coachingKey, interventionFields, type EndedIntervention, type Fields } from './records.ts';

interface SubResponse { referenceId: string; httpStatusCode: number; body: unknown }
interface SalesforceError { errorCode: string; message: string; fields?: string[] }

/** What each of Salesforce's answers asks of us. Anything not named here is worth trying again. */
const NEEDS_ADMIN: Record<string, string> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A validation rule of the org refuses the record.',
  INVALID_FIELD: 'A field of the Dealside package is missing, or the integration user may not see it.',
  INVALID_TYPE: 'An object of the Dealside package is missing, or the integration user may not see it.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'The integration user may not write this record.',
  INSUFFICIENT_ACCESS: 'The integration user may not write this record.',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'The integration user may not write a field of the Dealside package.',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'The integration user may not see the Opportunity, Contact or owner.',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'A picklist of the org lacks a value of Dealside.',
  REQUIRED_FIELD_MISSING: 'The org requires a field that Dealside does not fill.',
  STRING_TOO_LONG: 'A text is longer than the org’s field.',
  INVALID_CROSS_REFERENCE_KEY: 'A record that the intervention refers to does not exist any more.',
  ENTITY_IS_DELETED: 'A record that the intervention refers to was deleted.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'A trigger or flow of the org refuses the record.',
  INACTIVE_OWNER_OR_USER: 'The supervisor or the rep is not an active user any more.',
  DUPLICATES_DETECTED: 'A duplicate rule of the org refuses the record.',
};

const KNOCK_ON = 'PROCESSING_HALTED';
/** Some of Salesforce's messages repeat the whole value they refuse. */
const MAX_QUOTE = 200;

/** Intervention record, call activity and coaching task in one all-or-none request; a repeat finds what is there by key. */
export function createCrmActivities(crm: CrmConnection): CrmActivities {
  async function write(call: Call, intervention: EndedIntervention, existing: ReadonlyMap<string, string>): Promise<void> {
    const { interventionId } = intervention;
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
  }

  return {
    async recordIntervention(call, interventionId) {
      const intervention = interventionOf(call, interventionId);
      if (intervention?.status !== 'ended') return;
      const existing = await translated(() => existingTasks(crm, interventionId));
      const tellings = withoutDeleted(call);
      for (const [i, telling] of tellings.entries()) {
        try {
          return await write(telling, intervention, existing);
        } catch (problem) {
          const isDeleted = problem instanceof CrmProblem && problem.code === 'ENTITY_IS_DELETED';
          if (!isDeleted || i === tellings.length - 1) throw problem;
        }
      }
    },
  };
}

/** The call, and then the call without the records that someone may have deleted: the intervention is worth keeping without them. */
function withoutDeleted(call: Call): Call[] {
  const { opportunity: _deal, ...noDeal } = call;
  const { contactId: _contact, ...noContact } = call.customer;
  const { accountId: _account, ...nobody } = noContact;
  return [call, noDeal, { ...call, customer: noContact }, { ...noDeal, customer: nobody }];
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
  const said = message.length > MAX_QUOTE ? `${message.slice(0, MAX_QUOTE)}…` : message;
  return new CrmProblem(advice ? 'refused' : 'retry', `${advice ? `${advice} ` : ''}Salesforce says: ${said}${about}`, errorCode);
}
