import assert from 'node:assert/strict';
import { LOCAL_ORG_ID } from '../../../local/org/ids/localOrgId.ts';
import type { Console } from '../../support/console.ts';
import { setManagersRule } from '../../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import { OTHER_ORG_ID } from '../../support/worldOrgs.ts';
import type { Known } from './requests.ts';

export interface Room {
  friendlyName: string;
  conferenceSid: string;
  participants: { label: string; callSid: string }[];
}
interface Row {
  Id: string;
  Name: string;
}

/** What there is in the first org that the other could be shown. */
export interface FirstOrg {
  readonly maya: Console;
  readonly known: Known;
  /** Ids and words that stand nowhere but in the first org. */
  readonly marks: readonly string[];
}

/** Gives the first org a supervised call, and one of everything that a request can name. */
export async function fillFirstOrg(world: World): Promise<FirstOrg> {
  await markFirstOrg(world);
  const callId = await liveCallOf(world, 'lena', 'Brightwater');
  const maya = world.as('maya');
  const interventionId = await superviseAs(world, maya, callId);
  await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
  await until(
    'Maya barges',
    async () => modeOf(await maya.call(callId), interventionId) === 'barge',
  );
  await maya.ask('PUT', '/api/pin', { pin: '482913' });
  await storeFurther(world, callId, await maya.userId());
  const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
  const [notice] = await world.database<{ noticeId: string }>(
    `select "noticeId" from "Notice" where "callId" = '${callId}'`,
  );
  const { version } = (await world.as('ada').ask<{ version: string }>('GET', '/api/policy')).body;
  // Otherwise read and written down by the server itself, in the midst of the other org's requests.
  assert.equal((await world.as('ada').ask('POST', '/api/alert-rules/refresh')).status, 200);
  const { simulationId } = (
    await world.as('ada').ask<{ simulationId: string }>('POST', '/api/policy/simulations', {
      from: '2026-11-01',
      to: '2026-11-02',
    })
  ).body;
  const [refused] = await world.database<{ messageId: string }>(
    `insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "availableAt", "deadLetteredAt", "lastError")
       values ('refused-first-org', '${LOCAL_ORG_ID}', 'crm.intervention', '{"callId":"none","interventionId":"none"}', null, now(), 'Firstborn') returning "messageId"::text as "messageId"`,
  );
  await world.database(
    `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "ruleName", "ruleVersion",
       "label", "family", "severity", "raisedAt", "round", "words", "status")
     values ('alert-first-org', $1, $2, 'none', 'Own', '1', 'Firstborn', 'abuse', 'info', now(), 0,
       '{Firstborn}', 'shown')`,
    [LOCAL_ORG_ID, callId],
  );
  await world.database(
    `insert into "AlertBacktest" ("backtestId", "orgId", "askedBy", "askedAt", "updatedAt",
       "status", "done", "total", "rule")
     values ('backtest-first-org', $1, 'none', now(), now(), 'done', 0, 0, '{}')`,
    [LOCAL_ORG_ID],
  );
  const { exportId } = (
    await world.as('ada').ask<{ exportId: string }>('POST', '/api/recording-exports', { callId })
  ).body;
  const known: Known = {
    alertId: 'alert-first-org',
    backtestId: 'backtest-first-org',
    messageId: refused!.messageId,
    callId,
    interventionId,
    debriefId: interventionId,
    noticeId: notice!.noticeId,
    recordingId: 'RE-first-org',
    exportId,
    credentialId: 'passkey-first-org',
    version,
    simulationId,
    incidentId: 'incident-first-org',
    signalId: 'signal-first-org',
    jointCallId: 'joint-call-first-org',
    textWhisperId: 'text-first-org',
    guestId: 'guest-first-org',
    phone: '+12065550187',
    userId: await maya.userId(),
    opportunityId: (await opportunity(world))!.Id,
  };
  const marks = [
    LOCAL_ORG_ID,
    callId,
    interventionId,
    room!.conferenceSid,
    ...room!.participants.map((leg) => leg.callSid),
    known.recordingId,
    known.credentialId,
    known.incidentId,
    simulationId,
    version,
    'Firstborn',
  ].filter(Boolean);
  return { maya, known, marks };
}

const opportunity = async (world: World) =>
  (await world.orgControl<Row[]>('records/Opportunity')).find(({ Name }) =>
    Name.startsWith('Brightwater'),
  );

