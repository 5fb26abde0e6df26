import type pg from 'pg';
import { CUSTOMER_NAMES, CUSTOMER_PLACES } from './customerNames.ts';
import { insertTalk, type SampleTalk } from './talkOfCalls.ts';
import { pastHelpOf, STEP_MS, textWhispersOf } from './wordsOfCalls.ts';

/**
 * An ended and answered call with its interventions, as rows of the database. Nobody heard an
 * intervention without an outcome, so no outcome is due.
 */
export interface EndedCall {
  readonly callId: string;
  readonly orgId: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly repTimeZone: string | null;
  /** The rep's managers. */
  readonly repManagerIds?: readonly string[];
  readonly repQueueIds?: readonly string[];
  /** How long the caller waited; 0 if absent. */
  readonly waitSeconds?: number;
  /** Whether the call was transcribed, so that its words could raise alerts. */
  readonly isTranscribed?: boolean;
  readonly talk?: SampleTalk;
  readonly direction: 'inbound' | 'outbound';
  readonly answeredAt: string;
  readonly endedAt: string;
  readonly askedForHelp: boolean;
  /** The rep's disposition. */
  readonly disposition?: string;
  /** How long after the end of the call it was given; at the end if absent. */
  readonly saidAfterSeconds?: number;
  /** How long the customer was on hold. */
  readonly heldSeconds?: number;
  readonly contactId?: string;
  readonly customerPhone?: string;
  /** The customer's rating in a survey, one day later. */
  readonly rating?: { readonly score: number; readonly isGood: boolean };
  /** The deal that the call was about. */
  readonly deal?: {
    readonly opportunityId: string;
    readonly name?: string;
    readonly amount: number;
    readonly currency: string;
    /** The state of the deal at the end of the sample, for its record in the org. */
    readonly now?: DealNow;
    /** The results of the deal, as rows of `DealSnapshot`. Absent ones are due. */
    readonly snapshots?: readonly SampleSnapshot[];
  };
  /** The draw for the suggestion of this call, and the call's place among those of the rep. */
  readonly drawn?: {
    readonly arm: 'shown' | 'held_out';
    readonly percent: number;
    readonly position: number;
  };
  readonly interventions: readonly EndedIntervention[];
  /** The alert that the call raised. */
  readonly alert?: SampleAlert;
  /** The scores of several supervisors, for calibration. */
  readonly scores?: readonly { readonly scorerName: string; readonly score: SampleScore }[];
}

/** A call that nobody answered, as a row of the database. */
export interface UnansweredCall extends Pick<
  EndedCall,
  | 'callId'
  | 'orgId'
  | 'repUserId'
  | 'repName'
  | 'repTimeZone'
  | 'repManagerIds'
  | 'repQueueIds'
  | 'endedAt'
> {
  readonly startedAt: string;
  readonly endReason: 'abandoned' | 'voicemail' | 'not_answered';
  /** Inbound if absent. */
  readonly direction?: 'inbound' | 'outbound';
}

/** A score of a call, as it is stored. */
export interface SampleScore {
  readonly byUserId: string;
  readonly at: string;
  readonly answers: readonly { readonly item: string; readonly value: number | boolean }[];
  readonly percent: number;
  readonly failed: readonly string[];
}

export interface SampleAlert {
  readonly ruleName: string;
  readonly label: string;
  readonly family: string;
  readonly severity: string;
  /** What became of it; shown if absent. */
  readonly status?: 'shown' | 'held_out' | 'limited';
  readonly mark?: 'useful' | 'not_useful';
  readonly markedBy?: string;
}

export interface DealNow {
  readonly account: string;
  readonly stage: string;
  readonly corporateAmount: number;
  readonly closeDate: string;
  readonly ownerId: string;
}

interface SampleSnapshot {
  readonly days: number;
  readonly status: 'taken' | 'missed';
  readonly takenAt?: string;
  readonly stage?: string;
  readonly stageOrder?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly corporateAmount?: number;
  readonly closeDate?: string;
  readonly createdAt?: string;
  readonly isClosed?: boolean;
  readonly isWon?: boolean;
  readonly ownerId?: string;
}

