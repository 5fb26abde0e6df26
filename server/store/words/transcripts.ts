import type { Pool } from 'pg';
import type { Speaker, TranscriptLine } from '../../domain/transcript/line.ts';
import type { LegStatus, TranscribedLegs, Transcripts } from '../../ports/index.ts';

interface Row {
  callId: string;
  lineId: string;
  speaker: Speaker;
  userId: string | null;
  text: string;
  startedAt: Date;
  endedAt: Date;
}

const COLUMNS = '"callId", "lineId", "speaker", "userId", "text", "startedAt", "endedAt"';

const lineOf = ({ lineId, speaker, userId, text, startedAt, endedAt }: Row): TranscriptLine => ({
  lineId,
  speaker,
  ...(userId && { userId }),
  text,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt.toISOString(),
});

/** Stores each line once, whichever instance received it. */
export function createTranscripts(pool: Pick<Pool, 'query'>): Transcripts {
  return {
    async add({ orgId, callId }, line) {
      const added = await pool.query(
        `insert into "TranscriptLine" ("callId", "lineId", "orgId", "transcriptionId", "sequence",
           "speaker", "userId", "text", "startedAt", "endedAt")
         select $1, $2, $3, $4, $5::int, $6, $7, $8, $9::timestamptz, $10::timestamptz
         where not $11::boolean or not exists (select 1 from "TranscriptLine"
           where "callId" = $1 and "transcriptionId" = $4 and "startedAt" <= $9::timestamptz
             and "endedAt" >= $10::timestamptz)
         on conflict do nothing`,
        [
          callId,
          line.lineId,
          orgId,
          line.transcriptionId,
          line.sequence,
          line.speaker,
          line.userId ?? null,
          line.text,
          line.startedAt,
          line.endedAt,
          line.isGuess ?? false,
        ],
      );
      return added.rowCount === 1;
    },
    async mask(callId, lines) {
      await pool.query(
        `update "TranscriptLine" set "text" = masked."text"
         from unnest($2::text[], $3::text[]) as masked ("lineId", "text")
         where "callId" = $1 and "TranscriptLine"."lineId" = masked."lineId"`,
        [callId, lines.map(({ lineId }) => lineId), lines.map(({ text }) => text)],
      );
    },
    async of(callId) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from "TranscriptLine" where "callId" = $1
         order by "startedAt", "lineId"`,
        [callId],
      );
      return rows.map(lineOf);
    },
    async callsWithWords(orgId, limit) {
      const { rows } = await pool.query<{ callId: string; total: number }>(
        `select "callId", (count(*) over ())::int as "total" from "TranscriptLine"
         where "orgId" = $1 group by "callId" order by max("endedAt") desc limit $2`,
        [orgId, limit],
      );
      return { callIds: rows.map(({ callId }) => callId), total: rows[0]?.total ?? 0 };
    },
    async ofEach(callIds) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from "TranscriptLine" where "callId" = any($1)
         order by "callId", "startedAt", "lineId"`,
        [callIds],
      );
      const lines = new Map<string, TranscriptLine[]>();
      for (const row of rows) {
        const own = lines.get(row.callId);
        if (own) own.push(lineOf(row));
        else lines.set(row.callId, [lineOf(row)]);
      }
      return lines;
    },
  };
}

/**
 * An instance that claimed a connection counts as dead if it has not reported the transcription as
 * running within this time.
 */
const CLAIM_SECONDS = 10;
/** How often a transcription may fail before it is not started any more. */
const MOST_FAILURES = 5;
/** Two seconds after the first failure, and twice as long after each further one. */
const IS_DUE = `"TranscriptionLeg"."failures" < ${MOST_FAILURES} and "TranscriptionLeg"."failedAt"
  < now() - make_interval(secs => power(2, "TranscriptionLeg"."failures"))`;

interface LegRow {
  readonly connectionId: string;
  readonly status: LegStatus['status'];
  readonly isGivenUp: boolean;
  readonly isDue: boolean;
}

export function createTranscribedLegs(pool: Pick<Pool, 'query'>): TranscribedLegs {
  return {
    async claim({ orgId, callId, connectionId }) {
      const claimed = await pool.query(
        `insert into "TranscriptionLeg" ("connectionId", "orgId", "callId", "status", "claimedAt")
         values ($1, $2, $3, 'starting', now())
         on conflict ("connectionId") do update
           set "status" = 'starting', "claimedAt" = now(), "transcriptionId" = null
           where "TranscriptionLeg"."status" = 'stopped'
             or ("TranscriptionLeg"."status" = 'failed' and ${IS_DUE})
             or ("TranscriptionLeg"."status" = 'starting'
               and "TranscriptionLeg"."claimedAt" < now() - make_interval(secs => $4))`,
        [connectionId, orgId, callId, CLAIM_SECONDS],
      );
      return claimed.rowCount === 1;
    },
    async started(connectionId, transcriptionId) {
      await pool.query(
        `update "TranscriptionLeg" set "status" = 'running', "transcriptionId" = $2
         where "connectionId" = $1 and "status" = 'starting'`,
        [connectionId, transcriptionId],
      );
    },
    async failed(connectionId, transcriptionId) {
      await pool.query(
        `update "TranscriptionLeg" set "status" = 'failed', "failures" = "failures" + 1,
           "failedAt" = now()
         where "connectionId" = $1 and "status" in ('starting', 'running')
           and ($2::text is null or "transcriptionId" is null or "transcriptionId" = $2)`,
        [connectionId, transcriptionId ?? null],
      );
    },
    async of(connectionIds) {
      const { rows } = await pool.query<LegRow>(
        `select "connectionId", "status", "failures" >= ${MOST_FAILURES} as "isGivenUp",
           (${IS_DUE}) is true as "isDue"
         from "TranscriptionLeg" where "connectionId" = any($1)`,
        [connectionIds],
      );
      return new Map(rows.map(({ connectionId, ...leg }) => [connectionId, leg]));
    },
    async claimToStop(connectionId) {
      const { rows } = await pool.query<{ transcriptionId: string }>(
        `update "TranscriptionLeg" set "status" = 'stopped'
         where "connectionId" = $1 and "status" = 'running' returning "transcriptionId"`,
        [connectionId],
      );
      return rows[0]?.transcriptionId;
    },
    async stillRuns(connectionId, transcriptionId) {
      await pool.query(
        `update "TranscriptionLeg" set "status" = 'running'
         where "connectionId" = $1 and "status" = 'stopped' and "transcriptionId" = $2`,
        [connectionId, transcriptionId],
      );
    },
  };
}
