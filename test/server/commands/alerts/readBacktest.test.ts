import assert from 'node:assert/strict';
import { quotedCalls } from '../../../../server/commands/alerts/readBacktest.ts';
import { createReadings } from '../../../../server/commands/words/readTranscript.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { BacktestResult } from '../../../../server/ports/index.ts';
import { at, liveCall, person, rep } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const ended = (callId: string, managerIds: string[]): Call =>
  ({
    ...liveCall({ callId, rep: { ...rep(), managerIds } }),
    status: 'ended',
    endedAt: at(50),
  }) as unknown as Call;
const CALLS = [ended('mine', ['maya']), ended('not-mine', ['tomas'])];
const OWN = ['mine', 'mine-too', 'mine-as-well'];
const RESULT = {
  alerts: 3,
  calls: ['mine', 'not-mine', 'deleted'].map((callId) => ({ callId, words: [], text: 'Hello.' })),
} as unknown as BacktestResult;

describe('the lines of a rule that was run over past calls', () => {
  it('are put on the audit in one write, those of calls that are on it already left out', async () => {
    const writes: (string | undefined)[][] = [];
    const deps = {
      store: {
        loadCalls: async () => new Map(OWN.map((callId) => [callId, ended(callId, ['maya'])])),
        recordAudit: async (entries: readonly AuditEntry[]) =>
          void writes.push(entries.map(({ callId }) => callId)),
      },
      policies: { inForce: async () => SAMPLE_POLICY },
      readings: createReadings(),
      clock: { now: () => at(60) },
      ids: { next: () => 'id' },
    };
    const resultOf = (callIds: readonly string[]) =>
      ({
        result: { calls: callIds.map((callId) => ({ callId, words: [], text: 'Hello.' })) },
      }) as unknown as {
        readonly result: BacktestResult;
      };
    await quotedCalls(deps, person(), resultOf(['mine']));
    await quotedCalls(deps, person(), resultOf(OWN));
    assert.deepEqual(writes, [['mine'], ['mine-too', 'mine-as-well']]);
  });

  it('are given of calls that the reader may read, whoever ran it, on the audit and once', async () => {
    const audited: AuditEntry[] = [];
    const deps = {
      store: {
        loadCalls: async () => new Map(CALLS.map((call) => [call.callId, call])),
        recordAudit: async (entries: readonly AuditEntry[]) => void audited.push(...entries),
      },
      policies: { inForce: async () => SAMPLE_POLICY },
      readings: createReadings(),
      clock: { now: () => at(60) },
      ids: { next: () => 'id' },
    };
    const read = async () =>
      (await quotedCalls(deps, person(), { result: RESULT })).map(({ callId }) => callId);
    assert.deepEqual(await read(), ['mine']);
    assert.deepEqual(await read(), ['mine']);
    assert.deepEqual(
      audited.map(({ action, callId }) => [action, callId]),
      [['TranscriptRead', 'mine']],
    );
    const stranger = person({ userId: 'ada', roles: ['admin'] });
    assert.deepEqual(await quotedCalls(deps, stranger, { result: RESULT }), []);
    assert.equal(audited.length, 1);
  });
});
