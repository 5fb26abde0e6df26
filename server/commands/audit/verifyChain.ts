import {
  positionIn,
  standingIn,
  type Checkpoint,
  type Standing,
} from '../../domain/audit/checkpoint.ts';
import { createEvidenceVerifier } from '../../domain/audit/evidence.ts';
import {
  createChainVerifier,
  type ChainVerifier,
  type Fault,
  type Uncovered,
  type SignedPosition,
} from '../../domain/audit/verify.ts';
import type { AuditEvidence, AuditTrail, ChainHead } from '../../ports/audit/audit.ts';
import type { Clock } from '../../ports/index.ts';
import { unhurried } from './unhurried.ts';

export interface VerifyChainDeps {
  readonly trail: Pick<AuditTrail, 'head' | 'entries' | 'checkpoints' | 'signingKeys'>;
  readonly evidence: Pick<AuditEvidence, 'incidents' | 'reports'>;
  readonly clock: Clock;
}

export interface VerifiedChain {
  readonly entries: number;
  readonly checkpoints: number;
  readonly head: Omit<ChainHead, 'orgId'>;
  readonly uncovered: Uncovered;
}

/** Hashed without a pause: a click waits no longer than that, a few milliseconds. */
const PAGE = 25;
/** Before the first position: an entry that somebody inserted there is read too. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/**
 * Verifies an org's whole chain as it is in the database now, and its checkpoints. `progress` is
 * called after each page.
 */
export async function verifyChain(
  { trail, evidence, clock }: VerifyChainDeps,
  orgId: string,
  progress: (checked: number, of: number) => void = () => undefined,
): Promise<Fault | VerifiedChain> {
  // Read before the end of the chain: a checkpoint beyond the end then means that entries were cut
  // off, not that some were added.
  const signed = await standingsOf(trail, orgId);
  if ('message' in signed) return signed;
  const end = (await trail.head(orgId))?.position ?? 0;
  const chain = createChainVerifier({ orgId, witnessed: signed.map(signedPositionOf) });
  const beside = createEvidenceVerifier();
  const watched: Pick<ChainVerifier, 'check'> = {
    check(entry) {
      beside.entry(entry);
      return chain.check(entry);
    },
  };
  const fault = await verifyPages(trail, orgId, {
    chain: watched,
    from: BEFORE_ALL,
    end,
    progress,
  });
  return (
    fault ??
    chain.end() ??
    (await evidenceFault(evidence, beside, { orgId, now: clock.now() })) ?? {
      entries: chain.head.position,
      checkpoints: signed.length,
      head: chain.head,
      uncovered: chain.uncovered,
    }
  );
}

async function evidenceFault(
  evidence: VerifyChainDeps['evidence'],
  beside: ReturnType<typeof createEvidenceVerifier>,
  { orgId, now }: { readonly orgId: string; readonly now: string },
): Promise<Fault | undefined> {
  for (const mark of await evidence.incidents(orgId)) {
    const fault = beside.incident(mark, now);
    if (fault) return fault;
  }
  for (let after = 0; ;) {
    const page = await evidence.reports(orgId, after, PAGE);
    if (page.length === 0) return beside.end();
    for (const report of page) {
      const fault = beside.report(report);
      if (fault) return fault;
    }
    after = page.at(-1)!.reportId;
  }
}

/**
 * Verifies only what came after a checkpoint: what was before was verified when it was signed. It
 * runs in the background, so it rests between pages.
 */
export async function verifySince(
  { trail }: Pick<VerifyChainDeps, 'trail'>,
  last: Checkpoint | undefined,
  head: ChainHead,
): Promise<Fault | undefined> {
  const { orgId } = head;
  const [key] = last ? await trail.signingKeys([last.keyId]) : [];
  const since = last && standingIn(last, key?.publicKey ?? '');
  if (last && since?.orgId !== orgId)
    return {
      kind: 'checkpoint_invalid',
      message: `Checkpoint ${last.number} was changed: its signature does not match.`,
    };
  const [signed] = since ? await trail.entries(orgId, since.position - 1, 1) : [];
  if (since && signed?.hash !== since.hash) {
    return {
      kind: 'checkpoint_contradicted',
      position: since.position,
      message: `Entry ${since.position} is not the one that checkpoint ${since.number} signed, or it is gone.`,
    };
  }
  const chain = createChainVerifier({
    orgId,
    after: since && { position: since.position, hash: since.hash },
    witnessed: [{ ...head, name: 'the head of the chain' }],
  });
  return (
    (await verifyPages(trail, orgId, {
      chain,
      from: since?.position ?? 0,
      end: head.position,
      inPieces: unhurried,
    })) ?? chain.end()
  );
}

