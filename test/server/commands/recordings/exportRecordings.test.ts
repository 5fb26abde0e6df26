import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  exportProgress,
  exportRecordings,
  planExport,
  prepareExport,
  type ExportRecordingsDeps,
} from '../../../../server/commands/recordings/exportRecordings.ts';
import type { ChainedEntry } from '../../../../server/domain/audit/chain.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { Call, Recording } from '../../../../server/domain/call/call.ts';
import { zipped } from '../../../../server/http/zip.ts';
import type { AuditQuery } from '../../../../server/ports/audit/audit.ts';
import { CarrierProblem } from '../../../../server/ports/index.ts';
import { liveCall, person, START } from '../../../support/builders.ts';
import { readZip } from '../../../support/zipFile.ts';

const ADA = person({ userId: 'ada', name: 'Ada Byron', roles: ['admin'] });
const SOUND = Buffer.from('RIFF of Ravi and Priya, as the phone network gave it');
const recording = (recordingId: string, more: Partial<Recording> = {}): Recording => ({
  recordingId,
  of: { kind: 'call' },
  status: 'completed',
  startedAt: START,
  durationSeconds: 60,
  ...more,
});
const callWith = (recordings: readonly Recording[], callId = 'c1'): Call =>
  liveCall({ callId, recordings });

describe('recordings that are exported for a dispute', () => {
  let audit: AuditEntry[];
  const deps = (calls: readonly Call[]): ExportRecordingsDeps => ({
    store: { recordAudit: async (entries) => void audit.push(...entries) },
    clock: { now: () => '2026-11-28T12:00:00.000Z' },
    ids: { next: () => `id-${audit.length}` },
    recordedCalls: { of: async (_orgId, _selection, limit) => calls.slice(0, limit) },
    media: {
      open: async (recordingId) => {
        if (recordingId === 'RE-away') throw new CarrierProblem('unavailable', 'no answer');
        return recordingId === 'RE-gone'
          ? undefined
          : {
              contentType: 'audio/x-wav',
              sound: Readable.from([SOUND.subarray(0, 9), SOUND.subarray(9)]),
            };
      },
    },
    trail: { search: async () => [], head: async () => undefined },
  });
  beforeEach(() => {
    audit = [];
  });
  const refusedWith = async (calls: readonly Call[]) => {
    const planned = await planExport(deps(calls), ADA, { callId: 'c1' });
    return 'refusal' in planned ? planned.refusal.code : undefined;
  };

  it('are in an archive with a manifest: what each is, its hash, and which are missing (D41, P16)', async () => {
    const calls = [
      callWith([recording('RE1'), recording('RE-gone'), recording('RE-away')]),
      callWith([recording('RE2', { of: { kind: 'voicemail' } })], 'c2'),
    ];
    const selection = { callId: 'c1' };
    const planned = await planExport(deps(calls), ADA, selection);
    assert.ok('ok' in planned);
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipped(
      exportRecordings(deps(calls), ADA, {
        exportId: 'x1',
        selection,
        recordings: planned.ok.recordings,
      }),
      new Date('2026-11-28T12:00:00Z'),
    ))
      chunks.push(chunk);

    const files = readZip(Buffer.concat(chunks));
    const manifest = files.get('manifest.json')!;
    const { exportedBy, recordings } = JSON.parse(manifest.toString()) as {
      exportedBy: object;
      recordings: { file: string; recordingId: string; sha256?: string; missing?: string }[];
    };
    assert.deepEqual(exportedBy, { userId: 'ada', name: 'Ada Byron' });
    const sha256 = createHash('sha256').update(SOUND).digest('hex');
    assert.deepEqual(
      recordings.map((one) => [one.recordingId, one.sha256, one.missing]),
      [
        ['RE1', sha256, undefined],
        ['RE-gone', undefined, 'gone'],
        ['RE-away', undefined, 'unavailable'],
        ['RE2', sha256, undefined],
      ],
    );
    assert.deepEqual(
      [...files.keys()],
      [...recordings.flatMap((one) => (one.sha256 ? [one.file] : [])), 'manifest.json'],
    );
    for (const { file, sha256: hash } of recordings)
      if (hash) assert.deepEqual(files.get(file), SOUND);
    assert.deepEqual(audit.at(-1)!.details, {
      exportId: 'x1',
      recordings: 2,
      missing: 2,
      manifestSha256: createHash('sha256').update(manifest).digest('hex'),
    });
  });

  it('are each on the audit before their first sound (D31, D41)', async () => {
    const calls = [callWith([recording('RE1'), recording('RE2')])];
    const planned = await planExport(deps(calls), ADA, { callId: 'c1' });
    assert.ok('ok' in planned);
    const { recordings } = planned.ok;
    const begun = { exportId: 'x1', selection: { callId: 'c1' }, recordings };
    const files = exportRecordings(deps(calls), ADA, begun);
    await files.next();
    assert.deepEqual(
      audit.map(({ action, callId, actor, details }) => [action, callId, actor, details]),
      [
        [
          'RecordingOpened',
          'c1',
          { kind: 'person', userId: 'ada', role: 'admin' },
          { recordingId: 'RE1', of: 'call', exportId: 'x1' },
        ],
      ],
    );
  });

  it('are an export once it is on the audit who wanted what, and no other one exists', async () => {
    const calls = [callWith([recording('RE1')])];
    const planned = await planExport(deps(calls), ADA, { callId: 'c1' });
    assert.ok('ok' in planned);
    const { recordings } = planned.ok;
    const begun = { exportId: 'x1', selection: { callId: 'c1' }, recordings };
    assert.equal(await prepareExport(deps(calls), ADA, begun), 0);
    assert.deepEqual(
      audit.map(({ action, details }) => [action, details]),
      [['RecordingExportPrepared', { exportId: 'x1', callId: 'c1', recordings: 1 }]],
    );
    const trail = {
      head: async () => undefined,
      search: async ({ exportId }: AuditQuery) =>
        audit
          .filter(({ details }) => details.exportId === exportId)
          .map((entry) => entry as unknown as ChainedEntry),
    };
    const progressOf = (exportId: string) => exportProgress({ trail }, ADA, { exportId, since: 0 });
    assert.deepEqual(await progressOf('x1'), { ok: { opened: 0 } });
    const unknown = await progressOf('x2');
    assert.equal('refusal' in unknown && unknown.refusal.code, 'export_not_found');
  });

  it('are refused where there are none, or more than an archive holds, which is on the audit', async () => {
    assert.equal(
      await refusedWith([callWith([recording('RE1', { status: 'in_progress' })])]),
      'no_recordings',
    );
    const many = Array.from({ length: 201 }, (_, n) => recording(`RE${n}`));
    assert.equal(await refusedWith([callWith(many)]), 'export_too_large');
    assert.equal(
      await refusedWith([callWith([recording('RE1', { durationSeconds: 31 * 3_600 })])]),
      'export_too_large',
    );
    assert.equal(await refusedWith([callWith(many.slice(0, 200))]), undefined);
    assert.deepEqual(
      audit.map(({ action, result }) => `${action} ${result}`),
      Array(3).fill('ExportRecordings refused'),
    );
  });

  it('say how many are still being made', async () => {
    const planned = await planExport(
      deps([callWith([recording('RE1'), recording('RE2', { status: 'in_progress' })])]),
      ADA,
      { callId: 'c1' },
    );
    assert.ok('ok' in planned);
    assert.deepEqual([planned.ok.recordings.length, planned.ok.unfinished], [1, 1]);
  });
});
