import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import type { ChainedEntry } from './chain.ts';
import type { Checkpoint, SigningKey } from './checkpoint.ts';
import type { IncidentMark, SealedReport } from './evidence.ts';
import type { ExportLine } from './exportLines.ts';

/**
 * Writes the lines of one export. The last line has the number of entries, and the digest of all
 * bytes before it.
 */
export function createExportWriter() {
  const digest = createHash('sha256');
  let entries = 0;
  const written = (line: ExportLine): string => {
    const text = `${canonicalJson(line)}\n`;
    digest.update(text);
    return text;
  };
  return {
    header: (orgId: string, exportedAt: string) =>
      written({ type: 'export', v: 1, orgId, exportedAt }),
    key: (key: SigningKey) => written({ type: 'key', keyId: key.keyId, publicKey: key.publicKey }),
    checkpoint: ({ orgId, number, statement, signature, keyId, takenAt }: Checkpoint) =>
      written({ type: 'checkpoint', orgId, number, statement, signature, keyId, takenAt }),
    entry(entry: ChainedEntry): string {
      entries += 1;
      return written({ type: 'entry', ...entry });
    },
    incident: (mark: IncidentMark) => written({ type: 'incident', ...mark }),
    report: (report: SealedReport) => written({ type: 'report', ...report }),
    end: () => `${canonicalJson({ type: 'end', entries, digest: digest.digest('hex') })}\n`,
  };
}
