import type pg from 'pg';

/**
 * An ended and answered call with the interventions on it, as rows of the database. An intervention
 * without an outcome was never heard, so none is owed.
 */
export interface EndedCall {
  readonly callId: string;
  readonly orgId: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly repTimeZone: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly answeredAt: string;
  readonly endedAt: string;
  readonly askedForHelp: boolean;
  readonly interventions: readonly EndedIntervention[];
}

interface EndedIntervention {
  readonly interventionId: string;
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  /** In the order of the mode history. */
  readonly modes: readonly string[];
  readonly reasonCode: string | null;
  readonly outcomeCode: string | null;
}

/** Writes calls with one statement a table. */
export async function insertEndedCalls(
  pool: Pick<pg.Pool, 'query'>,
  calls: readonly EndedCall[],
): Promise<void> {
  await pool.query(
    `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "answeredAt",
       "endedAt", "endReason", "repUserId", "repName", "repManagerIds", "repTimeZone",
       "customerName", "help")
     select "callId", "orgId", 'ended', "direction", "answeredAt", "answeredAt", "endedAt",
       'hung_up', "repUserId", "repName", '{}', "repTimeZone", 'A customer',
       case when "askedForHelp" then '{}'::jsonb end
     from jsonb_to_recordset($1) as c("callId" text, "orgId" text, "direction" text,
       "answeredAt" timestamptz, "endedAt" timestamptz, "repUserId" text, "repName" text,
       "repTimeZone" text, "askedForHelp" boolean)`,
    [JSON.stringify(calls)],
  );
  const interventions = calls.flatMap(({ callId, answeredAt, endedAt, interventions: those }) =>
    those.map((one, position) => ({
      ...one,
      position,
      callId,
      answeredAt,
      endedAt,
      history: one.modes.map((mode) => ({ mode, at: answeredAt })),
    })),
  );
  await pool.query(
    `insert into "Intervention" ("interventionId", "callId", "position", "status",
       "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
       "joinedAt", "leftAt", "endReason", "modeHistory", "leaving", "whisperSkipped", "reasonCode",
       "outcomeStatus", "outcomeCode")
     select "interventionId", "callId", "position", 'ended', "supervisorUserId", "supervisorName",
       'supervisor', 'v1', "answeredAt", case when "history" <> '[]' then "answeredAt" end,
       "endedAt", 'supervisor_left', "history", false, false, "reasonCode",
       case when "outcomeCode" is null then 'not_asked' else 'given' end, "outcomeCode"
     from jsonb_to_recordset($1) as i("interventionId" text, "callId" text, "position" int,
       "supervisorUserId" text, "supervisorName" text, "answeredAt" timestamptz,
       "endedAt" timestamptz, "history" jsonb, "reasonCode" text, "outcomeCode" text)`,
    [JSON.stringify(interventions)],
  );
}
