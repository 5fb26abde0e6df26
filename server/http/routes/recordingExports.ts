import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  exportProgress,
  exportRecordings,
  planExport,
  prepareExport,
  type ExportRecordingsDeps,
} from '../../commands/recordings/exportRecordings.ts';
import { secondsOf } from '../../domain/audit/recordingExport.ts';
import type { OneTimeSecrets, RecordingSelection } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { recordId, valid } from '../schemas.ts';
import { asAdmin, requireAdmin, type AdminGate } from '../session/adminGate.ts';
import { zipped } from '../zip.ts';

export interface RecordingExportRouteDeps extends AdminGate {
  readonly exports: ExportRecordingsDeps;
  readonly secrets: Pick<OneTimeSecrets, 'store'>;
}

const periodOf = { userId: recordId, from: z.iso.date(), to: z.iso.date() };
const inThisOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;
const notBefore = { path: ['to'], error: 'must not be before from' };
const ofOneCall = { callId: z.string().min(1).max(64) };

/** Recordings of one call, or of a person on some days. */
const exportSelection = z.union([
  z.strictObject(ofOneCall),
  z.strictObject(periodOf).refine(inThisOrder, notBefore),
]);

const exportTicket = { ticket: z.string().min(1).max(100) };
const exportArchiveQuery = z.union([
  z.strictObject({ ...ofOneCall, ...exportTicket }),
  z.strictObject({ ...periodOf, ...exportTicket }).refine(inThisOrder, notBefore),
]);

const exportProgressQuery = z.object({ since: z.coerce.number().int().min(0) });

/** Longest time from the click to the request for the archive. */
const TICKET_MS = 60_000;

/** The selection is part of the secret, so that a ticket opens nothing else. */
const secretOf = (exportId: string, selection: RecordingSelection, ticket: string): string =>
  `${exportId}:${Object.values(selection).join(':')}:${ticket}`;

/**
 * Recordings as an archive with a manifest, such as for a dispute. Requires the right to read the
 * audit.
 */
export const recordingExportRoutes =
  (deps: RecordingExportRouteDeps): Routes =>
  (router) => {
    const { authenticate, exports, secrets, clock, ids } = deps;

    router.post('/api/recording-exports', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'ExportRecordings');
      const selection = valid(exportSelection, ctx.request.body);
      const { recordings, unfinished } = orRefuse(await planExport(exports, person, selection));
      const [exportId, ticket] = [ids.next(), ids.next()];
      const expiresAt = new Date(Date.parse(clock.now()) + TICKET_MS).toISOString();
      await secrets.store(secretOf(exportId, selection, ticket), {
        orgId: person.orgId,
        userId: person.userId,
        purpose: 'recording',
        expiresAt,
      });
      const since = await prepareExport(exports, person, { exportId, selection, recordings });
      ctx.status = 201;
      ctx.body = {
        exportId,
        recordings: recordings.length,
        calls: new Set(recordings.map(({ call }) => call.callId)).size,
        seconds: secondsOf(recordings),
        unfinished,
        link: `/api/recording-exports/${exportId}/archive?${new URLSearchParams({ ...selection, ticket })}`,
        expiresAt,
        since,
      };
    });

    router.get('/api/recording-exports/:exportId/archive', async (ctx) => {
      const exportId = ctx.params.exportId!;
      const { ticket, ...selection } = valid(exportArchiveQuery, ctx.query);
      const secret = secretOf(exportId, selection, ticket);
      const person = await requireAdmin(
        deps,
        await authenticate.byTicket(ctx, secret, 'recording'),
        'ExportRecordings',
      );
      const { recordings } = orRefuse(await planExport(exports, person, selection));
      ctx.type = 'application/zip';
      ctx.set('cache-control', 'no-store');
      ctx.attachment(`dealside-recordings-${exportId}.zip`);
      const files = exportRecordings(exports, person, { exportId, selection, recordings });
      ctx.body = Readable.from(zipped(files, new Date(clock.now())));
    });

    router.get('/api/recording-exports/:exportId', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'ExportRecordings');
      const { since } = valid(exportProgressQuery, ctx.query);
      const exportId = ctx.params.exportId!;
      ctx.body = orRefuse(await exportProgress(exports, person, { exportId, since }));
    });
  };
