import { signedText, statementOf, type Checkpoint } from '../../domain/audit/checkpoint.ts';
import type { Fault } from '../../domain/audit/verify.ts';
import type { Clock, Log } from '../../ports.ts';
import type { AuditTrail, CheckpointSigner } from '../../ports/audit.ts';
import { verifySince } from './verifyChain.ts';

export interface Checkpointing {
  readonly trail: AuditTrail;
  readonly signer: CheckpointSigner;
  readonly clock: Clock;
  readonly log: Log;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Signs where an org's chain stands now. What came since the last checkpoint is verified first: a broken chain is
 * never signed. Answers undefined when there is nothing to sign.
 */
export async function takeCheckpoint({ trail, signer, clock }: Checkpointing, orgId: string): Promise<{ ok: Checkpoint } | { broken: Fault } | undefined> {
  const last = await trail.lastCheckpoint(orgId);
  const head = await trail.head(orgId);
  if (!head) return undefined;
  const broken = await verifySince({ trail }, last, head);
  if (broken) return { broken };
  const takenAt = clock.now();
  const { keyId } = signer;
  const number = (last?.number ?? 0) + 1;
  const statement = statementOf({ v: 1, orgId, number, position: head.position, hash: head.hash, at: takenAt, keyId });
  const checkpoint: Checkpoint = { orgId, number, statement, signature: signer.sign(signedText(statement)), keyId, takenAt };
  const isKept = await trail.keepCheckpoint(checkpoint, signer);
  // Another instance was faster: its checkpoint is as good.
  return { ok: isKept ? checkpoint : (await trail.checkpoint(orgId, number))! };
}

/** Takes the checkpoint of each org whose last one is a day old. */
export async function takeDailyCheckpoints(deps: Checkpointing, onBroken: (orgId: string, fault: Fault) => Promise<void>): Promise<void> {
  for (const { orgId } of await deps.trail.heads()) {
    const last = await deps.trail.lastCheckpoint(orgId);
    if (last && Date.parse(deps.clock.now()) - Date.parse(last.takenAt) < DAY_MS) continue;
    const taken = await takeCheckpoint(deps, orgId);
    if (!taken || 'ok' in taken) continue;
    deps.log.error({ orgId, position: taken.broken.position, kind: taken.broken.kind }, 'the audit chain is broken; no checkpoint was signed');
    await onBroken(orgId, taken.broken);
  }
}