/** Words and a policy that only the first org has. */
async function markFirstOrg(world: World): Promise<void> {
  const contact = (await world.orgControl<Row[]>('records/Contact')).find(
    ({ Name }) => Name === 'Marcus Hale',
  )!;
  await world.orgControl(`update/Contact/${contact.Id}`, { LastName: 'Firstborn' });
  await setManagersRule(world, { At_Once__c: 7 });
}

/** What a scripted call does not bring by itself. */
async function storeFurther(world: World, callId: string, mayaId: string): Promise<void> {
  await world.database(
    `insert into "Recording" ("recordingId", "callId", "status", "startedAt") values ('RE-first-org', '${callId}', 'completed', now())`,
  );
  await world.database(`insert into "Passkey" ("credentialId", "orgId", "userId", "publicKey", "counter", "transports", "createdAt", "provedUntil")
    values ('passkey-first-org', '${LOCAL_ORG_ID}', '${mayaId}', '\\x01', 0, '{}', now(), now() + interval '1 hour')`);
  await world.database(
    `insert into "TrainingSignal" ("signalId", "orgId", "managerUserId", "reasonCode", "raisedAt", "status") values ('signal-first-org', '${LOCAL_ORG_ID}', 'nobody', 'stumped_rep', now(), 'open')`,
  );
  await world.database(
    `insert into "JointCall" ("jointCallId", "orgId", "repUserId", "supervisorUserId", "plannedByUserId", "startsAt", "status") values ('joint-call-first-org', '${LOCAL_ORG_ID}', 'nobody', '${mayaId}', '${mayaId}', now() + interval '1 hour', 'planned')`,
  );
  await world.database(
    `insert into "Incident" ("incidentId", "orgId", "kind", "message", "raisedAt") values ('incident-first-org', '${LOCAL_ORG_ID}', 'unexplained_leg', 'Of the first org', now())`,
  );
  // A namesake with a proof of her own, so that a proof is not what stops her.
  await world.database(`insert into "Passkey" ("credentialId", "orgId", "userId", "publicKey", "counter", "transports", "createdAt", "provedUntil")
    values ('passkey-other-org', '${OTHER_ORG_ID}', '${mayaId}', '\\x01', 0, '{}', now(), now() + interval '1 hour')`);
  await outboxIsEmpty(world);
}

const outboxIsEmpty = (world: World) =>
  until(
    'the outbox is worked off',
    async () =>
      (await world.database(`select 1 from "OutboxMessage" where "availableAt" is not null`))
        .length === 0,
  );

/**
 * Waits until the server's own rounds over the first org's audit have nothing left to write: the
 * first checkpoint is taken and delivered, the cross-check with the carrier has seen all, and the
 * simulation is over.
 */
export async function roundsAreDone(world: World): Promise<void> {
  await until(
    'the first org has a checkpoint, its cross-check and simulation are done, its cards are read',
    async () =>
      (
        await world.database(
          `select 1 from "CrossCheckCursor" where "orgId" = $1
             and "position" = (select max("position") from "AuditEntry" where "orgId" = $1)
             and "reportId" = (select max("reportId") from "CarrierReport" where "orgId" = $1)
             and exists (select 1 from "AuditCheckpoint" where "orgId" = $1)
             and not exists (
               select 1 from "PolicySimulation" where "orgId" = $1 and "status" = 'running')
             and 2 = (select count(*) from "KeptRecords" where "orgId" = $1)`,
          [LOCAL_ORG_ID],
        )
      ).length === 1,
    { everyMs: 200 },
  );
  await outboxIsEmpty(world);
}

/**
 * Every row of the first org, in every table that says whose it is; a sign of life of its own
 * softphone is no touch.
 */
export async function rowsOfFirstOrg(world: World): Promise<Map<string, string>> {
  const columns = await world.database<{ table: string; names: string[] }>(
    `select table_name as table, array_agg(column_name::text) as names from information_schema.columns where table_schema = 'public' group by table_name`,
  );
  const rows = new Map<string, string>();
  for (const { table, names } of columns) {
    const whose = names.includes('orgId')
      ? `"orgId" = '${LOCAL_ORG_ID}'`
      : names.includes('callId')
        ? `"callId" in (select "callId" from "Call" where "orgId" = '${LOCAL_ORG_ID}')`
        : undefined;
    // What the carrier says by itself, and how far the org's own worker has looked, says nothing
    // of requests.
    if (!whose || table === 'CrossCheckCursor' || table === 'CarrierReport') continue;
    const found = await world.database<{ row: string }>(
      `select (to_jsonb(t) - 'leaseUntil')::text as row from "${table}" t where ${whose} order by 1`,
    );
    rows.set(table, found.map(({ row }) => row).join('\n'));
  }
  return rows;
}
