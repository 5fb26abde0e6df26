import { interventionOf, type Call } from '../../domain/call/call.ts';
import { repAt } from '../../domain/transfer/transfer.ts';
import type { CrmActivities } from '../../ports/index.ts';
import { createNotifications } from './notifications.ts';
import { asList, quoted, SOBJECTS, type CrmConnection } from '../session/connection.ts';
import { createCompositeGraphWriter, type GraphNode } from './compositeGraphWriter.ts';
import { withSurvivingRecords } from './deletedRecords.ts';
import { asCrmProblem } from '../session/errors.ts';
import { activityFields, activityKey, linkFields, coachingFields, coachingKey, coachingState, interventionFields, recordingUrl, type EndedIntervention, type Fields } from './interventionRecord.ts';

/** What the org has of an intervention already. */
interface Existing { readonly tasks: ReadonlyMap<string, string>; readonly coachingState: string | null; readonly queueNames: readonly string[] }

/** Intervention record, call activity and coaching task, all or none of them, many interventions in one request; a repeat finds what is there by key. */
export function createCrmActivities(crm: CrmConnection, gathering = createCompositeGraphWriter(crm), lightningOrigin?: string): CrmActivities {
  const write = (call: Call, intervention: EndedIntervention, existing: Existing): Promise<void> =>
    gathering.save(nodesOf(call, intervention, existing, lightningOrigin), call.opportunity?.opportunityId ?? call.customer.accountId ?? call.customer.contactId);

  return {
    async recordIntervention(call, interventionId) {
      const intervention = interventionOf(call, interventionId);
      if (intervention?.status !== 'ended') return;
      const then = asOf(call, intervention.leftAt);
      const existing = await asCrmProblem(() => existingOf(crm, interventionId, then.rep.queueIds ?? []));
      await withSurvivingRecords(crm, then, (about) => write(about, intervention, existing));
    },
    notifyRep: createNotifications(crm),
  };
}

/** The call with the rep who had it then: it may have been handed on since. */
const asOf = (call: Call, at: string): Call => ({ ...call, rep: repAt(call, at) });

function nodesOf(call: Call, intervention: EndedIntervention, { tasks, coachingState: known, queueNames }: Existing, lightningOrigin: string | undefined): GraphNode[] {
  const { interventionId } = intervention;
  const beside = { queueNames, recordingUrl: recordingUrl(call, intervention, lightningOrigin) };
  const coaching = coachingFields(call, intervention);
  const state = known === null || known === 'none' ? coachingState(intervention) : {};
  return [
    {
      method: 'PATCH', referenceId: 'intervention', body: { ...interventionFields(call, intervention), ...linkFields(beside), ...state },
      url: `${SOBJECTS}/Call_Intervention__c/External_Id__c/${encodeURIComponent(interventionId)}`,
    },
    taskNode('activity', tasks.get(activityKey(interventionId)), activityFields(call, intervention, beside)),
    ...(coaching ? [taskNode('coaching', tasks.get(coachingKey(interventionId)), coaching)] : []),
  ];
}

function taskNode(referenceId: string, existingId: string | undefined, fields: Fields): GraphNode {
  if (!existingId) return { method: 'POST', referenceId, url: `${SOBJECTS}/Task`, body: fields };
  // The subtype of a task is fixed when it is created.
  const { TaskSubtype: _fixed, ...changes } = fields;
  return { method: 'PATCH', referenceId, url: `${SOBJECTS}/Task/${existingId}`, body: changes };
}

async function existingOf(crm: CrmConnection, interventionId: string, queueIds: readonly string[]): Promise<Existing> {
  const keys = [activityKey(interventionId), coachingKey(interventionId)].map(quoted).join(', ');
  const [tasks, [record], queues] = await Promise.all([
    crm.query<{ Id: string; Dealside_Key__c: string }>(`SELECT Id, Dealside_Key__c FROM Task WHERE Dealside_Key__c IN (${keys})`),
    crm.query<{ Coaching_State__c: string | null }>(`SELECT Coaching_State__c FROM Call_Intervention__c WHERE External_Id__c = ${quoted(interventionId)}`),
    queueIds.length > 0 ? crm.query<{ Name: string }>(`SELECT Name FROM Group WHERE Id IN ${asList(queueIds)} ORDER BY Name`) : [],
  ]);
  return { tasks: new Map(tasks.map((task) => [task.Dealside_Key__c, task.Id])), coachingState: record?.Coaching_State__c ?? null, queueNames: queues.map(({ Name }) => Name) };
}
