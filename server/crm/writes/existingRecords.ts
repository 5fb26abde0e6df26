import { asList, type CrmConnection } from '../session/connection.ts';
import { inParts } from './inParts.ts';
import { activityKey, coachingKey } from './interventionTasks.ts';

/**
 * The org's existing records of an intervention: task ids by key, the keys of open tasks, and the
 * state of its coaching.
 */
export interface Existing {
  readonly tasks: ReadonlyMap<string, string>;
  readonly openTasks: ReadonlySet<string>;
  readonly coachingState: string | null;
}

export const NOTHING_EXISTS: Existing = {
  tasks: new Map(),
  openTasks: new Set(),
  coachingState: null,
};

/** How long to serve the name of a queue from memory. */
const QUEUE_TTL_MS = 600_000;

/** Reads what must be known before interventions are written. Rejects as the connection does. */
export function createExistingReader(crm: CrmConnection, nowMs: () => number) {
  const queues = new Map<string, { readonly name: string | undefined; readonly until: number }>();

  return {
    /** The existing records of these interventions, by intervention id. */
    async existing(interventionIds: readonly string[]): Promise<Map<string, Existing>> {
      const records = inParts(interventionIds).map(
        (ids) =>
          'SELECT External_Id__c, Coaching_State__c FROM Call_Intervention__c ' +
          `WHERE External_Id__c IN ${asList(ids)}`,
      );
      const keys = interventionIds.flatMap((id) => [activityKey(id), coachingKey(id)]);
      const tasks = inParts(keys).map(
        (part) =>
          `SELECT Id, Dealside_Key__c, IsClosed FROM Task WHERE Dealside_Key__c IN ${asList(part)}`,
      );
      const rows = (await crm.queries<Row>([...records, ...tasks])).flat();
      const taskIds = new Map(
        rows.flatMap(({ Id, Dealside_Key__c: key }): [string, string][] =>
          Id && key ? [[key, Id]] : [],
        ),
      );
      const openTasks = new Set(
        rows.flatMap(({ Dealside_Key__c: key, IsClosed }) => (key && !IsClosed ? [key] : [])),
      );
      const states = new Map(
        rows.flatMap(({ External_Id__c: id, Coaching_State__c: state = null }) =>
          id ? [[id, state]] : [],
        ),
      );
      return new Map(
        interventionIds.map((id) => [
          id,
          { tasks: taskIds, openTasks, coachingState: states.get(id) ?? null },
        ]),
      );
    },

    /** The names of queues, by id. */
    async queueNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const unknown = ids.filter((id) => (queues.get(id)?.until ?? 0) <= nowMs());
      const found = await crm.queries<{ Id: string; Name: string }>(
        inParts(unknown).map((part) => `SELECT Id, Name FROM Group WHERE Id IN ${asList(part)}`),
      );
      const names = new Map(found.flat().map(({ Id, Name }) => [Id, Name]));
      for (const id of unknown)
        queues.set(id, { name: names.get(id), until: nowMs() + QUEUE_TTL_MS });
      return new Map(
        ids.flatMap((id): [string, string][] => {
          const name = queues.get(id)?.name;
          return name ? [[id, name]] : [];
        }),
      );
    },
  };
}

interface Row {
  readonly Id?: string;
  readonly Dealside_Key__c?: string;
  readonly IsClosed?: boolean;
  readonly External_Id__c?: string;
  readonly Coaching_State__c?: string | null;
}
