import type pg from 'pg';

/** How long customer and rep spoke, as it stays of a call whose words were removed. */
export interface SampleTalk {
  readonly customerMs: number;
  readonly repMs: number;
}

const SPOKEN = 0.9;
const [LEAST, MOST] = [0.35, 0.65];
const JOINED_LESS = 0.08;

/** The rep has a third to two thirds of the talk, by the call's id; less where somebody joined. */
export function talkOf({
  callId,
  answeredAt,
  endedAt,
  interventions,
}: {
  readonly callId: string;
  readonly answeredAt: string;
  readonly endedAt: string;
  readonly interventions: readonly unknown[];
}): SampleTalk {
  const letters = [...callId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const share =
    LEAST + ((letters % 31) / 30) * (MOST - LEAST) - (interventions.length > 0 ? JOINED_LESS : 0);
  const spoken = SPOKEN * (Date.parse(endedAt) - Date.parse(answeredAt));
  return {
    customerMs: Math.round(spoken * (1 - share)),
    repMs: Math.round(spoken * share),
  };
}

export async function insertTalk(
  pool: Pick<pg.Pool, 'query'>,
  calls: readonly { readonly callId: string; readonly orgId: string; readonly talk?: SampleTalk }[],
): Promise<void> {
  await pool.query(
    `insert into "CallTalk" ("callId", "orgId", "customerMs", "repMs")
     select "callId", "orgId", "customerMs", "repMs"
     from jsonb_to_recordset($1) as t("callId" text, "orgId" text, "customerMs" int, "repMs" int)`,
    [
      JSON.stringify(
        calls.flatMap(({ callId, orgId, talk }) => (talk ? [{ callId, orgId, ...talk }] : [])),
      ),
    ],
  );
}
