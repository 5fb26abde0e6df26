import { Readable } from 'node:stream';
import { createCheckpoint, type CheckpointDeps } from '../../commands/audit/createCheckpoint.ts';
import { exportAudit } from '../../commands/audit/exportAudit.ts';
import { inspectCheckpoints, verifyChain } from '../../commands/audit/verifyChain.ts';
import { actEntry } from '../../commands/transact/auditEntries.ts';
import type { ActAction } from '../../domain/audit/actions.ts';
import type { ChainedEntry } from '../../domain/audit/chain.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { auditFaultText } from '../../domain/texts/auditFaults.ts';
import { actionLabel, storedActions } from '../../domain/texts/auditLabels.ts';
import { roleLabel } from '../../domain/texts/labels.ts';
import { refusalName } from '../../domain/texts/refusalNames.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import type { AuditEvidence, AuditTrail } from '../../ports/audit/audit.ts';
import type { Directory, Store } from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { auditQuery, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { partiesOf } from '../views/callParties.ts';
import { readerLanguage } from '../views/readerLanguage.ts';

export interface AuditRouteDeps extends AdminGate {
  readonly trail: AuditTrail;
  readonly evidence: AuditEvidence;
  readonly directory: Pick<Directory, 'person'>;
  readonly calls: Pick<Store, 'loadCalls'>;
  /** Undefined where no signing key is configured. */
  readonly checkpointing: CheckpointDeps | undefined;
}

/** The audit of an administrator's own org: search, checkpoints, verification, export. */
export const auditRoutes =
  (deps: AuditRouteDeps): Routes =>
  (router) => {
    const { trail, evidence, checkpointing, store, clock } = deps;
    const note = (person: Person, action: ActAction): Promise<void> =>
      store.recordAudit([actEntry(deps, person, { action })]);

    router.get('/api/audit', async (ctx) => {
      const { orgId, locale } = await asAdmin(ctx, deps, 'ReadAudit');
      const language = languageOf(locale);
      const { action, ...query } = valid(auditQuery, ctx.query);
      const entries = await trail.search({
        orgId,
        ...query,
        ...(action && { actions: storedActions(action) }),
      });
      const names = await namesIn(deps.directory, orgId, entries);
      ctx.body = {
        entries: entries.map((entry) => ({
          ...entry,
          label: actionLabel(entry.action, language),
          ...(entry.code && { problem: refusalName(entry.code, language) }),
          ...(entry.actor.kind === 'person' &&
            entry.actor.role && { actorRole: roleLabel(entry.actor.role, language) }),
        })),
        names,
        calls: await partiesOf(
          deps.calls,
          orgId,
          entries.flatMap(({ callId }) => callId ?? []),
        ),
        next: entries.length === query.limit ? entries.at(-1)?.position : undefined,
      };
    });

    router.get('/api/audit/checkpoints', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadCheckpoints');
      ctx.body = await inspectCheckpoints(trail, orgId);
    });

    router.post('/api/audit/checkpoints', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'TakeCheckpoint');
      if (!checkpointing) throw new Refused(refusal('checkpoints_off'));
      await note(person, 'CheckpointTaken');
      const taken = await createCheckpoint(checkpointing, person.orgId);
      if (!taken || 'broken' in taken)
        throw new Refused(
          refusal(
            'audit_broken',
            taken && {
              wording: 'audit_broken.fault',
              values: { fault: auditFaultText(taken.broken, readerLanguage(ctx)) },
            },
          ),
        );
      ctx.status = 201;
      ctx.body = { checkpoint: taken.ok };
    });

    router.get('/api/audit/verify', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'VerifyAudit');
      await note(person, 'AuditVerified');
      ctx.type = 'application/x-ndjson';
      ctx.set('cache-control', 'no-store');
      ctx.body = Readable.from(verification(deps, person.orgId, readerLanguage(ctx)));
    });

    router.get('/api/audit/export', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'ExportAudit');
      await note(person, 'AuditExported');
      ctx.type = 'application/x-ndjson';
      ctx.set('cache-control', 'no-store');
      ctx.attachment(`dealside-audit-${person.orgId}-${clock.now().slice(0, 10)}.jsonl`);
      ctx.body = Readable.from(exportAudit({ trail, evidence, clock }, person.orgId));
    });
  };

/**
 * The names of people in these entries, as far as the CRM knows them. Names that cannot be read now
 * are left out, so that the audit is readable without the CRM.
 */
async function namesIn(
  directory: Pick<Directory, 'person'>,
  orgId: string,
  entries: readonly ChainedEntry[],
): Promise<Record<string, string>> {
  const ids = new Set(
    entries.flatMap(({ actor, details }) => [
      actor.kind === 'person' ? actor.userId : undefined,
      actor.kind === 'unknown' ? actor.claimedUserId : undefined,
      details.supervisorUserId,
      details.repUserId,
    ]),
  );
  const known = await Promise.all(
    [...ids].flatMap((id) =>
      typeof id === 'string'
        ? [
            directory.person(orgId, id).then(
              (person) => [id, person?.name],
              () => [id, undefined],
            ),
          ]
        : [],
    ),
  );
  return Object.fromEntries(known.filter(([, name]) => name !== undefined)) as Record<
    string,
    string
  >;
}

/** Yields one line of JSON for each progress report, and a last one with the result. */
async function* verification(
  { trail, evidence, clock }: AuditRouteDeps,
  orgId: string,
  language: Language,
): AsyncGenerator<string, void, undefined> {
  let latest: { checked: number; of: number } | undefined;
  let tell: () => void = () => undefined;
  const work = verifyChain({ trail, evidence, clock }, orgId, (checked, of) => {
    latest = { checked, of };
    tell();
  });
  const done = work.then((result) => ({ result }));
  for (;;) {
    const moved = new Promise<undefined>((resolve) => (tell = () => resolve(undefined)));
    const ended = await Promise.race([done, moved]);
    if (latest) yield `${JSON.stringify({ progress: latest })}\n`;
    if (!ended) continue;
    const { result } = ended;
    const last =
      'message' in result
        ? { ok: false, fault: { ...result, text: auditFaultText(result, language) } }
        : { ok: true, ...result };
    yield `${JSON.stringify(last)}\n`;
    return;
  }
}