interface EndedIntervention {
  readonly interventionId: string;
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  /** In the order of the mode history. */
  readonly modes: readonly string[];
  readonly reasonCode: string | null;
  readonly outcomeCode: string | null;
  /** The org's tag for interventions of this kind, in addition to their reason. */
  readonly outcomeTag?: string;
  /** A line to the rep that was marked as recognition. */
  readonly praise?: string;
  /** Whether they barged without a whisper, by choice. */
  readonly skipsWhisper?: boolean;
  readonly debrief?: {
    readonly dueOn: string;
    /** Set for a debrief that was held. */
    readonly progress?: {
      readonly selfScore: SampleScore;
      readonly supervisorScore: SampleScore;
      readonly acknowledged: { readonly at: string };
      readonly closedAt: string;
    };
  };
}

type Queries = Pick<pg.Pool, 'query'>;

/** Writes calls with one statement per table. */
export async function insertEndedCalls(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  // Before the calls, so that existing results are not made due again.
  await insertDealSnapshots(pool, calls);
  await insertCalls(pool, calls);
  await insertCustomers(pool, calls);
  await insertHoldOuts(pool, calls);
  await insertRatings(pool, calls);
  const interventions = calls.flatMap(timedInterventions);
  await insertInterventions(pool, interventions);
  await insertNotices(pool, interventions);
  await insertCoaching(pool, calls);
  await insertTalk(pool, calls);
}

async function insertDealSnapshots(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  await pool.query(
    `insert into "DealSnapshot" ("callId", "days", "orgId", "opportunityId", "dueAt", "status",
       "takenAt", "stage", "stageOrder", "amount", "currency", "corporateAmount", "closeDate",
       "createdAt", "isClosed", "isWon", "ownerId")
     select "callId", "days", "orgId", "opportunityId", "endedAt" + "days" * interval '1 day',
       "status", "takenAt", "stage", "stageOrder", "amount", "currency", "corporateAmount",
       "closeDate", "createdAt", "isClosed", "isWon", "ownerId"
     from jsonb_to_recordset($1) as s("callId" text, "days" int, "orgId" text,
       "opportunityId" text, "endedAt" timestamptz, "status" text, "takenAt" timestamptz,
       "stage" text, "stageOrder" int, "amount" float8, "currency" text,
       "corporateAmount" float8, "closeDate" date, "createdAt" timestamptz, "isClosed" boolean,
       "isWon" boolean, "ownerId" text)`,
    [
      JSON.stringify(
        calls.flatMap(({ callId, orgId, endedAt, deal }) =>
          (deal?.snapshots ?? []).map((one) => ({
            ...one,
            callId,
            orgId,
            endedAt,
            opportunityId: deal!.opportunityId,
          })),
        ),
      ),
    ],
  );
}

async function insertCalls(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  await pool.query(
    `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "answeredAt",
       "endedAt", "endReason", "repUserId", "repName", "repManagerIds", "repTimeZone",
       "customerName", "customerPhone", "customerPlace", "contactId", "pastHelp", "wrapUps", "opportunityId", "opportunityName",
       "amount", "currency", "repQueueIds", "transcribes", "textWhispers")
     select "callId", "orgId", 'ended', "direction",
       "answeredAt" - coalesce("waitSeconds", 0) * interval '1 second', "answeredAt", "endedAt",
       'hung_up', "repUserId", "repName", coalesce("repManagerIds", '{}'), "repTimeZone",
       ($2::text[])[1 + (hashtext("callId") & 2147483647) % cardinality($2::text[])],
       "customerPhone", $3::jsonb->((hashtext("callId" || ' place') & 2147483647) % jsonb_array_length($3::jsonb)),
       "contactId", "pastHelp",
       case when "disposition" is not null then jsonb_build_array(jsonb_build_object('repUserId',
         "repUserId", 'disposition', "disposition", 'at',
         "endedAt" + coalesce("saidAfterSeconds", 0) * interval '1 second')) end,
       "deal"->>'opportunityId', case when "deal" is not null then coalesce("deal"->>'name', 'A deal') end,
       ("deal"->>'amount')::float, "deal"->>'currency', coalesce("repQueueIds", '{}'),
       coalesce("isTranscribed", false), "textWhispers"
     from jsonb_to_recordset($1) as c("callId" text, "orgId" text, "direction" text,
       "answeredAt" timestamptz, "endedAt" timestamptz, "repUserId" text, "repName" text,
       "repTimeZone" text, "repManagerIds" text[], "contactId" text, "customerPhone" text, "pastHelp" jsonb, "disposition" text,
       "deal" jsonb, "repQueueIds" text[], "waitSeconds" float8, "saidAfterSeconds" float8, "isTranscribed" boolean,
       "textWhispers" jsonb)`,
    [
      JSON.stringify(
        calls.map(({ deal, ...call }) => ({
          ...call,
          pastHelp: pastHelpOf(call),
          textWhispers: textWhispersOf(call),
          ...(deal && { deal: { ...deal, snapshots: undefined, now: undefined } }),
        })),
      ),
      CUSTOMER_NAMES,
      JSON.stringify(CUSTOMER_PLACES),
    ],
  );
}

