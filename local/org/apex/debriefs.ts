import { OrgError } from '../errors/orgError.ts';
import { dayIn } from '../reports/dates.ts';
import type { OrgRest } from '../rest/restCall.ts';

/** An Apex method, run with the rights of the user. Throws OrgError where the method throws. */
export type ApexMethod = (userId: string, parameters: Record<string, unknown>) => Promise<unknown>;

interface Answer {
  interventionId?: string;
  verdict?: string;
  reply?: string;
}
interface Debrief {
  interventionId?: string;
  whatHappened?: string;
  nextTime?: string;
  observation?: string;
}
interface Part {
  method: string;
  url: string;
  referenceId: string;
  body: object;
}

/** A rep's feedback on an intervention, to be saved. */
interface Reply {
  readonly id: string;
  readonly values: Readonly<Record<string, string | null>>;
}

const BASE = '/services/data/v66.0/sobjects';
const VERDICTS = ['helped', 'neutral', 'hurt'];
const RECEIPT = `Id, Name, External_Id__c, Call_Id__c, Highest_Mode__c, Joined_At__c, Left_At__c, Duration_Seconds__c, Also_On_Call__c, toLabel(Reason_Code__c), Reason_Label__c, Reason_Note__c, Point__c, Tag__c, Praises__c, toLabel(Outcome__c), Outcome_Label__c, Outcome_Note__c, Whisper_Skipped__c,
  Rep__c, Rep__r.Name, Supervisor__c, Supervisor__r.Name, Rep_Verdict__c, Rep_Reply__c, Rep_Replied_At__c, Coaching_State__c, Coaching_Due_On__c`;
const DUE = `Id, Name, External_Id__c, Opportunity__c, Opportunity__r.Name, Rep__c, Rep__r.Name, Supervisor__c, Supervisor__r.Name,
  Highest_Mode__c, Reason_Code__c, Outcome__c, Observation__c, Joined_At__c, Coaching_State__c, Coaching_Stage__c, Coaching_Due_On__c`;

const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;
/** An AuraHandledException: pages show its message unchanged. */
const auraHandled = (message: string): OrgError => new OrgError(500, 'APEX_ERROR', message);

/**
 * What the package's classes DealsideBargeReceipts and DealsideCoachingDebriefs do in a real org:
 * with the rights of the user, except for a rep's feedback; all or nothing.
 * @param label the text of a custom label of the package
 * @param storeReplies saves all or none with the rights of the package
 */
export function debriefMethods(
  rest: OrgRest,
  label: Label,
  storeReplies: StoreReplies,
): Record<string, ApexMethod> {
  return { ...receiptMethods(rest, label, storeReplies), ...coachingMethods(rest, label) };
}

type Label = (name: string) => string;
type StoreReplies = (replies: readonly Reply[], userId: string) => void;

function receiptMethods(
  rest: OrgRest,
  label: Label,
  storeReplies: StoreReplies,
): Record<string, ApexMethod> {
  return {
    'DealsideBargeReceipts.forOpportunity': async (userId, { opportunityId }) =>
      queried(
        rest,
        `SELECT ${RECEIPT} FROM Call_Intervention__c WHERE Opportunity__c = ${quoted(String(opportunityId))} ORDER BY Joined_At__c DESC LIMIT 51`,
        userId,
      ),

    async 'DealsideBargeReceipts.answer'(userId, { answers }) {
      const given = (answers ?? []) as Answer[];
      if (given.length === 0) return null;
      if (
        given.some(
          ({ interventionId, verdict }) => !interventionId || !VERDICTS.includes(verdict ?? ''),
        )
      )
        throw auraHandled(label('Dealside_ReceiptVerdictUnknown'));
      const ids = [...new Set(given.map(({ interventionId }) => interventionId!))];
      const own = queried(
        rest,
        `SELECT Id FROM Call_Intervention__c WHERE Id IN (${ids.map(quoted).join(', ')}) AND Rep__c = ${quoted(userId)}`,
        userId,
      );
      if (own.length < ids.length) throw auraHandled(label('Dealside_ReceiptNotYours'));
      const at = new Date().toISOString();
      try {
        storeReplies(
          given.map(({ interventionId, verdict, reply }) => ({
            id: interventionId!,
            values: {
              Rep_Verdict__c: verdict!,
              Rep_Reply__c: reply ?? null,
              Rep_Replied_At__c: at,
            },
          })),
          userId,
        );
      } catch (refused) {
        throw auraHandled((refused as Error).message);
      }
      return null;
    },
  };
}

function coachingMethods(rest: OrgRest, label: Label): Record<string, ApexMethod> {
  return {
    'DealsideCoachingDebriefs.due': async (userId) =>
      queried(
        rest,
        `SELECT ${DUE} FROM Call_Intervention__c WHERE Coaching_State__c = 'planned' AND (Rep__c = ${quoted(userId)} OR Supervisor__c = ${quoted(userId)}) ORDER BY Coaching_Due_On__c ASC LIMIT 201`,
        userId,
      ),

    async 'DealsideCoachingDebriefs.finish'(userId, { debriefs }) {
      const given = (debriefs ?? []) as Debrief[];
      if (given.length === 0) return null;
      if (given.some(({ interventionId, nextTime }) => !interventionId || !nextTime?.trim()))
        throw auraHandled(label('Dealside_CoachingNextTimeMissing'));
      checkBothDidTheirPart(
        rest,
        label,
        given.map((one) => one.interventionId!),
        userId,
      );
      const at = new Date().toISOString();
      const onTime = onTimeOf(rest, {
        interventionIds: given.map((one) => one.interventionId!),
        at,
        userId,
      });
      saveAll(
        rest,
        given.flatMap(({ interventionId, whatHappened, nextTime, observation }, i): Part[] => [
          {
            method: 'POST',
            url: `${BASE}/Coaching_Note__c`,
            referenceId: `note${i}`,
            body: {
              Intervention__c: interventionId,
              What_Happened__c: whatHappened ?? null,
              Next_Time__c: nextTime,
              Observation__c: observation ?? null,
              Shared_With_Rep__c: true,
              Done_At__c: at,
            },
          },
          change(interventionId!, i, {
            Coaching_State__c: 'done',
            Coaching_Done_At__c: at,
            Lessons_Learned__c: nextTime,
            ...(onTime.has(interventionId!) && {
              Debrief_On_Time__c: onTime.get(interventionId!) ? 1 : 0,
            }),
            ...(observation && { Observation__c: observation }),
          }),
        ]),
        userId,
      );
      closeTasks(
        rest,
        given.map(({ interventionId }) => interventionId!),
        userId,
      );
      return null;
    },
  };
}

