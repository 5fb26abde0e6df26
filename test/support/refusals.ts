import type pg from 'pg';
import type { AttemptAction } from '../../server/domain/audit/actions.ts';

/** A refusal as the audit has it, without its place in the chain. */
export interface SampleRefusal {
  readonly callId: string;
  readonly at: string;
  readonly code: string;
  /** Joining if absent. */
  readonly action?: AttemptAction;
  /** For how many refusals the entry stands; it is not a tally if absent. */
  readonly times?: number;
}

/** Writes refusals into the audit of an org, of which nothing else is written. */
export async function insertRefusals(
  pool: Pick<pg.Pool, 'query'>,
  orgId: string,
  refusals: readonly SampleRefusal[],
): Promise<void> {
  await pool.query(
    `insert into "AuditEntry" ("orgId", "position", "auditId", "at", "actor", "action", "callId",
       "result", "code", "details", "contentHash", "previous", "hash")
     select $1, before.n + one.place, 'refusal ' || (before.n + one.place), (one.said->>'at')::timestamptz,
       '{}', coalesce(one.said->>'action', 'StartIntervention'), one.said->>'callId', 'refused',
       one.said->>'code', case when one.said ? 'times'
         then jsonb_build_object('times', one.said->'times') else '{}' end, '', '', ''
     from jsonb_array_elements($2::jsonb) with ordinality as one(said, place),
       (select count(*) as n from "AuditEntry" where "orgId" = $1) as before`,
    [orgId, JSON.stringify(refusals)],
  );
}