/** Only customers who were on hold have a row: their time on hold stands there. */
async function insertCustomers(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  await pool.query(
    `insert into "Participant" ("callId", "position", "role", "status", "audibleTo", "onHold", "heldMs")
     select "callId", 0, 'customer', 'left', 'everyone', false, 1000 * "heldSeconds"
     from jsonb_to_recordset($1) as c("callId" text, "heldSeconds" int)`,
    [
      JSON.stringify(
        calls.flatMap(({ callId, heldSeconds }) => (heldSeconds ? [{ callId, heldSeconds }] : [])),
      ),
    ],
  );
}

async function insertHoldOuts(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  await pool.query(
    `insert into "HoldOutAssignment"
       ("orgId", "callId", "repUserId", "topic", "percent", "position", "arm", "at")
     select "orgId", "callId", "repUserId", 'deal', ("drawn"->>'percent')::int,
       ("drawn"->>'position')::int, "drawn"->>'arm', "answeredAt"
     from jsonb_to_recordset($1) as c("callId" text, "orgId" text, "answeredAt" timestamptz,
       "repUserId" text, "drawn" jsonb)
     on conflict do nothing`,
    [JSON.stringify(calls.filter(({ drawn }) => drawn).map(({ deal: _deal, ...call }) => call))],
  );
}

async function insertRatings(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  await pool.query(
    `insert into "CallRating" ("orgId", "answerId", "callId", "score", "isGood", "answeredAt")
     select "orgId", 'sample:' || "callId", "callId", ("rating"->>'score')::float,
       ("rating"->>'isGood')::boolean, "endedAt" + interval '1 day'
     from jsonb_to_recordset($1) as c("callId" text, "orgId" text, "endedAt" timestamptz,
       "rating" jsonb)`,
    [JSON.stringify(calls.filter(({ rating }) => rating).map(({ deal: _deal, ...call }) => call))],
  );
}

/** The interventions of a call, with the time of each mode. */
const timedInterventions = ({ callId, answeredAt, endedAt, interventions }: EndedCall) =>
  interventions.map((one, position) => ({
    ...one,
    position,
    callId,
    answeredAt,
    endedAt,
    history: one.modes.map((mode, place) => ({
      mode,
      at: new Date(Date.parse(answeredAt) + place * STEP_MS).toISOString(),
    })),
  }));

type TimedIntervention = ReturnType<typeof timedInterventions>[number];

async function insertInterventions(
  pool: Queries,
  interventions: readonly TimedIntervention[],
): Promise<void> {
  await pool.query(
    `insert into "Intervention" ("interventionId", "callId", "position", "status",
       "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
       "joinedAt", "leftAt", "endReason", "modeHistory", "leaving", "whisperSkipped", "reasonCode",
       "outcomeStatus", "outcomeCode", "outcomeTag", "outcomeAt", "coachingDueOn")
     select "interventionId", "callId", "position", 'ended', "supervisorUserId", "supervisorName",
       'supervisor', 'v1', "answeredAt", case when "history" <> '[]' then "answeredAt" end,
       "endedAt", 'supervisor_left', "history", false, coalesce("skipsWhisper", false), "reasonCode",
       case when "outcomeCode" is null then 'not_asked' else 'given' end, "outcomeCode",
       "outcomeTag", case when "outcomeCode" is not null then "endedAt" end, "debrief"->>'dueOn'
     from jsonb_to_recordset($1) as i("interventionId" text, "callId" text, "position" int,
       "supervisorUserId" text, "supervisorName" text, "answeredAt" timestamptz,
       "endedAt" timestamptz, "history" jsonb, "reasonCode" text, "outcomeCode" text,
       "outcomeTag" text, "skipsWhisper" boolean, "debrief" jsonb)`,
    [JSON.stringify(interventions)],
  );
}

