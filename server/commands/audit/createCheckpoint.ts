import {
  isCheckpointDue,
  signedText,
  statementOf,
  type Checkpoint,
  type CheckpointPace,
} from '../../domain/audit/checkpoint.ts';
import type { Fault } from '../../domain/audit/verify.ts';
import type { AuditTrail, CheckpointSigner } from '../../ports/audit/audit.ts';
import type { Clock, Log } from '../../ports/index.ts';
import { verifySince } from './verifyChain.ts';

export interface CheckpointDeps {
  readonly trail: AuditTrail;
  readonly signer: CheckpointSigner;
  readonly clock: Clock;
  readonly log: Log;
  /** Has the audit tell of evidence beside it, before it is signed. */
  readonly seal?: (orgId: string) => Promise<void>;
}

/**
 * Signs the current state of an org's chain. Entries since the last checkpoint are verified first:
 * a broken chain is never signed. Returns undefined when there is nothing to sign.
 */
export async function createCheckpoint(
  { trail, signer, clock, seal }: CheckpointDeps,
  orgId: string,
): Promise<{ ok: Checkpoint } | { broken: Fault } | undefined> {
  await seal?.(orgId);
  const last = await trail.lastCheckpoint(orgId);
  const head = await trail.head(orgId);
  if (!head) return undefined;
  const broken = await verifySince({ trail }, last, head);
  if (broken) return { broken };
  const takenAt = clock.now();
  const { keyId } = signer;
  const number = (last?.number ?? 0) + 1;
  const statement = statementOf({
    v: 1,
    orgId,
    number,
    position: head.position,
    hash: head.hash,
    at: takenAt,
    keyId,
  });
  const checkpoint: Checkpoint = {
    orgId,
    number,
    statement,
    signature: signer.sign(signedText(statement)),
    keyId,
    takenAt,
  };
  const isKept = await trail.storeCheckpoint(checkpoint, signer);
  // Another instance has taken this number: its checkpoint covers at least as much.
  return { ok: isKept ? checkpoint : (await trail.checkpoint(orgId, number))! };
}

/**
 * Takes a checkpoint for each org where one is due. `onBroken` is called with the fault of a chain
 * that cannot be signed.
 */
export async function createDueCheckpoints(
  deps: CheckpointDeps,
  pace: CheckpointPace,
  onBroken: (orgId: string, fault: Fault) => Promise<void>,
): Promise<void> {
  for (const head of await deps.trail.heads()) {
    const { orgId } = head;
    if (
      !isCheckpointDue({
        last: await deps.trail.lastCheckpoint(orgId),
        head,
        pace,
        now: deps.clock.now(),
      })
    )
      continue;
    const taken = await createCheckpoint(deps, orgId);
    if (!taken || 'ok' in taken) continue;
    deps.log.error(
      { orgId, position: taken.broken.position, kind: taken.broken.kind },
      'audit chain broken, no checkpoint signed',
    );
    await onBroken(orgId, taken.broken);
  }
}
