import { createCheckpointSigner } from '../checkpointSigner.ts';
import { createDueCheckpoints, type CheckpointDeps } from '../commands/audit/takeCheckpoint.ts';
import { CHECKPOINT_DIFFERS, createCrmCheckpoints } from '../crm/writes/checkpoints.ts';
import type { CheckpointPace } from '../domain/audit/checkpoint.ts';
import type { ConnectedOrgs } from '../crm/session/orgs.ts';
import { chainBroken, crossCheckCarrier, raiseIncident, crmDiffers, type CrossCheckMemory } from '../commands/audit/crossCheckCarrier.ts';
import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import { CrmProblem, type CallChanges, type Clock, type Ids, type Log } from '../ports/index.ts';
import type { PersonalData } from '../ports/people.ts';
import type { StoredIncident, CarrierCrossCheck } from '../ports/carrierCrossCheck.ts';
import type { AuditTrail } from '../ports/audit.ts';
import type { Handlers } from '../queue/relay.ts';
import { everyMs } from '../everyMs.ts';
import { createAuditTrail } from '../store/audit/auditTrail.ts';
import { createPersonalData } from '../store/people/personalData.ts';
import type { PostgresStore } from '../store/calls/postgresStore.ts';
import { missingProtection } from '../store/database/roles.ts';
import { createCarrierCrossCheck, INCIDENT_NEWS } from '../store/audit/carrierCrossCheck.ts';

/** Often enough that a checkpoint is less than a minute late. */
const LOOK_FOR_CHECKPOINTS_MS = 20_000;
/** Both sides have this long to tell of the same connection. */
const COMPARE_EVERY_MS = 5_000;

export interface AuditParts {
  readonly store: PostgresStore;
  readonly crm: Pick<ConnectedOrgs, 'connectionTo'>;
  /** PEM of the ed25519 key that signs checkpoints; without it none are taken. */
  readonly signingKey?: string;
  /** How often they are taken while there is traffic. */
  readonly pace: CheckpointPace;
  /** The orgs that are served; what concerns none of them is noted apart. */
  readonly orgIds: readonly string[];
  readonly compareEveryMs?: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface Audit {
  readonly trail: AuditTrail;
  readonly checkpointing: CheckpointDeps | undefined;
  readonly crossCheck: CarrierCrossCheck;
  readonly people: PersonalData;
  readonly keepReports: (reports: readonly CarrierReport[]) => Promise<void>;
  /** Tells of each incident that was raised or resolved, on whichever instance. */
  onIncident(changes: CallChanges, tell: (incident: StoredIncident) => void): () => void;
  readonly handlers: Pick<Handlers, 'crm.checkpoint'>;
  /** Begins the worker's rounds. */
  work(): { stop(): Promise<void> };
}

/** The audit's part of the server, put together; says what protection is missing. */
export async function composeAudit({ store, crm, signingKey, pace, orgIds, compareEveryMs = COMPARE_EVERY_MS, clock, ids, log }: AuditParts): Promise<Audit> {
  for (const gap of await missingProtection(store.pool)) log.warn({ hint: 'give DATABASE_URL a role of its own, and set DATABASE_OWNER_URL for migrations' }, gap);
  if (!signingKey) log.warn({ hint: 'set AUDIT_SIGNING_KEY_FILE' }, 'no key to sign checkpoints of the audit with: none are taken');
  const trail = createAuditTrail(store.pool);
  const checkpointing = signingKey ? { trail, signer: createCheckpointSigner(signingKey), clock, log } : undefined;
  const crossCheck = createCarrierCrossCheck(store.pool);
  const crossCheckDeps = { crossCheck, trail, clock, ids, log };
  const elsewhere = orgIds.length === 1 ? orgIds[0]! : 'unknown';
  const written = createCrmCheckpoints((orgId) => crm.connectionTo(orgId));

  return {
    trail,
    checkpointing,
    crossCheck,
    people: createPersonalData(store.pool),
    keepReports: (reports) => crossCheck.keep(reports, elsewhere),
    onIncident: (changes, tell) => changes.subscribe({
      onChange(news) {
        if (!news.startsWith(INCIDENT_NEWS)) return;
        crossCheck.incident(news.slice(INCIDENT_NEWS.length)).then((incident) => incident && tell(incident), (fault) => log.warn({ fault: String(fault) }, 'an incident could not be told'));
      },
      onGap: () => undefined,
    }),
    handlers: {
      'crm.checkpoint': async ({ orgId, payload }) => {
        const checkpoint = await trail.checkpoint(orgId, payload.number);
        const [key] = checkpoint ? await trail.signingKeys([checkpoint.keyId]) : [];
        if (!checkpoint || !key) return;
        await written.write(checkpoint, key).catch(async (problem: unknown) => {
          if (problem instanceof CrmProblem && problem.code === CHECKPOINT_DIFFERS) await raiseIncident(crossCheckDeps, orgId, crmDiffers(orgId, payload.number));
          throw problem;
        });
      },
    },
    work() {
      const fault = (problem: unknown): void => log.warn({ fault: String(problem) }, 'a round of the audit failed');
      const checkpoints = checkpointing && everyMs(LOOK_FOR_CHECKPOINTS_MS, () => createDueCheckpoints(checkpointing, pace, (orgId, broken) => raiseIncident(crossCheckDeps, orgId, chainBroken(orgId, broken))), fault);
      const memory: CrossCheckMemory = new Map();
      const comparing = everyMs(compareEveryMs, () => crossCheckCarrier(crossCheckDeps, memory), fault);
      return {
        async stop() {
          await checkpoints?.stop();
          await comparing.stop();
        },
      };
    },
  };
}
