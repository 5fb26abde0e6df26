import { auditAct, type Actor } from '../../domain/audit/entries.ts';
import type { Fault } from '../../domain/audit/verify.ts';
import { compareWithCarrier, type Incident } from '../../domain/audit/witness.ts';
import type { Clock, Ids, Log } from '../../ports.ts';
import type { AuditTrail } from '../../ports/audit.ts';
import type { Witness } from '../../ports/witness.ts';

export interface Witnessing {
  readonly witness: Witness;
  readonly trail: Pick<AuditTrail, 'heads'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** How far audit and reports reached in the round before: what is that old, both sides had time to tell. */
export type WitnessMemory = Map<string, { position: number; reportId: number }>;

const SYSTEM: Actor = { kind: 'system' };

/** One round: each call that either side has told something new about is compared as a whole. */
export async function keepWitness(deps: Witnessing, memory: WitnessMemory): Promise<void> {
  const { witness, trail } = deps;
  const reports = await witness.newestReports();
  const heads = new Map((await trail.heads()).map(({ orgId, position }) => [orgId, position]));
  for (const orgId of new Set([...heads.keys(), ...reports.keys()])) {
    const upTo = memory.get(orgId);
    memory.set(orgId, { position: heads.get(orgId) ?? 0, reportId: reports.get(orgId) ?? 0 });
    if (!upTo) continue;
    const cursor = await witness.cursor(orgId);
    if (cursor.position >= upTo.position && cursor.reportId >= upTo.reportId) continue;
    for (const callId of await witness.touchedCalls(orgId, cursor, upTo)) await compareCall(deps, orgId, callId, cursor.since);
    await witness.advance(orgId, upTo);
  }
}

async function compareCall(deps: Witnessing, orgId: string, callId: string, since: number): Promise<void> {
  const { witness, clock } = deps;
  const found = compareWithCarrier(callId, await witness.entriesOf(orgId, callId), await witness.reportsOf(callId), since);
  for (const incident of found) await raiseIncident(deps, orgId, incident);
  // Word that came late may explain what was not explained before.
  for (const { incidentId } of await witness.incidents({ orgId, callId, open: true })) {
    if (found.some((incident) => incident.incidentId === incidentId)) continue;
    const at = clock.now();
    await witness.resolve({ orgId, incidentId, at, by: 'system' }, act(deps, { orgId, at, callId, action: 'IncidentExplained', details: { incidentId } }));
  }
}

/** Keeps an incident, once; administrators are told at once. */
export async function raiseIncident(deps: Witnessing, orgId: string, incident: Incident): Promise<void> {
  const at = deps.clock.now();
  const { incidentId, kind, callId, interventionId, callSid, position } = incident;
  const entry = act(deps, { orgId, at, action: 'IncidentRaised', callId, interventionId, details: { incidentId, kind, callSid, position } });
  if (await deps.witness.raise({ ...incident, orgId, raisedAt: at }, entry)) {
    deps.log.error({ orgId, incidentId, kind, callId, position }, 'an incident was raised');
  }
}

export const chainBroken = (orgId: string, { message, position, kind }: Fault): Incident =>
  ({ incidentId: `chain_broken:${orgId}:${kind}:${position ?? 0}`, kind: 'chain_broken', message, ...(position !== undefined && { position }) });

export const salesforceDiffers = (orgId: string, number: number): Incident => ({
  incidentId: `salesforce_differs:${orgId}:${number}`, kind: 'salesforce_differs',
  message: `Salesforce holds another checkpoint ${number} than the one signed here. Export the audit and Salesforce’s checkpoints, and verify one against the other.`,
});

const act = ({ ids }: Witnessing, what: Parameters<typeof auditAct>[0]) => auditAct(what, { actor: SYSTEM, nextId: () => ids.next() });
