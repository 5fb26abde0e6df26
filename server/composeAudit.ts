import { createCheckpointSigner } from './checkpointSigner.ts';
import { takeDailyCheckpoints, type Checkpointing } from './commands/takeCheckpoint.ts';
import { createCrmCheckpoints } from './crm/checkpoints.ts';
import type { ConnectedOrgs } from './crm/orgs.ts';
import type { Clock, Ids, Log } from './ports.ts';
import type { AuditTrail } from './ports/audit.ts';
import type { Handlers } from './queue/relay.ts';
import { repeatedly } from './repeatedly.ts';
import { createAuditTrail } from './store/auditTrail.ts';
import type { PostgresStore } from './store/postgresStore.ts';
import { missingProtection } from './store/roles.ts';

/** Often enough that a checkpoint is at most minutes late. */
const LOOK_FOR_CHECKPOINTS_MS = 5 * 60_000;

export interface AuditParts {
  readonly store: PostgresStore;
  readonly crm: Pick<ConnectedOrgs, 'connectionTo'>;
  /** PEM of the ed25519 key that signs checkpoints; without it none are taken. */
  readonly signingKey?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface Audit {
  readonly trail: AuditTrail;
  readonly checkpointing: Checkpointing | undefined;
  readonly handlers: Pick<Handlers, 'crm.checkpoint'>;
  /** Begins the worker's rounds. */
  work(): { stop(): Promise<void> };
}

/** The audit's part of the server, put together; says what protection is missing. */
export async function composeAudit({ store, crm, signingKey, clock, log }: AuditParts): Promise<Audit> {
  for (const gap of await missingProtection(store.pool)) log.warn({ hint: 'give DATABASE_URL a role of its own, and set DATABASE_OWNER_URL for migrations' }, gap);
  if (!signingKey) log.warn({ hint: 'set AUDIT_SIGNING_KEY_FILE' }, 'no key to sign checkpoints of the audit with: none are taken');
  const trail = createAuditTrail(store.pool);
  const checkpointing = signingKey ? { trail, signer: createCheckpointSigner(signingKey), clock, log } : undefined;
  const written = createCrmCheckpoints((orgId) => crm.connectionTo(orgId));

  return {
    trail,
    checkpointing,
    handlers: {
      'crm.checkpoint': async ({ orgId, payload }) => {
        const checkpoint = await trail.checkpoint(orgId, payload.number);
        const [key] = checkpoint ? await trail.signingKeys([checkpoint.keyId]) : [];
        if (checkpoint && key) await written.write(checkpoint, key);
      },
    },
    work() {
      const fault = (problem: unknown): void => log.warn({ fault: String(problem) }, 'a round of the audit failed');
      const checkpoints = checkpointing && repeatedly(LOOK_FOR_CHECKPOINTS_MS, () => takeDailyCheckpoints(checkpointing, async () => undefined), fault);
      return {
        async stop() {
          await checkpoints?.stop();
        },
      };
    },
  };
}
