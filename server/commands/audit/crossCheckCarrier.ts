import { compareWithCarrier, type Incident } from '../../domain/audit/carrierCrossCheck.ts';
import { auditAct, type Actor } from '../../domain/audit/entries.ts';
import type { Fault } from '../../domain/audit/verify.ts';
import type { AuditTrail } from '../../ports/audit/audit.ts';
import type { CarrierCrossCheck } from '../../ports/audit/carrierCrossCheck.ts';
import type { Clock, Ids, Log } from '../../ports/index.ts';
import { unhurried } from './unhurried.ts';

export interface CrossCheckDeps {
  readonly crossCheck: CarrierCrossCheck;
  readonly trail: Pick<AuditTrail, 'heads'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * How far each org's audit and reports reached in the previous round. Both sides have had time to
 * report everything up to there.
 */
export type CrossCheckMemory = Map<string, { position: number; reportId: number }>;

/** So many calls are read in one query, and compared without a pause. */
const CALLS_AT_ONCE = 20;
const SYSTEM: Actor = { kind: 'system' };

/** One round: each call with new entries or new reports is compared as a whole. */
export async function crossCheckCarrier(
  deps: CrossCheckDeps,
  memory: CrossCheckMemory,
): Promise<void> {
  const { crossCheck, trail } = deps;
  const reports = await crossCheck.newestReports();
  const heads = new Map((await trail.heads()).map(({ orgId, position }) => [orgId, position]));
  for (const orgId of new Set([...heads.keys(), ...reports.keys()])) {
    const upTo = memory.get(orgId);
    memory.set(orgId, { position: heads.get(orgId) ?? 0, reportId: reports.get(orgId) ?? 0 });
    if (!upTo) continue;
    const cursor = await crossCheck.cursor(orgId);
    if (cursor.position >= upTo.position && cursor.reportId >= upTo.reportId) continue;
    const touched = await crossCheck.touchedCalls(orgId, cursor, upTo);
    for (let from = 0; from < touched.length; from += CALLS_AT_ONCE)
      await unhurried(() =>
        compareCalls(deps, orgId, {
          callIds: touched.slice(from, from + CALLS_AT_ONCE),
          since: cursor.since,
        }),
      );
    await crossCheck.advance(orgId, upTo);
  }
}

async function compareCalls(
  deps: CrossCheckDeps,
  orgId: string,
  { callIds, since }: { readonly callIds: readonly string[]; readonly since: number },
): Promise<void> {
  const { crossCheck } = deps;
  const [entries, reports] = [
    await crossCheck.entriesOf(orgId, callIds),
    await crossCheck.reportsOf(callIds),
  ];
  const found = new Map(
    callIds.map((callId) => [
      callId,
      compareWithCarrier(callId, entries.get(callId) ?? [], {
        reports: reports.get(callId) ?? [],
        since,
      }),
    ]),
  );
  for (const incidents of found.values())
    for (const incident of incidents) await raiseIncident(deps, orgId, incident);
  // A late report may explain what could not be explained before.
  for (const [callId, open] of await crossCheck.openIncidents(orgId, callIds))
    for (const { incidentId } of open)
      if (!found.get(callId)?.some((incident) => incident.incidentId === incidentId))
        await explain(deps, orgId, { callId, incidentId });
}

async function explain(
  deps: CrossCheckDeps,
  orgId: string,
  { callId, incidentId }: { readonly callId: string; readonly incidentId: string },
): Promise<void> {
  const at = deps.clock.now();
  await deps.crossCheck.resolve(
    { orgId, incidentId, at, by: 'system' },
    act(deps, { orgId, at, callId, action: 'IncidentExplained', details: { incidentId } }),
  );
}

/** Writes an incident, once; administrators are alerted. */
export async function raiseIncident(
  deps: CrossCheckDeps,
  orgId: string,
  incident: Incident,
): Promise<void> {
  const at = deps.clock.now();
  const { incidentId, kind, callId, interventionId, connectionId, position } = incident;
  const entry = act(deps, {
    orgId,
    at,
    action: 'IncidentRaised',
    callId,
    interventionId,
    details: { incidentId, kind, connectionId, position },
  });
  if (await deps.crossCheck.raise({ ...incident, orgId, raisedAt: at }, entry)) {
    deps.log.error({ orgId, incidentId, kind, callId, position }, 'incident raised');
  }
}

/** The incident of a chain that does not verify. The same fault has the same id. */
export const chainBroken = (orgId: string, { message, position, kind }: Fault): Incident => ({
  incidentId: `chain_broken:${orgId}:${kind}:${position ?? 0}`,
  kind: 'chain_broken',
  message,
  ...(position !== undefined && { position }),
});

/** The incident of a checkpoint that the CRM holds with another content. */
export const crmDiffers = (orgId: string, number: number): Incident => ({
  incidentId: `crm_differs:${orgId}:${number}`,
  kind: 'crm_differs',
  facts: { checkpoint: number },
  message: `Salesforce holds another checkpoint ${number} than the one signed here. Export the audit and Salesforce’s checkpoints, and verify one against the other.`,
});

const act = ({ ids }: CrossCheckDeps, what: Parameters<typeof auditAct>[0]) =>
  auditAct(what, { actor: SYSTEM, nextId: () => ids.next() });
