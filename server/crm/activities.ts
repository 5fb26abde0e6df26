import { interventionOf, type Call } from '../domain/call.ts';
import { CrmProblem, type CrmActivities } from '../ports.ts';
import { API_VERSION, quoted, type CrmConnection } from './connection.ts';
import { problemOf, translated, type SalesforceError } from './problems.ts';
import { activityFields, activityKey, coachingFields, coachingKey, interventionFields, type EndedIntervention, type Fields } from './records.ts';

interface SubResponse { referenceId: string; httpStatusCode: number; body: unknown }

const KNOCK_ON = 'PROCESSING_HALTED';

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