/** Says what is missing of the first debrief that is not ready, as far as it is known here. */
function checkBothDidTheirPart(
  rest: OrgRest,
  label: Label,
  interventionIds: readonly string[],
  userId: string,
): void {
  const rows = queried(
    rest,
    `SELECT Id, External_Id__c, Rep__r.Name, Coaching_Stage__c FROM Call_Intervention__c WHERE Id IN (${interventionIds.map(quoted).join(', ')})`,
    userId,
  );
  for (const id of interventionIds) {
    const row = rows.find((one) => one.Id === id);
    if (!row?.External_Id__c || row.Coaching_Stage__c === 'ready') continue;
    const missing =
      row.Coaching_Stage__c === 'supervisor_scores'
        ? 'Dealside_CoachingYourScoreMissing'
        : row.Coaching_Stage__c === 'rep_reads'
          ? 'Dealside_CoachingUnread'
          : 'Dealside_CoachingRepScoreMissing';
    const rep = (row.Rep__r as { Name?: string } | null)?.Name;
    throw auraHandled(label(missing).replaceAll('{rep}', String(rep)));
  }
}

/** Whether debriefs that are done now are done by the day they were due, by the person's clock. */
function onTimeOf(
  rest: OrgRest,
  {
    interventionIds,
    at,
    userId,
  }: { readonly interventionIds: readonly string[]; readonly at: string; readonly userId: string },
): ReadonlyMap<string, boolean> {
  const [user] = queried(
    rest,
    `SELECT TimeZoneSidKey FROM User WHERE Id = ${quoted(userId)}`,
    userId,
  );
  const today = dayIn(at, String(user!.TimeZoneSidKey));
  const planned = queried(
    rest,
    `SELECT Id, Coaching_Due_On__c FROM Call_Intervention__c WHERE Coaching_Due_On__c != null AND Id IN (${interventionIds.map(quoted).join(', ')})`,
    userId,
  );
  return new Map(
    planned.map(({ Id, Coaching_Due_On__c: dueOn }) => [String(Id), today <= String(dueOn)]),
  );
}

const queried = (rest: OrgRest, soql: string, userId: string): Record<string, unknown>[] =>
  (
    rest({
      method: 'GET',
      path: '/query',
      query: new URLSearchParams({ q: soql }),
      body: undefined,
      userId,
    }).body as { records: Record<string, unknown>[] }
  ).records;

function saveAll(rest: OrgRest, parts: readonly Part[], userId: string): void {
  const { graphs } = rest({
    method: 'POST',
    path: '/composite/graph',
    query: new URLSearchParams(),
    body: { graphs: [{ graphId: 'all', compositeRequest: parts }] },
    userId,
  }).body as {
    graphs: {
      graphResponse: {
        compositeResponse: {
          httpStatusCode: number;
          body: { errorCode: string; message: string }[];
        }[];
      };
    }[];
  };
  const errors = graphs[0]!.graphResponse.compositeResponse
    .filter(({ httpStatusCode }) => httpStatusCode >= 400)
    .flatMap(({ body }) => body);
  const [first] = [
    ...errors.filter(({ errorCode }) => errorCode !== 'PROCESSING_HALTED'),
    ...errors,
  ];
  if (first) throw auraHandled(first.message);
}

/** Closes the tasks that the user may edit, like `Database.update` with partial success. */
function closeTasks(rest: OrgRest, ids: readonly string[], userId: string): void {
  const query = (soql: string) => queried(rest, soql, userId);
  const listed = (values: readonly unknown[]): string =>
    values.map((value) => quoted(String(value))).join(', ');
  const held = query(
    `SELECT External_Id__c, Rep__c, Supervisor__c FROM Call_Intervention__c WHERE Id IN (${listed(ids)})`,
  );
  const [closed] = query(
    'SELECT ApiName FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder LIMIT 1',
  );
  const owners = held.flatMap(({ Rep__c, Supervisor__c }) => [Rep__c, Supervisor__c]);
  const keys = held.map(({ External_Id__c }) => `${String(External_Id__c)}:coaching`);
  const tasks = query(
    `SELECT Id FROM Task WHERE OwnerId IN (${listed(owners)}) AND IsClosed = false AND Dealside_Key__c IN (${listed(keys)})`,
  );
  if (tasks.length === 0) return;
  rest({
    method: 'PATCH',
    path: '/composite/sobjects',
    query: new URLSearchParams(),
    body: {
      allOrNone: false,
      records: tasks.map(({ Id }) => ({
        attributes: { type: 'Task' },
        Id,
        Status: closed?.ApiName,
      })),
    },
    userId,
  });
}

const change = (id: string, i: number, body: object): Part => ({
  method: 'PATCH',
  url: `${BASE}/Call_Intervention__c/${id}`,
  referenceId: `changed${i}`,
  body,
});
