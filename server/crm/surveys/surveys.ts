import {
  readSurvey,
  type Survey,
  type SurveyAnswer,
  type SurveyRecord,
  type TypeOfField,
} from '../../domain/survey/survey.ts';
import { CrmProblem, type CrmSurveys, type SurveyStanding } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { readFrom } from '../policy/orgRecords.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { inParts } from '../writes/inParts.ts';

const TTL_MS = 60_000;
/** Long, because an object rarely loses a field. */
const DESCRIBED_FOR_MS = 60 * 60_000;
/** Longer than for a click, because a page of survey answers is large. */
const PAGE_TIMEOUT_MS = 15_000;
const TASK_ID = /^00T\w{12}(\w{3})?$/;

/** The field of each property of a survey's record. */
const SURVEY_FIELDS: Readonly<Record<keyof SurveyRecord, string>> = {
  object: 'Object__c',
  scoreField: 'Score_Field__c',
  answeredAtField: 'Answered_At_Field__c',
  joinedBy: 'Joined_By__c',
  joinField: 'Join_Field__c',
  withinHours: 'Within_Hours__c',
  lowest: 'Lowest__c',
  highest: 'Highest__c',
  goodFrom: 'Good_From__c',
  onlyField: 'Only_Field__c',
  onlyValue: 'Only_Value__c',
};

const FIELDS = { createdAt: 'CreatedDate', changes: ['SystemModstamp', 'IsDeleted'] } as const;

type Row = { readonly [field: string]: unknown };

interface Described {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
  }[];
}

/** The result of checking these survey records, and when they were checked. */
interface Checked {
  readonly key: string;
  readonly standing: SurveyStanding;
  readonly atMs: number;
}

/** The surveys of all registered orgs, from the active "Dealside Survey" record of each. */
export function createCrmSurveys(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): CrmSurveys {
  const described = new Map<string, Checked>();
  const of = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the survey', async (crm) => {
        const records = await recordsOf(crm);
        const key = JSON.stringify(records);
        const known = described.get(orgId);
        if (known?.key === key && now() - known.atMs < DESCRIBED_FOR_MS) return known.standing;
        const standing = await standingOf(crm, records);
        // A faulty result is not cached, so that an administrator who corrects the record sees the
        // effect at once.
        if (standing.status === 'faulty') described.delete(orgId);
        else described.set(orgId, { key, standing, atMs: now() });
        return standing;
      }),
    TTL_MS,
    now,
  );
  return {
    of,
    async answers(orgId, survey, { after, limit }) {
      const crm = connectionTo(orgId);
      if (!crm) throw new CrmProblem('retry', 'This Salesforce org is not registered any more.');
      return asCrmProblem(async () => {
        const rows = await crm.queryAll<Row>(
          soqlOf(survey, after.changedAt, { answerId: after.answerId, limit }),
          PAGE_TIMEOUT_MS,
        );
        const answers = rows.map((row) => answerOf(row, survey));
        return survey.joinedBy === 'call' ? await withCallsOfTasks(crm, answers) : answers;
      });
    },
  };
}

async function standingOf(
  crm: CrmConnection,
  records: readonly SurveyRecord[],
): Promise<SurveyStanding> {
  const described = new Map<string, Promise<Described | undefined>>();
  const describe = (object: string): Promise<Described | undefined> => {
    const known = described.get(object) ?? describedBy(crm, object);
    described.set(object, known);
    return known;
  };
  const reading = await readSurvey(records, typesBy(describe), FIELDS);
  if (reading.status !== 'faulty') return reading;
  const { fault } = reading;
  return { status: 'faulty', fault: { ...fault, recordField: SURVEY_FIELDS[fault.field] } };
}

/** Returns no records if the org's package is older than the custom metadata type. */
async function recordsOf(crm: CrmConnection): Promise<SurveyRecord[]> {
  const fields = Object.values(SURVEY_FIELDS);
  try {
    const rows = await crm.query<Row>(
      `SELECT ${fields.join(', ')} FROM Dealside_Survey__mdt WHERE Active__c = true
       ORDER BY DeveloperName`,
    );
    return rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(SURVEY_FIELDS).flatMap(([property, field]) => {
            const value = row[field];
            if (value === null || value === undefined || value === '') return [];
            return [[property, typeof value === 'string' ? value.trim() : value]];
          }),
        ) as SurveyRecord,
    );
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}

