import pg from 'pg';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';

export interface InsertedCalls {
  /**
   * How many; they are named `many-1`, `many-2` and so on, and their conferences `CF` and 32
   * digits.
   */
  readonly count: number;
  /** An announcement that never ended makes each of them due. */
  readonly areDue?: boolean;
}

/** The id of the conference of the call with this number. */
export const conferenceIdOf = (n: number): string => `CF${String(n).padStart(32, '0')}`;

/** Writes live calls of customer and rep, an hour old, with one statement per table. */
export async function insertCalls(
  databaseUrl: string,
  { count, areDue = false }: InsertedCalls,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "answeredAt",
         "conferenceId", "repUserId", "repName", "repManagerIds", "customerName", "announcements",
         "dueAt")
       select 'many-' || n, $1, 'live', 'outbound', now() - interval '1 hour',
         now() - interval '1 hour', 'CF' || lpad(n::text, 32, '0'), '005Many' || n, 'Rep ' || n,
         '{}', 'Customer ' || n, $2, case when $3 then now() - interval '1 minute' end
       from generate_series(1, $4::int) n`,
      [
        LOCAL_ORG_ID,
        JSON.stringify(
          areDue
            ? [
                {
                  announcementId: 'never-ended',
                  kind: 'disclosure',
                  to: 'customer',
                  language: 'en',
                  status: 'requested',
                  requestedAt: new Date(Date.now() - 3_600_000).toISOString(),
                },
              ]
            : [],
        ),
        areDue,
        count,
      ],
    );
    await client.query(
      `insert into "Participant" ("callId", "position", "role", "connectionId", "status",
         "audibleTo", "onHold", "joinedAt")
       select 'many-' || n, p.position, p.role, 'CA' || p.position || lpad(n::text, 31, '0'),
         'connected', 'everyone', false, now() - interval '1 hour'
       from generate_series(1, $1::int) n, (values (0, 'rep'), (1, 'customer')) p(position, role)`,
      [count],
    );
  } finally {
    await client.end();
  }
}
