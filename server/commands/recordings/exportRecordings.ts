import { createHash } from 'node:crypto';
import {
  aboutRecording,
  isTooMuch,
  MOST_HOURS,
  MOST_RECORDINGS,
  recordingsToExport,
  type ExportedRecording,
  type ManifestEntry,
} from '../../domain/audit/recordingExport.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { AuditTrail } from '../../ports/audit/audit.ts';
import {
  CarrierProblem,
  type RecordedCalls,
  type RecordingMedia,
  type RecordingSelection,
} from '../../ports/index.ts';
import { actEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface ExportRecordingsDeps extends AuditDeps {
  readonly recordedCalls: RecordedCalls;
  readonly media: Pick<RecordingMedia, 'open'>;
  readonly trail: Pick<AuditTrail, 'search' | 'head'>;
}

/** A file of the archive; its content is read once, before the next file is asked for. */
export interface ArchivedFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** More calls than have recordings in one archive, so that too many are noticed. */
const MOST_CALLS = MOST_RECORDINGS + 1;
/** On the audit, of one export: prepared, each recording opened, exported. */
const MOST_ENTRIES = MOST_RECORDINGS + 2;

/** An export as it was planned. */
interface PlannedExport {
  readonly exportId: string;
  readonly selection: RecordingSelection;
  readonly recordings: readonly ExportedRecording[];
}

/** The recordings of a selection, if one archive holds them. */
export async function planExport(
  deps: ExportRecordingsDeps,
  person: Person,
  selection: RecordingSelection,
): Promise<
  Result<{
    readonly recordings: readonly ExportedRecording[];
    /** How many are still being made, and are left out. */
    readonly unfinished: number;
  }>
> {
  const calls = await deps.recordedCalls.of(person.orgId, selection, MOST_CALLS);
  const recordings = recordingsToExport(calls);
  const why =
    recordings.length === 0
      ? refusal('no_recordings')
      : calls.length >= MOST_CALLS || isTooMuch(recordings)
        ? refusal('export_too_large', {
            values: { recordings: MOST_RECORDINGS, hours: MOST_HOURS },
          })
        : undefined;
  const unfinished = calls
    .flatMap((call) => call.recordings)
    .filter(({ status }) => status === 'in_progress').length;
  if (!why) return { ok: { recordings, unfinished } };
  const details = { ...selection };
  return refuseAudited(deps, person, { attempt: { action: 'ExportRecordings', details }, why });
}

/**
 * Begins a planned export and writes to the audit who exports what, even if the archive is never
 * fetched. Returns the audit's position before that.
 */
export async function prepareExport(
  deps: ExportRecordingsDeps,
  person: Person,
  { exportId, selection, recordings }: PlannedExport,
): Promise<number> {
  const head = await deps.trail.head(person.orgId);
  await deps.store.recordAudit([
    actEntry(deps, person, {
      action: 'RecordingExportPrepared',
      details: { exportId, ...selection, recordings: recordings.length },
    }),
  ]);
  return head?.position ?? 0;
}

/**
 * The files of an archive: each recording, with an audit entry before its first sound (D31), and at
 * last a manifest with their hashes. The hash of the manifest goes on the audit, so that a copy of
 * the archive can be held against it.
 */
export async function* exportRecordings(
  deps: ExportRecordingsDeps,
  person: Person,
  { exportId, selection, recordings }: PlannedExport,
): AsyncGenerator<ArchivedFile, void, undefined> {
  const entries: ManifestEntry[] = [];
  for (const one of recordings) {
    const opened = await openFor(deps, one.recording.recordingId);
    if ('missing' in opened) {
      entries.push({ ...aboutRecording(one), missing: opened.missing });
      continue;
    }
    const { recordingId, of } = one.recording;
    await deps.store.recordAudit([
      actEntry(deps, person, {
        action: 'RecordingOpened',
        call: one.call,
        ...(of.kind === 'supervisor' && { interventionId: of.interventionId }),
        details: { recordingId, of: of.kind, exportId },
      }),
    ]);
    const digest = createHash('sha256');
    let bytes = 0;
    yield {
      name: one.file,
      content: (async function* () {
        for await (const chunk of opened.sound as AsyncIterable<Uint8Array>) {
          digest.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      })(),
    };
    entries.push({ ...aboutRecording(one), sha256: digest.digest('hex'), bytes });
  }

  const manifest = Buffer.from(
    `${JSON.stringify(
      {
        exportId,
        orgId: person.orgId,
        exportedBy: { userId: person.userId, name: person.name },
        exportedAt: deps.clock.now(),
        selection,
        recordings: entries,
      },
      undefined,
      2,
    )}\n`,
  );
  await deps.store.recordAudit([
    actEntry(deps, person, {
      action: 'RecordingsExported',
      details: {
        exportId,
        recordings: entries.filter((entry) => 'sha256' in entry).length,
        missing: entries.filter((entry) => 'missing' in entry).length,
        manifestSha256: createHash('sha256').update(manifest).digest('hex'),
      },
    }),
  ]);
  yield { name: 'manifest.json', content: chunksOf(manifest) };
}

/** How far an export is, from the audit; `since` is the audit's position before it was prepared. */
export async function exportProgress(
  { trail }: Pick<ExportRecordingsDeps, 'trail'>,
  { orgId }: Person,
  { exportId, since }: { exportId: string; since: number },
): Promise<
  Result<{ readonly opened: number; readonly finished?: { missing: number; sha256: string } }>
> {
  const entries = await trail.search({
    orgId,
    exportId,
    after: since,
    limit: MOST_ENTRIES,
  });
  if (entries.length === 0) return { refusal: refusal('export_not_found') };
  const done = entries.find(({ action }) => action === 'RecordingsExported');
  return {
    ok: {
      opened: entries.filter(({ action }) => action === 'RecordingOpened').length,
      ...(done && {
        finished: {
          missing: Number(done.details.missing),
          sha256: String(done.details.manifestSha256),
        },
      }),
    },
  };
}

async function openFor(
  { media }: ExportRecordingsDeps,
  recordingId: string,
): Promise<{ sound: AsyncIterable<unknown> } | { missing: 'gone' | 'unavailable' }> {
  try {
    return (await media.open(recordingId)) ?? { missing: 'gone' };
  } catch (problem) {
    if (problem instanceof CarrierProblem) return { missing: 'unavailable' };
    throw problem;
  }
}

async function* chunksOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