const signedPositionOf = ({ position, hash, number }: Standing): SignedPosition => ({
  position,
  hash,
  name: `Checkpoint ${number}`,
});

async function standingsOf(
  trail: VerifyChainDeps['trail'],
  orgId: string,
): Promise<Standing[] | Fault> {
  const checkpoints = await trail.checkpoints(orgId);
  const keys = new Map(
    (await trail.signingKeys([...new Set(checkpoints.map(({ keyId }) => keyId))])).map(
      ({ keyId, publicKey }) => [keyId, publicKey],
    ),
  );
  const standings: Standing[] = [];
  for (const checkpoint of checkpoints) {
    const expected = standings.length + 1;
    if (checkpoint.number !== expected)
      return {
        kind: 'checkpoint_missing',
        message: `Checkpoint ${expected} is missing: checkpoint ${checkpoint.number} stands in its place.`,
      };
    const standing = standingIn(checkpoint, keys.get(checkpoint.keyId) ?? '');
    if (standing?.number !== expected || standing.orgId !== orgId)
      return {
        kind: 'checkpoint_invalid',
        message: `Checkpoint ${expected} was changed or swapped: its signature does not match what it stands for.`,
      };
    standings.push(standing);
  }
  return standings;
}

interface VerifyPagesOptions {
  /** The positions after which it begins, and at which it ends. */
  readonly from: number;
  readonly end: number;
  readonly progress?: (checked: number, of: number) => void;
  /** Runs the work of each page, perhaps with a rest after it; without it, pages follow at once. */
  readonly inPieces?: typeof unhurried;
}

async function verifyPages(
  trail: VerifyChainDeps['trail'],
  orgId: string,
  {
    chain,
    from,
    end,
    progress = () => undefined,
    inPieces = (work) => work(),
  }: VerifyPagesOptions & { readonly chain: Pick<ChainVerifier, 'check'> },
): Promise<Fault | undefined> {
  let after = from;
  const verifyPage = async (): Promise<Fault | 'end' | undefined> => {
    const page = (await trail.entries(orgId, after, PAGE)).filter(
      ({ position }) => position <= end,
    );
    if (page.length === 0) return 'end';
    for (const entry of page) {
      const fault = chain.check(entry);
      if (fault) return fault;
    }
    after = page.at(-1)!.position;
    progress(after, end);
    return undefined;
  };
  while (after < end) {
    const found = await inPieces(verifyPage);
    if (found === 'end') break;
    if (found) return found;
  }
  return undefined;
}

export type CheckpointState =
  | 'good'
  | 'signature_wrong'
  | 'entry_differs'
  | 'entry_missing'
  | 'signed';

/**
 * For this many of the newest checkpoints the signed entry is read. Older ones are left to the
 * verification of the whole chain.
 */
const MAX_INSPECTED = 50;

/**
 * The checkpoints of an org, oldest first, each with its state, and the entries that no checkpoint
 * covers.
 */
export async function inspectCheckpoints(trail: AuditTrail, orgId: string) {
  const checkpoints = await trail.checkpoints(orgId);
  const keys = await trail.signingKeys([...new Set(checkpoints.map(({ keyId }) => keyId))]);
  const stateOf = async (checkpoint: Checkpoint, isRecent: boolean): Promise<CheckpointState> => {
    const standing = standingIn(
      checkpoint,
      keys.find(({ keyId }) => keyId === checkpoint.keyId)?.publicKey ?? '',
    );
    if (standing?.number !== checkpoint.number || standing.orgId !== orgId)
      return 'signature_wrong';
    if (!isRecent) return 'signed';
    const [entry] = await trail.entries(orgId, standing.position - 1, 1);
    if (entry?.position !== standing.position) return 'entry_missing';
    return entry.hash === standing.hash ? 'good' : 'entry_differs';
  };
  const looked = await Promise.all(
    checkpoints.map(async (checkpoint, i) => ({
      ...checkpoint,
      position: positionIn(checkpoint),
      verification: await stateOf(checkpoint, i >= checkpoints.length - MAX_INSPECTED),
    })),
  );
  const covered = Math.max(0, ...looked.map(({ position }) => position));
  const [first] = await trail.entries(orgId, covered, 1);
  const head = (await trail.head(orgId))?.position ?? 0;
  const uncovered: Uncovered = {
    entries: Math.max(0, head - covered),
    ...(first && { since: first.at }),
  };
  return { checkpoints: looked, keys, uncovered };
}
