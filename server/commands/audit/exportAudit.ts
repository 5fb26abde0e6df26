import { createExportWriter } from '../../domain/audit/exportWriter.ts';
import type { AuditEvidence, AuditTrail } from '../../ports/audit/audit.ts';
import type { Clock } from '../../ports/index.ts';

export interface ExportAuditDeps {
  readonly trail: Pick<AuditTrail, 'head' | 'entries' | 'checkpoints' | 'signingKeys'>;
  readonly evidence: Pick<AuditEvidence, 'incidents' | 'reports'>;
  readonly clock: Clock;
}

const PAGE = 500;

/**
 * Yields an org's audit as it is now as JSON lines, with everything that offline verification needs
 * (D41).
 */
export async function* exportAudit(
  { trail, evidence, clock }: ExportAuditDeps,
  orgId: string,
): AsyncGenerator<string, void, undefined> {
  const writer = createExportWriter();
  // Read before the end of the chain: a checkpoint beyond the end then means that entries were cut
  // off, not that some were added.
  const checkpoints = await trail.checkpoints(orgId);
  const end = (await trail.head(orgId))?.position ?? 0;
  yield writer.header(orgId, clock.now());
  for (const key of await trail.signingKeys([...new Set(checkpoints.map(({ keyId }) => keyId))]))
    yield writer.key(key);
  for (const checkpoint of checkpoints) yield writer.checkpoint(checkpoint);
  for (let after = Number.MIN_SAFE_INTEGER; after < end;) {
    const page = (await trail.entries(orgId, after, PAGE)).filter(
      ({ position }) => position <= end,
    );
    if (page.length === 0) break;
    yield page.map((entry) => writer.entry(entry)).join('');
    after = page.at(-1)!.position;
  }
  for (const mark of await evidence.incidents(orgId)) yield writer.incident(mark);
  for (let after = 0; ;) {
    const page = await evidence.reports(orgId, after, PAGE);
    if (page.length === 0) break;
    yield page.map((report) => writer.report(report)).join('');
    after = page.at(-1)!.reportId;
  }
  yield writer.end();
}
