import type { Call } from '../../domain/call/call.ts';
import {
  otherOf,
  stageOf,
  type Debrief,
  type DebriefHolder,
} from '../../domain/supervision/debrief.ts';
import { fill } from '../../domain/texts/texts.ts';
import { CrmProblem, type DebriefOfCall, type WriteResult } from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import { parentOf, type CompositeGraphWriter, type GraphNode } from './compositeGraphWriter.ts';
import { inParts } from './inParts.ts';
import { cut, relatedTo, type Fields } from './interventionRecord.ts';
import { coachingKey, REMINDER_HOUR } from './interventionTasks.ts';
import { momentAt } from './localTime.ts';
import type { Owner } from './owners.ts';
import { momentLines, wordsFor } from './recordWords.ts';
import { problemOr, withSurvivingRecords } from './repeatedWrites.ts';
import { taskNode } from './taskNode.ts';
import type { ReadTaskValues, TaskValues } from './taskValues.ts';

interface Row {
  readonly Id: string;
  readonly External_Id__c?: string;
  readonly Coaching_State__c?: string | null;
}

interface DebriefTask {
  readonly Id: string;
  readonly Dealside_Key__c: string;
  readonly IsClosed: boolean;
}

/** What the org has of some debriefs: records by intervention, and tasks by key. */
interface Existing {
  readonly records: ReadonlyMap<string, Row>;
  readonly tasks: ReadonlyMap<string, DebriefTask>;
}

interface DebriefRecordParts {
  readonly writer: CompositeGraphWriter;
  readonly readTaskValues: ReadTaskValues;
  readonly readOwners: (userIds: readonly string[]) => Promise<(userId: string) => Owner>;
}

const HOLDERS: readonly DebriefHolder[] = ['rep', 'supervisor'];

/** The key of the task that one of the two has for the debrief of a call. */
export const debriefTaskKey = (debriefId: string, holder: DebriefHolder): string =>
  holder === 'rep' ? coachingKey(debriefId) : `${coachingKey(debriefId)}:supervisor`;

/**
 * Writes how far debriefs are: on the record of the intervention, where the package keeps anybody
 * from closing one that is not ready, and otherwise in a task for each of the two on the deal.
 * Closes the tasks of closed ones. Idempotent: records and tasks are found by their keys.
 */
export const createDebriefRecords =
  (crm: CrmConnection, { writer, readTaskValues, readOwners }: DebriefRecordParts) =>
  (debriefs: readonly DebriefOfCall[]): Promise<WriteResult[]> =>
    withSurvivingRecords(crm, debriefs, async (some) => {
      const read = await problemOr(
        Promise.all([
          existingOf(crm, some),
          readTaskValues(),
          readOwners(
            some.flatMap(({ debrief: { rep, supervisor } }) => [rep.userId, supervisor.userId]),
          ),
        ]),
      );
      if (read instanceof CrmProblem) return some.map(() => read);
      const [existing, values, ownerOf] = read;
      return Promise.all(
        some.map(async ({ call, debrief }): Promise<WriteResult> => {
          const save = async (nodes: readonly GraphNode[]): Promise<WriteResult> => {
            const saved = await problemOr(writer.save(nodes, parentOf(call)));
            return saved instanceof CrmProblem ? saved : undefined;
          };
          if (debrief.source.kind !== 'intervention') {
            const tasks = HOLDERS.map((holder) =>
              debriefTask(call, debrief, { holder, existing, values, ownerOf }),
            );
            return resultOf(await Promise.all(tasks.map((task) => save([task]))));
          }
          const nodes = recordNodes(debrief, existing, values);
          return nodes instanceof CrmProblem ? nodes : save(nodes);
        }),
      );
    });

/**
 * The result for both tasks, of which each is saved without the other. Who has left needs none; a
 * problem that a repeat can solve comes first.
 */
function resultOf(results: readonly WriteResult[]): WriteResult {
  const problems = results.flatMap((result) =>
    result && result.fault?.code !== 'owner_inactive' ? [result] : [],
  );
  return problems.find(({ kind }) => kind === 'retry') ?? problems[0];
}

/** The stage on the record of the intervention, and its closed tasks. */
function recordNodes(
  { debriefId, progress }: Debrief,
  { records, tasks }: Existing,
  values: TaskValues,
): GraphNode[] | CrmProblem {
  const record = records.get(debriefId);
  if (!record)
    return new CrmProblem('retry', 'The intervention of the debrief is not in Salesforce yet.');
  const isOver =
    progress.closedAlone !== undefined ||
    (progress.closedAt !== undefined && record.Coaching_State__c === 'done');
  const task = isOver ? tasks.get(coachingKey(debriefId)) : undefined;
  return [
    {
      method: 'PATCH',
      referenceId: 'debrief',
      url: `${SOBJECTS}/Call_Intervention__c/${record.Id}`,
      body: debriefFields(progress, record.Coaching_State__c),
    },
    ...(task && !task.IsClosed ? [taskNode('task', task.Id, { Status: values.closed })] : []),
  ];
}

