import {
  chainBroken,
  crossCheckCarrier,
  raiseIncident,
  type CrossCheckDeps,
  type CrossCheckMemory,
} from '../commands/audit/crossCheckCarrier.ts';
import { createDueCheckpoints, type CheckpointDeps } from '../commands/audit/takeCheckpoint.ts';
import type { CheckpointPace } from '../domain/audit/checkpoint.ts';
import { everyMs, warning } from '../everyMs.ts';

/** Often enough that a checkpoint is less than a minute late. */
const CHECKPOINTS_EVERY_MS = 20_000;

interface AuditRounds {
  readonly crossCheckDeps: CrossCheckDeps;
  /** Undefined where no signing key is configured. */
  readonly checkpointing: CheckpointDeps | undefined;
  readonly pace: CheckpointPace;
  readonly compareEveryMs: number;
}

/**
 * Begins the worker's rounds over the audit: checkpoints that are due, and the cross-check with the
 * carrier.
 */
export function auditRounds({ crossCheckDeps, checkpointing, pace, compareEveryMs }: AuditRounds): {
  stop(): Promise<void>;
} {
  const onFault = warning(crossCheckDeps.log, 'round of the audit failed');
  const memory: CrossCheckMemory = new Map();
  const checkpoints =
    checkpointing &&
    everyMs(
      CHECKPOINTS_EVERY_MS,
      () =>
        createDueCheckpoints(checkpointing, pace, (orgId, fault) =>
          raiseIncident(crossCheckDeps, orgId, chainBroken(orgId, fault)),
        ),
      onFault,
    );
  const comparing = everyMs(
    compareEveryMs,
    () => crossCheckCarrier(crossCheckDeps, memory),
    onFault,
  );
  return {
    async stop() {
      await checkpoints?.stop();
      await comparing.stop();
    },
  };
}
