import type { Call } from '../../domain/call/call.ts';
import {
  endedRepCall,
  isKept,
  type CallLogging,
  type RepCall,
} from '../../domain/call/repCalls.ts';
import { subjectOfRepCall, wrapUpOf } from '../../domain/call/wrapUp.ts';
import {
  CrmProblem,
  type CrmRepCalls,
  type RepCallWrite,
  type WriteResult,
} from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { SOBJECTS } from '../session/requests.ts';
import { parentOf } from './compositeGraphWriter.ts';
import { createCompositeGraphWriter, type GraphNode } from './compositeGraphWriter.ts';
import { inParts } from './inParts.ts';
import { createOwners, type Owner } from './owners.ts';
import {
  followUpFields,
  followUpKey,
  repActivityFields,
  repActivityKey,
  repCallFields,
  repCallId,
} from './repCallRecord.ts';
import { problemOr, withSurvivingRecords } from './repeatedWrites.ts';
import { taskNode } from './taskNode.ts';
import { createTaskValues, type ReadTaskValues, type TaskValues } from './taskValues.ts';

interface RepCallsOptions {
  /**
   * Which ended calls this org wants logged. Rejects with CrmUnavailable until that has been
   * read.
   */
  readonly logging: () => Promise<CallLogging>;
  /** Shared with other writes to the org, so that no two lock the same record at once. */
  readonly writer?: ReturnType<typeof createCompositeGraphWriter>;
  readonly readTaskValues?: ReadTaskValues;
  readonly lightningOrigin?: string;
  readonly nowMs?: () => number;
}

/** A rep's call to write. Its customer and opportunity are those that the rep chose. */
interface Subject {
  readonly call: Call;
  readonly own: RepCall;
  readonly alerts: number | undefined;
  readonly id: string;
  /**
   * Task ids by key in the org. Undefined while the call is assumed to be new, which saves a
   * lookup.
   */
  existing: ReadonlyMap<string, string> | undefined;
}

/** The org's picklist values for tasks, and their owner. */
interface RepTaskSettings {
  readonly values: TaskValues;
  readonly rep: Owner;
}

/** Salesforce's error code if a record with this external id exists. */
const EXISTS = 'DUPLICATE_VALUE';

/**
 * Writes the record of a rep's call, its call activity and the follow-up, all or none of each call
 * and many calls in one request. Idempotent: a call that is assumed to be new is created, which
 * Salesforce refuses if its external id exists. Then its tasks are looked up by key and changed.
 */
