import type pg from 'pg';
import type { EndedCall, UnansweredCall } from '../../../../local/machine/sample/endedCalls.ts';
import { EVERY_MODE } from '../../../support/everyMode.ts';
import type { OrgRecord } from '../../../support/orgStage.ts';

const DAY_MS = 86_400_000;
export const CALLS = 90;
/**
 * Twenty days ago at 18:00 UTC, a morning where the reps are: a day's calls are of one day there
 * too. The last are of nine days ago, so that all are in every report's time.
 */
const FIRST = Math.floor(Date.now() / DAY_MS) * DAY_MS - 20 * DAY_MS + 18 * 3_600_000;
export const BY = ['ravi', 'lena', 'jo'];

export type Joined = EndedCall['interventions'][number];
const placeOf = ({ interventionId }: Joined): number => Number(interventionId.split('-')[1]) / 7;
/** Of which the rep is not to be told. */
export const isCovert = (one: Joined): boolean => placeOf(one) % 6 === 4;
/** Of which the rep was to be told, and was not. */
export const isMissed = (one: Joined): boolean => placeOf(one) % 6 === 3;

/** Which came from another rep. */
export const isTransferred = ({ callId }: EndedCall): boolean => callId.endsWith('7');
/** Whose customer called again within seven days. */
export const isCalledBack = (
  { customerPhone, endedAt }: EndedCall,
  all: readonly EndedCall[],
): boolean =>
  all.some((later) => {
    const startedMs = Date.parse(later.answeredAt) - (later.waitSeconds ?? 0) * 1000;
    const afterMs = startedMs - Date.parse(endedAt);
    return (
      customerPhone !== undefined &&
      later.customerPhone === customerPhone &&
      later.direction === 'inbound' &&
      afterMs > 0 &&
      afterMs <= 7 * DAY_MS
    );
  });

/** One for every twelve calls, some of whom left a message. */
export const unansweredBeside = (calls: readonly EndedCall[]): UnansweredCall[] =>
  calls
    .filter((_call, n) => n % 12 === 0)
    .map((call, n) => ({
      ...call,
      callId: `unanswered-${n}-`,
      startedAt: call.answeredAt,
      endReason: n % 3 ? 'voicemail' : 'abandoned',
    }));

interface ReportedOrg {
  readonly orgId: string;
  /** By the part of the username before the @. */
  readonly users: ReadonlyMap<string, OrgRecord>;
  /** The queues that each user is in: their ids by the user's id. */
  readonly queues?: ReadonlyMap<string, readonly string[]>;
}

/** Calls of three reps, a seventh of them with a supervisor, in every way in which one comes in. */
export const reportedCalls = (org: ReportedOrg): EndedCall[] =>
  Array.from({ length: CALLS }, (_, n) => reportedCall(n, org));

function reportedCall(n: number, { orgId, users, queues }: ReportedOrg): EndedCall {
  const answered = FIRST + Math.floor(n / 8) * DAY_MS + (n % 8) * 600_000;
  const rep = users.get(BY[n % BY.length]!)!;
  const supervisor = users.get(n % 2 ? 'maya' : 'dana')!;
  return {
    callId: `call-${n}`,
    orgId,
    repUserId: rep.Id,
    repName: rep.Name,
    repTimeZone: 'America/Los_Angeles',
    ...(queues && { repQueueIds: queues.get(rep.Id) ?? [] }),
    direction: n % 4 ? 'outbound' : 'inbound',
    answeredAt: new Date(answered).toISOString(),
    endedAt: new Date(answered + (60 + n) * 1000).toISOString(),
    askedForHelp: n % 9 === 0,
    ...(n % 3 === 0 && { heldSeconds: 10 + n }),
    // The same customers call four times within two days.
    ...(n % 4 === 0 && { customerPhone: `+1415555${1_000 + Math.floor(n / 16)}` }),
    ...(n % 4 === 0 && { waitSeconds: n % 8 ? 30 : 10 }),
    ...(n % 4 === 1 && {
      alert: {
        ruleName: 'rule',
        label: 'A rule',
        family: 'coaching',
        severity: 'warning',
        ...(n % 3 > 0 && { mark: n % 5 ? 'useful' : 'not_useful', markedBy: supervisor.Id }),
      } satisfies EndedCall['alert'],
    }),
    ...(n % 5 === 0 && { rating: { score: n % 3 ? 5 : 2, isGood: n % 3 > 0 } }),
    interventions:
      n % 7 === 0
        ? [
            {
              interventionId: `i-${n}`,
              supervisorUserId: supervisor.Id,
              supervisorName: supervisor.Name,
              modes: EVERY_MODE[(n / 7) % EVERY_MODE.length]!,
              reasonCode: n % 2 ? 'close_assist' : 'cancellation_threat',
              outcomeCode: n % 3 ? 'saved' : 'lost',
            },
          ]
        : [],
  };
}

/** What reps said of some of these calls. */
export async function sayWhatCameOfThem(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  await pool.query(
    `update "Call" set "wrapUps" = jsonb_build_array(jsonb_build_object('repUserId', "repUserId",
       'disposition', (array['stayed', 'canceled', 'advanced'])[1 + length("callId") % 3],
       'at', "endedAt" + case right("callId", 1) when '1' then interval '30 seconds'
         else interval '20 minutes' end)) where right("callId", 1) in ('1', '4')`,
  );
}

export async function transferCalls(
  pool: Pick<pg.Pool, 'query'>,
  raw: readonly EndedCall[],
): Promise<void> {
  await pool.query(
    `update "Call" set "pastReps" = jsonb_build_array(jsonb_build_object('until', "answeredAt",
       'rep', jsonb_build_object('userId', 'somebody', 'name', 'Somebody')))
     where "callId" = any($1)`,
    [raw.filter(isTransferred).map(({ callId }) => callId)],
  );
}
