import { createHash, generateKeyPairSync } from 'node:crypto';
import { createCheckpointSigner } from '../../server/checkpointSigner.ts';
import {
  commitmentOf,
  contentHashOf,
  GENESIS,
  linkHashOf,
  type ChainedEntry,
  type PersonalField,
} from '../../server/domain/audit/chain.ts';
import { signedText, statementOf, type Checkpoint } from '../../server/domain/audit/checkpoint.ts';
import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import type { ExportReading } from '../../server/domain/audit/exportCheckpoints.ts';
import { createExportVerifier, type Verdict } from '../../server/domain/audit/exportVerifier.ts';
import { createExportWriter } from '../../server/domain/audit/exportWriter.ts';
import type { Fault } from '../../server/domain/audit/verify.ts';
import type { CheckpointSigner } from '../../server/ports/audit/audit.ts';
import { auditEntry } from './auditStage.ts';

export const newSigner = (): CheckpointSigner =>
  createCheckpointSigner(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );

/** Puts entries into one org's chain, as the database's trigger does. */
export function chained(entries: readonly AuditEntry[]): ChainedEntry[] {
  let previous = GENESIS;
  return entries.map(({ personal = [], ...facts }, i) => {
    const stored = Object.fromEntries(
      personal.map(({ name, value }): [string, PersonalField] => {
        const salt = createHash('md5')
          .update(facts.auditId + name)
          .digest('hex');
        return [name, { commitment: commitmentOf(salt, value), salt, value }];
      }),
    );
    const contentHash = contentHashOf(
      facts,
      Object.fromEntries(
        Object.entries(stored).map(([name, { commitment }]) => [name, commitment]),
      ),
    );
    const link = { position: i + 1, previous, contentHash };
    const hash = linkHashOf({ orgId: facts.orgId, ...link });
    previous = hash;
    return { ...facts, v: 1, ...link, hash, personal: stored };
  });
}

/** Recalculates all hashes, as an attacker with write access to the database could. */
export function rechained(entries: readonly ChainedEntry[]): ChainedEntry[] {
  let previous = GENESIS;
  return entries.map((entry, i) => {
    const commitments = Object.fromEntries(
      Object.entries(entry.personal).map(([name, { commitment }]) => [name, commitment]),
    );
    const link = { position: i + 1, previous, contentHash: contentHashOf(entry, commitments) };
    const hash = linkHashOf({ orgId: entry.orgId, ...link });
    previous = hash;
    return { ...entry, ...link, hash };
  });
}

/** A chain of entries as calls produce them, every third with personal data. */
export const sampleChain = (length = 12, orgId = 'org-a'): ChainedEntry[] =>
  chained(
    Array.from({ length }, (_, i) =>
      auditEntry({
        orgId,
        auditId: `${orgId}-${i}`,
        at: new Date(Date.UTC(2026, 10, 2, 17, 0, i)).toISOString(),
        callId: `c${i % 4}`,
        interventionId: 'i1',
        queue: '00G1',
        direction: 'inbound',
        opportunityId: '006',
        action: (['InterventionRequested', 'ModeRequested', 'ModeConfirmed'] as const)[i % 3]!,
        details: { mode: 'barge', reasonCode: 'large_deal', n: i },
        ...(i % 3 === 1 && {
          personal: [{ name: 'reason.note', value: `Asked for me ${i}.`, subjects: [] }],
        }),
        ...(i % 5 === 4 && { result: 'refused' as const, code: 'out_of_scope' as const }),
      }),
    ),
  );

export function checkpointAt(
  signer: CheckpointSigner,
  entry: ChainedEntry,
  number: number,
  at = `2026-11-0${number}T18:00:00.000Z`,
): Checkpoint {
  const { orgId, position, hash } = entry;
  const statement = statementOf({ v: 1, orgId, number, position, hash, at, keyId: signer.keyId });
  return {
    orgId,
    number,
    statement,
    signature: signer.sign(signedText(statement)),
    keyId: signer.keyId,
    takenAt: at,
  };
}

export interface Exported {
  readonly signer: CheckpointSigner;
  readonly checkpoints: readonly Checkpoint[];
  readonly entries: readonly ChainedEntry[];
  readonly orgId?: string;
}

/**
 * The lines of an export of these parts, with a matching last line even if the parts are forged.
 */
export function exportOf({ signer, checkpoints, entries, orgId = 'org-a' }: Exported): string[] {
  const writer = createExportWriter();
  const text =
    writer.header(orgId, '2026-11-09T00:00:00.000Z') +
    writer.key(signer) +
    checkpoints.map((one) => writer.checkpoint(one)).join('') +
    entries.map((one) => writer.entry(one)).join('') +
    writer.end();
  return text.trimEnd().split('\n');
}

export function verdictOn(lines: readonly string[], reading?: ExportReading): Fault | Verdict {
  const verifier = createExportVerifier(reading);
  for (const line of lines) {
    const fault = verifier.line(line);
    if (fault) return fault;
  }
  return verifier.end();
}