export function createCrmRepCalls(
  crm: CrmConnection,
  {
    logging,
    writer = createCompositeGraphWriter(crm),
    lightningOrigin,
    nowMs = Date.now,
    readTaskValues = createTaskValues(crm, nowMs),
  }: RepCallsOptions,
): CrmRepCalls {
  const readOwners = createOwners(crm, nowMs);

  /**
   * Looks up the records that the org has of these calls. Returns the problem if that fails. A call
   * without an activity is still assumed to be new unless its record is known to exist, because
   * another process may be writing it now.
   */
  async function lookUp(
    subjects: readonly Subject[],
    areKnownToExist: boolean,
  ): Promise<WriteResult> {
    const keys = subjects.flatMap(({ id }) => [repActivityKey(id), followUpKey(id)]);
    const rows = await problemOr(
      crm.queries<{ Id: string; Dealside_Key__c: string }>(
        inParts(keys).map(
          (part) => `SELECT Id, Dealside_Key__c FROM Task WHERE Dealside_Key__c IN ${asList(part)}`,
        ),
      ),
    );
    if (rows instanceof CrmProblem) return rows;
    const tasks = new Map(rows.flat().map(({ Id, Dealside_Key__c: key }) => [key, Id]));
    for (const subject of subjects)
      if (areKnownToExist || tasks.has(repActivityKey(subject.id))) subject.existing = tasks;
    return undefined;
  }

  async function saveOne(subject: Subject, settings: RepTaskSettings): Promise<WriteResult> {
    const { call } = subject;
    const saved = await problemOr(
      writer.save(nodesOf(subject, settings, recordingUrl(call, lightningOrigin)), parentOf(call)),
    );
    return saved instanceof CrmProblem ? saved : undefined;
  }

  async function saveAll(subjects: readonly Subject[]): Promise<WriteResult[]> {
    const read = await problemOr(
      Promise.all([readTaskValues(), readOwners(subjects.map(({ own }) => own.rep.userId))]),
    );
    if (read instanceof CrmProblem) return subjects.map(() => read);
    const [values, ownerOf] = read;
    const save = (subject: Subject): Promise<WriteResult> =>
      saveOne(subject, { values, rep: ownerOf(subject.own.rep.userId) });
    // A call that was wrapped up has nearly always been written before, so it is looked up first.
    const seen = subjects.filter(({ existing, call, own }) => !existing && isWrappedUp(call, own));
    const unseen = seen.length > 0 ? await lookUp(seen, false) : undefined;
    const results = await Promise.all(
      subjects.map(async (subject) => (unseen && seen.includes(subject) ? unseen : save(subject))),
    );
    const found = subjects.filter(
      ({ existing }, index) => !existing && results[index]?.code === EXISTS,
    );
    if (found.length === 0) return results;
    const problem = await lookUp(found, true);
    return Promise.all(
      subjects.map(async (subject, index) =>
        found.includes(subject) ? (problem ?? save(subject)) : results[index],
      ),
    );
  }

  /** The calls that the org wants logged. */
  const loggedOf = (writes: readonly RepCallWrite[], rules: CallLogging) =>
    writes.flatMap(({ call, repUserId, alerts }, index) => {
      const own = endedRepCall(call, repUserId);
      if (!own) return [];
      const about = subjectOfRepCall(call, repUserId);
      if (!isKept(rules, about.opportunity?.opportunityId)) return [];
      const { opportunity: _found, ...facts } = call;
      return [
        {
          call: { ...facts, ...about },
          own,
          alerts,
          id: repCallId(call, repUserId),
          existing: undefined,
          index,
        },
      ];
    });

  return {
    async missingRepCalls(writes) {
      const logged = loggedOf(writes, await asCrmProblem(logging));
      const rows = await asCrmProblem(() =>
        crm.queries<{ External_Id__c: string }>(
          inParts(logged.map(({ id }) => id)).map(
            (ids) =>
              `SELECT External_Id__c FROM Rep_Call__c WHERE External_Id__c IN ${asList(ids)}`,
          ),
        ),
      );
      const there = new Set(rows.flat().map(({ External_Id__c: id }) => id));
      return logged.filter(({ id }) => !there.has(id)).map(({ index }) => writes[index]!);
    },
    async recordRepCalls(writes) {
      const rules = await problemOr(logging());
      if (rules instanceof CrmProblem) return writes.map(() => rules);
      const subjects = loggedOf(writes, rules);
      const saved = await withSurvivingRecords<Subject>(crm, subjects, saveAll);
      const results = new Map(subjects.map(({ index }, n) => [index, saved[n]]));
      return writes.map((_write, index) => results.get(index));
    },
  };
}

const isWrappedUp = (call: Call, own: RepCall): boolean =>
  wrapUpOf(call, own.rep.userId) !== undefined;

function nodesOf(
  { call, own, alerts, id, existing }: Subject,
  { values, rep }: RepTaskSettings,
  recording: string | undefined,
): GraphNode[] {
  const links = { recordingUrl: recording };
  const fields = repCallFields(call, own, { ...links, alerts });
  const followUp = followUpFields(call, own, rep);
  const planned = existing?.get(followUpKey(id));
  return [
    existing
      ? {
          method: 'PATCH',
          referenceId: 'repCall',
          body: fields,
          url: `${SOBJECTS}/Rep_Call__c/External_Id__c/${encodeURIComponent(id)}`,
        }
      : {
          method: 'POST',
          referenceId: 'repCall',
          body: { External_Id__c: id, ...fields },
          url: `${SOBJECTS}/Rep_Call__c`,
        },
    taskNode(
      'activity',
      existing?.get(repActivityKey(id)),
      repActivityFields(call, own, { values, rep, ...links }),
    ),
    // The status is left out of changes, because the rep may have changed it in the meantime.
    ...(followUp
      ? [
          taskNode('followUp', planned, {
            ...followUp,
            ...(planned ? {} : { Status: values.open }),
          }),
        ]
      : []),
  ];
}

/** URL of the Lightning page that opens the call's recording and checks and audits access. */
const recordingUrl = (call: Call, lightningOrigin: string | undefined): string | undefined =>
  lightningOrigin &&
  call.recordings.some(({ status, of }) => status === 'completed' && of.kind === 'call')
    ? `${lightningOrigin}/lightning/n/Dealside_Recordings?c__callId=${encodeURIComponent(call.callId)}`
    : undefined;
