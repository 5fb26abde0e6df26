import { createDueCheckpoints, type CheckpointDeps } from '../commands/audit/createCheckpoint.ts';
import {
  chainBroken,
  crossCheckCarrier,
  raiseIncident,
  type CrossCheckDeps,
  type CrossCheckMemory,
} from '../commands/audit/crossCheckCarrier.ts';
import type { CheckpointPace } from '../domain/audit/checkpoint.ts';
import type { Repeated } from '../everyMs.ts';
import type { RepeatRound } from './ownedRounds.ts';

/** Short enough that a checkpoint is less than a minute late. */
const CHECKPOINTS_EVERY_MS = 20_000;

interface AuditRounds {
  readonly crossCheckDeps: CrossCheckDeps;
  /** Undefined where no signing key is configured. */
  readonly checkpointing: CheckpointDeps | undefined;
  readonly pace: CheckpointPace;
  readonly compareEveryMs: number;
}

/**
 * Starts the worker's rounds over the audit: due checkpoints, and the cross-check with the carrier.
 */
export function auditRounds(
  { crossCheckDeps, checkpointing, pace, compareEveryMs }: AuditRounds,
  repeat: RepeatRound,
): Pick<Repeated, 'stop'> {
  const onFault = 'round of the audit failed';
  const checkpoints =
    checkpointing &&
    repeat({
      everyMs: CHECKPOINTS_EVERY_MS,
      memory: () => undefined,
      act: () =>
        createDueCheckpoints(checkpointing, pace, (orgId, fault) =>
          raiseIncident(crossCheckDeps, orgId, chainBroken(orgId, fault)),
        ),
      onFault,
    });
  const comparing = repeat({
    everyMs: compareEveryMs,
    memory: (): CrossCheckMemory => new Map(),
    act: (memory) => crossCheckCarrier(crossCheckDeps, memory),
    onFault,
  });
  return {
    async stop() {
      await checkpoints?.stop();
      await comparing.stop();
    },
  };
}