/** Undefined if the object does not exist or the integration user cannot see it. */
async function describedBy(crm: CrmConnection, object: string): Promise<Described | undefined> {
  try {
    return await crm.get<Described>(`/sobjects/${object}/describe`);
  } catch (error) {
    const { errorCode } = error as { errorCode?: string };
    if (errorCode === 'NOT_FOUND' || errorCode === 'INVALID_TYPE') return undefined;
    throw error;
  }
}

const same = (one: string | null, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** Follows a path of relationship fields from object to object. */
const typesBy =
  (describe: (object: string) => Promise<Described | undefined>): TypeOfField =>
  async (object, path) => {
    const steps = path.split('.');
    const last = steps.pop()!;
    let at: Described | undefined = await describe(object);
    if (!at) return 'no_object';
    for (const step of steps) {
      const to: Described['fields'][number] | undefined = at.fields.find(({ relationshipName }) =>
        same(relationshipName, step),
      );
      at = to?.referenceTo[0] ? await describe(to.referenceTo[0]) : undefined;
      if (!at) return 'no_field';
    }
    const field = at.fields.find(({ name }) => same(name, last));
    return field ? { type: field.type } : 'no_field';
  };

function soqlOf(
  survey: Survey,
  changedAt: string,
  { answerId, limit }: { readonly answerId: string; readonly limit: number },
): string {
  const { object, scoreField, answeredAtField, joinField, only } = survey;
  const fields = new Set([
    'Id',
    'SystemModstamp',
    'IsDeleted',
    scoreField,
    answeredAtField,
    joinField,
  ]);
  return [
    `SELECT ${[...fields].join(', ')} FROM ${object}`,
    answerId
      ? `WHERE (SystemModstamp > ${changedAt} OR (SystemModstamp = ${changedAt} AND Id > ${quoted(answerId)}))`
      : `WHERE SystemModstamp >= ${changedAt}`,
    ...(only ? [`AND ${only.field} = ${quoted(only.value)}`] : []),
    `ORDER BY SystemModstamp, Id LIMIT ${limit}`,
  ].join(' ');
}

function answerOf(row: Row, survey: Survey): SurveyAnswer {
  const score = valueAt(row, survey.scoreField);
  const answeredAt = valueAt(row, survey.answeredAtField);
  const joinsTo = valueAt(row, survey.joinField);
  return {
    answerId: row.Id as string,
    changedAt: instantOf(row.SystemModstamp as string),
    isDeleted: row.IsDeleted === true,
    ...(typeof score === 'number' && { score }),
    ...(typeof answeredAt === 'string' && { answeredAt: instantOf(answeredAt) }),
    ...(typeof joinsTo === 'string' && joinsTo && { joinsTo }),
  };
}

/** Inserts the colon that Salesforce omits from the time zone. */
const instantOf = (text: string): string =>
  new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).toISOString();

/**
 * Compares names without case, because Salesforce may spell the fields of an answer differently
 * from the query.
 */
function valueAt(row: Row, path: string): unknown {
  let at: unknown = row;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([name]) => same(name, step))?.[1];
  }
  return at;
}

/** Resolves survey answers that name a task: the call's activity names the call. */
async function withCallsOfTasks(
  crm: CrmConnection,
  answers: readonly SurveyAnswer[],
): Promise<SurveyAnswer[]> {
  const tasks = answers.flatMap(({ joinsTo }) =>
    joinsTo && TASK_ID.test(joinsTo) ? [joinsTo] : [],
  );
  const callOf = new Map<string, string>();
  for (const ids of inParts(tasks))
    for (const { Id, CallObject } of await crm.query<{ Id: string; CallObject: string | null }>(
      `SELECT Id, CallObject FROM Task WHERE Id IN ${asList(ids)}`,
    ))
      if (CallObject) callOf.set(short(Id), CallObject);
  return answers.map((answer) => {
    const callId = answer.joinsTo && callOf.get(short(answer.joinsTo));
    return callId ? { ...answer, joinsTo: callId } : answer;
  });
}

/** Salesforce ids of 15 and of 18 characters identify the same record. */
const short = (id: string): string => id.slice(0, 15);