async function insertNotices(
  pool: Queries,
  interventions: readonly TimedIntervention[],
): Promise<void> {
  await pool.query(
    `insert into "Notice" ("noticeId", "callId", "position", "interventionId", "supervisorUserId",
       "supervisorName", "supervisorRole", "mode", "at", "acknowledgedAt")
     select "interventionId" || '.' || place, "callId", place - 1, "interventionId",
       "supervisorUserId", "supervisorName", 'supervisor', step->>'mode',
       (step->>'at')::timestamptz, case when place = 1 then (step->>'at')::timestamptz end
     from jsonb_to_recordset($1) as i("interventionId" text, "callId" text,
       "supervisorUserId" text, "supervisorName" text, "history" jsonb),
       jsonb_array_elements("history") with ordinality as steps(step, place)`,
    [JSON.stringify(interventions)],
  );
}

/** Writes calls that nobody answered. */
export async function insertUnansweredCalls(
  pool: Queries,
  calls: readonly UnansweredCall[],
): Promise<void> {
  await pool.query(
    `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "endedAt",
       "endReason", "repUserId", "repName", "repManagerIds", "repTimeZone", "repQueueIds",
       "customerName")
     select "callId", "orgId", 'ended', coalesce("direction", 'inbound'), "startedAt", "endedAt",
       "endReason", "repUserId",
       "repName", coalesce("repManagerIds", '{}'), "repTimeZone", coalesce("repQueueIds", '{}'),
       'A customer'
     from jsonb_to_recordset($1) as c("callId" text, "orgId" text, "startedAt" timestamptz,
       "direction" text, "endedAt" timestamptz, "endReason" text, "repUserId" text,
       "repName" text, "repTimeZone" text, "repManagerIds" text[], "repQueueIds" text[])`,
    [JSON.stringify(calls)],
  );
}

/** Writes debriefs without reminders, calls that several people have scored, and alerts. */
async function insertCoaching(pool: Queries, calls: readonly EndedCall[]): Promise<void> {
  const debriefs = calls.flatMap(({ orgId, repUserId, interventions }) =>
    interventions.flatMap(({ interventionId, supervisorUserId, debrief }) =>
      debrief ? [{ interventionId, orgId, repUserId, supervisorUserId, ...debrief }] : [],
    ),
  );
  await pool.query(
    `with those as (
       select * from jsonb_to_recordset($1) as d("interventionId" text, "orgId" text,
         "repUserId" text, "supervisorUserId" text, "progress" jsonb)
     ), quiet as (
       update "DebriefDue" w set "dueAt" = null from those
       where w."interventionId" = those."interventionId"
     )
     insert into "Debrief" ("interventionId", "orgId", "repUserId", "supervisorUserId", "progress")
     select "interventionId", "orgId", "repUserId", "supervisorUserId", "progress" from those
     where "progress" is not null`,
    [JSON.stringify(debriefs)],
  );
  await pool.query(
    `insert into "CalibrationScore" ("orgId", "callId", "scorerUserId", "scorerName", "at", "score")
     select "orgId", "callId", "score"->>'byUserId', "scorerName", ("score"->>'at')::timestamptz,
       "score"
     from jsonb_to_recordset($1) as s("orgId" text, "callId" text, "scorerName" text, "score" jsonb)`,
    [
      JSON.stringify(
        calls.flatMap(({ orgId, callId, scores = [] }) =>
          scores.map((one) => ({ orgId, callId, ...one })),
        ),
      ),
    ],
  );
  await pool.query(
    `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "teamId", "ruleName",
       "ruleVersion", "label", "family", "severity", "raisedAt", "round", "status", "mark",
       "markedBy", "markedAt")
     select 'sample-' || "callId", "orgId", "callId", "repUserId", "repManagerIds"[1], "ruleName",
       'sample', "label", "family", "severity", "answeredAt" + interval '40 seconds', 0,
       coalesce("status", 'shown'),
       "mark", "markedBy", case when "mark" is not null then "endedAt" end
     from jsonb_to_recordset($1) as a("callId" text, "orgId" text, "repUserId" text,
       "repManagerIds" text[], "answeredAt" timestamptz, "endedAt" timestamptz, "ruleName" text,
       "label" text, "family" text, "severity" text, "status" text, "mark" text, "markedBy" text)`,
    [
      JSON.stringify(
        calls.flatMap(({ alert, callId, orgId, repUserId, repManagerIds, answeredAt, endedAt }) =>
          alert ? [{ callId, orgId, repUserId, repManagerIds, answeredAt, endedAt, ...alert }] : [],
        ),
      ),
    ],
  );
}
