import { createCheckpointSigner } from '../checkpointSigner.ts';
import type { CheckpointDeps } from '../commands/audit/createCheckpoint.ts';
import { deliverCheckpoint } from '../commands/audit/deliverCheckpoint.ts';
import { sealReports } from '../commands/audit/sealReports.ts';
import type { ConnectedOrgs } from '../crm/session/orgs.ts';
import { CHECKPOINT_DIFFERS, createCrmCheckpoints } from '../crm/writes/checkpoints.ts';
import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import type { CheckpointPace } from '../domain/audit/checkpoint.ts';
import type { Repeated } from '../everyMs.ts';
import {
  CrmProblem,
  type AuditEvidence,
  type AuditTrail,
  type CallChanges,
  type CarrierCrossCheck,
  type Clock,
  type Ids,
  type Log,
  type PersonalData,
  type StoredIncident,
} from '../ports/index.ts';
import { oneByOne, type Handlers } from '../queue/handlers.ts';
import { createAuditEvidence } from '../store/audit/auditEvidence.ts';
import { createAuditTrail } from '../store/audit/auditTrail.ts';
import { createCarrierCrossCheck } from '../store/audit/carrierCrossCheck.ts';
import type { PostgresStore } from '../store/calls/postgresStore.ts';
import { missingProtection } from '../store/database/roles.ts';
import { createPersonalData } from '../store/people/personalData.ts';
import { auditRounds } from './auditRounds.ts';
import type { RepeatRound } from './ownedRounds.ts';

/** How long audit and carrier may take to report the same connection. */
const COMPARE_EVERY_MS = 5_000;

export interface AuditParts {
  readonly store: PostgresStore;
  readonly crm: Pick<ConnectedOrgs, 'connectionTo'>;
  /** PEM of the ed25519 key that signs checkpoints; without it there are no checkpoints. */
  readonly signingKey?: string;
  /** How often checkpoints are taken while there is traffic. */
  readonly pace: CheckpointPace;
  /** The orgs that this server serves. Checkpoints of other chains are not written to a CRM. */
  readonly orgIds: readonly string[];
  /** The org under which reports about unknown calls are kept. */
  readonly elsewhere: string;
  readonly compareEveryMs?: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface Audit {
  readonly trail: AuditTrail;
  readonly evidence: AuditEvidence;
  readonly checkpointing: CheckpointDeps | undefined;
  readonly crossCheck: CarrierCrossCheck;
  readonly people: PersonalData;
  readonly storeReports: (reports: readonly CarrierReport[]) => Promise<void>;
  /** Calls `tell` with each incident that any instance raised or resolved. */
  onIncident(changes: CallChanges, tell: (incident: StoredIncident) => void): () => void;
  readonly handlers: Pick<Handlers, 'crm.checkpoint'>;
  /** Starts the worker's rounds. */
  work(repeat: RepeatRound): Pick<Repeated, 'stop'>;
}

/**
 * The audit: chain, checkpoints, cross-check with the carrier, and personal data. Logs a warning
 * about missing protection.
 */
export async function composeAudit({
  store,
  crm,
  signingKey,
  pace,
  orgIds,
  elsewhere,
  compareEveryMs = COMPARE_EVERY_MS,
  clock,
  ids,
  log,
}: AuditParts): Promise<Audit> {
  for (const gap of await missingProtection(store.pool))
    log.warn(
      { hint: 'give DATABASE_URL a role of its own, and set DATABASE_OWNER_URL for migrations' },
      gap,
    );
  if (!signingKey)
    log.warn(
      { hint: 'set AUDIT_SIGNING_KEY_FILE' },
      'no audit checkpoints are taken, because there is no key to sign them',
    );
  const trail = createAuditTrail(store.pool, (orgId) => orgIds.includes(orgId));
  const evidence = createAuditEvidence(store.pool);
  const checkpointing = signingKey
    ? {
        trail,
        signer: createCheckpointSigner(signingKey),
        clock,
        log,
        seal: (orgId: string) => sealReports({ trail, evidence, store, clock, ids }, orgId),
      }
    : undefined;
  const crossCheck = createCarrierCrossCheck(store.pool, store.hot);
  const crossCheckDeps = { crossCheck, trail, clock, ids, log };

  return {
    trail,
    evidence,
    checkpointing,
    crossCheck,
    people: createPersonalData(store.pool),
    storeReports: (reports) => crossCheck.storeReports(reports, elsewhere),
    onIncident: (changes, tell) =>
      changes.subscribe({
        onChange: () => undefined,
        onIncident(incidentId) {
          crossCheck.incident(incidentId).then(
            (incident) => incident && tell(incident),
            (fault) => log.warn({ fault: String(fault) }, 'incident not read, nobody alerted'),
          );
        },
        onGap: () => undefined,
      }),
    handlers: {
      'crm.checkpoint': oneByOne(
        deliverCheckpoint({
          trail,
          incidents: crossCheckDeps,
          crm: createCrmCheckpoints((orgId) => crm.connectionTo(orgId)),
          isDifference: (problem) =>
            problem instanceof CrmProblem && problem.code === CHECKPOINT_DIFFERS,
        }),
      ),
    },
    work: (repeat) => auditRounds({ crossCheckDeps, checkpointing, pace, compareEveryMs }, repeat),
  };
}