/** What the record of the intervention says of its debrief. One that was done stays done. */
export const debriefFields = (
  progress: Debrief['progress'],
  state: string | null | undefined,
): Fields => ({
  Coaching_Stage__c: stageOf(progress),
  ...(progress.closedAlone && {
    ...(state !== 'done' && { Coaching_State__c: 'skipped' }),
    Coaching_Closed_Alone__c: cut(progress.closedAlone.reason, 255),
  }),
});

/** The task of one of the two, in their own words; closed with the debrief. */
function debriefTask(
  call: Call,
  debrief: Debrief,
  {
    holder,
    existing,
    values,
    ownerOf,
  }: {
    readonly holder: DebriefHolder;
    readonly existing: Existing;
    readonly values: TaskValues;
    readonly ownerOf: (userId: string) => Owner;
  },
): GraphNode {
  const { userId } = debrief[holder];
  const owner = ownerOf(userId);
  const key = debriefTaskKey(debrief.debriefId, holder);
  const task = existing.tasks.get(key);
  const said: Fields = {
    Subject: cut(fill(wordsFor(owner).written.debrief, { customer: call.customer.name }), 255),
    Description: cut(descriptionOf(call, debrief, owner), 32_000),
  };
  // A task that one of the two has closed stays closed; the debrief does not depend on it.
  if (task)
    return taskNode(holder, task.Id, {
      ...said,
      ...(debrief.progress.closedAt && !task.IsClosed && { Status: values.closed }),
    });
  return taskNode(holder, undefined, {
    ...relatedTo(call),
    ...said,
    Status: debrief.progress.closedAt ? values.closed : values.open,
    OwnerId: userId,
    ActivityDate: debrief.dueOn,
    IsReminderSet: true,
    ReminderDateTime: momentAt(debrief.dueOn, REMINDER_HOUR, owner.zone),
    Dealside_Key__c: key,
  });
}

/** Without the words of the debrief, because everybody who may read the deal reads its tasks. */
function descriptionOf(call: Call, debrief: Debrief, owner: Owner): string {
  const words = wordsFor(owner);
  const { written } = words;
  const { source, note, rep, supervisor, progress } = debrief;
  const { notes, closedAlone } = progress;
  const people = { rep: rep.name, supervisor: supervisor.name };
  return [
    note,
    source.kind === 'sample'
      ? written.debriefSampled[source.because]
      : fill(written.debriefFlagged, people),
    fill(written.debriefScores, people),
    ...momentLines(call, words),
    notes && written.debriefNoted,
    closedAlone &&
      fill(written.debriefClosedAlone, {
        name: debrief[closedAlone.by].name,
        other: otherOf(debrief, closedAlone.by).name,
      }),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Rejects as the connection does. */
async function existingOf(
  crm: CrmConnection,
  debriefs: readonly DebriefOfCall[],
): Promise<Existing> {
  const interventionIds = debriefs.flatMap(({ debrief: { source } }) =>
    source.kind === 'intervention' ? [source.interventionId] : [],
  );
  const [records, tasks] = await Promise.all([
    crm.queries<Row>(
      inParts(interventionIds).map(
        (ids) =>
          'SELECT Id, External_Id__c, Coaching_State__c FROM Call_Intervention__c ' +
          `WHERE External_Id__c IN ${asList(ids)}`,
      ),
    ),
    debriefTasks(crm, debriefs),
  ]);
  return { records: new Map(records.flat().map((row) => [row.External_Id__c!, row])), tasks };
}

/**
 * The tasks of debriefs by key. The key field of activities has no index, so the query is limited
 * to tasks of the two, and on the deal, where somebody else may have one of them by now. Rejects as
 * the connection does.
 */
export async function debriefTasks(
  crm: CrmConnection,
  debriefs: readonly DebriefOfCall[],
): Promise<ReadonlyMap<string, DebriefTask>> {
  const keys = debriefs.flatMap(({ debrief: { debriefId } }) =>
    HOLDERS.map((holder) => debriefTaskKey(debriefId, holder)),
  );
  const owners = debriefs.flatMap(({ debrief: { rep, supervisor } }) => [
    rep.userId,
    supervisor.userId,
  ]);
  const deals = debriefs.flatMap(({ call }) => {
    const { WhatId: dealId } = relatedTo(call);
    return typeof dealId === 'string' ? [dealId] : [];
  });
  const listed = (ids: readonly string[]): string => asList([...new Set(ids)]);
  const where = [
    `OwnerId IN ${listed(owners)}`,
    ...(deals.length > 0 ? [`WhatId IN ${listed(deals)}`] : []),
  ].join(' OR ');
  const rows = await crm.queries<DebriefTask>(
    inParts(keys).map(
      (some) =>
        'SELECT Id, Dealside_Key__c, IsClosed FROM Task ' +
        `WHERE (${where}) AND Dealside_Key__c IN ${asList(some)}`,
    ),
  );
  return new Map(rows.flat().map((row) => [row.Dealside_Key__c, row]));
}
