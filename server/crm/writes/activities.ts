import { interventionOf, type Call } from '../../domain/call/call.ts';
import { repAt } from '../../domain/call/transfer.ts';
import type { CrmActivities } from '../../ports/index.ts';
import { createNotifications } from './notifications.ts';
import { asList, quoted, SOBJECTS, type CrmConnection } from '../session/connection.ts';
import { createCompositeGraphWriter, type GraphNode } from './compositeGraphWriter.ts';
import { withSurvivingRecords } from './deletedRecords.ts';
import { asCrmProblem } from '../session/errors.ts';
import {
  activityFields,
  activityKey,
  linkFields,
  coachingFields,
  coachingKey,
  coachingState,
  interventionFields,
  recordingUrl,
  type EndedIntervention,
  type Fields,
} from './interventionRecord.ts';

/**
 * What the org already has of an intervention: task ids by key, coaching state, names of the rep's
 * queues.
 */
interface Existing {
  readonly tasks: ReadonlyMap<string, string>;
  readonly coachingState: string | null;
  readonly queueNames: readonly string[];
}

/**
 * Writes intervention record, call activity and coaching task, all or none. Idempotent: a repeat
 * finds them by key. Throws CrmProblem.
 */
export function createCrmActivities(
  crm: CrmConnection,
  writer = createCompositeGraphWriter(crm),
  lightningOrigin?: string,
): CrmActivities {
  const write = (call: Call, intervention: EndedIntervention, existing: Existing): Promise<void> =>
    writer.save(
      nodesOf(call, intervention, existing, lightningOrigin),
      call.opportunity?.opportunityId ?? call.customer.accountId ?? call.customer.contactId,
    );

  return {
    async recordIntervention(call, interventionId) {
      const intervention = interventionOf(call, interventionId);
      if (intervention?.status !== 'ended') return;
      const callAtEnd = asOf(call, intervention.leftAt);
      const existing = await asCrmProblem(() =>
        existingOf(crm, interventionId, callAtEnd.rep.queueIds ?? []),
      );
      await withSurvivingRecords(crm, callAtEnd, (subject) =>
        write(subject, intervention, existing),
      );
    },
    notifyRep: createNotifications(crm),
  };
}

/**
 * Returns the call with the rep who had it at that time, since it can have been transferred
 * afterwards.
 */
const asOf = (call: Call, at: string): Call => ({ ...call, rep: repAt(call, at) });

function nodesOf(
  call: Call,
  intervention: EndedIntervention,
  { tasks, coachingState: existingState, queueNames }: Existing,
  lightningOrigin: string | undefined,
): GraphNode[] {
  const { interventionId } = intervention;
  const links = { queueNames, recordingUrl: recordingUrl(call, intervention, lightningOrigin) };
  const coaching = coachingFields(call, intervention);
  const state =
    existingState === null || existingState === 'none' ? coachingState(intervention) : {};
  return [
    {
      method: 'PATCH',
      referenceId: 'intervention',
      body: { ...interventionFields(call, intervention), ...linkFields(links), ...state },
      url: `${SOBJECTS}/Call_Intervention__c/External_Id__c/${encodeURIComponent(interventionId)}`,
    },
    taskNode(
      'activity',
      tasks.get(activityKey(interventionId)),
      activityFields(call, intervention, links),
    ),
    ...(coaching ? [taskNode('coaching', tasks.get(coachingKey(interventionId)), coaching)] : []),
  ];
}

function taskNode(referenceId: string, existingId: string | undefined, fields: Fields): GraphNode {
  if (!existingId) return { method: 'POST', referenceId, url: `${SOBJECTS}/Task`, body: fields };
  // Salesforce refuses a change of TaskSubtype.
  const { TaskSubtype: _fixed, ...changes } = fields;
  return { method: 'PATCH', referenceId, url: `${SOBJECTS}/Task/${existingId}`, body: changes };
}

async function existingOf(
  crm: CrmConnection,
  interventionId: string,
  queueIds: readonly string[],
): Promise<Existing> {
  const keys = [activityKey(interventionId), coachingKey(interventionId)].map(quoted).join(', ');
  const [tasks, [record], queues] = await Promise.all([
    crm.query<{ Id: string; Dealside_Key__c: string }>(
      `SELECT Id, Dealside_Key__c FROM Task WHERE Dealside_Key__c IN (${keys})`,
    ),
    crm.query<{ Coaching_State__c: string | null }>(
      'SELECT Coaching_State__c FROM Call_Intervention__c ' +
        `WHERE External_Id__c = ${quoted(interventionId)}`,
    ),
    queueIds.length > 0
      ? crm.query<{ Name: string }>(
          `SELECT Name FROM Group WHERE Id IN ${asList(queueIds)} ORDER BY Name`,
        )
      : [],
  ]);
  return {
    tasks: new Map(tasks.map((task) => [task.Dealside_Key__c, task.Id])),
    coachingState: record?.Coaching_State__c ?? null,
    queueNames: queues.map(({ Name }) => Name),
  };
}
