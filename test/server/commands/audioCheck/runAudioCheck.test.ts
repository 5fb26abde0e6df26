import assert from 'node:assert/strict';
import {
  startAudioCheck,
  type AudioCheckDeps,
} from '../../../../server/commands/audioCheck/runAudioCheck.ts';
import {
  passLimitMs,
  runLimitMs,
  type AudioCheckPace,
} from '../../../../server/domain/audioCheck/timeLimits.ts';
import { quietLog } from '../../../support/quietLog.ts';

/** The largest of each setting. */
const SLOWEST: AudioCheckPace = { settleMs: 5_000, listenMs: 5_000, carrierTimeoutMs: 60_000 };
const DEFAULT: AudioCheckPace = { settleMs: 1_000, listenMs: 600, carrierTimeoutMs: 5_000 };
/** The limits that the room has for what it waits for. */
const [OPENING_MS, TELLING_MS, UNSURE_MS] = [20_000, 5_000, 2_000];

/** A run on virtual time in which everything takes as long as it may, and finds a fault each time. */
async function slowestRun({ settleMs, listenMs, carrierTimeoutMs }: AudioCheckPace) {
  const passesMs: number[] = [];
  let limitMs: number | undefined;
  const takes = (ms: number): void => void (passesMs[passesMs.length - 1]! += ms);
  const request = async (): Promise<void> => takes(carrierTimeoutMs);
  const deps: AudioCheckDeps = {
    rooms: {
      open: async () => {
        passesMs.push(OPENING_MS);
        return {
          conferenceId: 'CF1',
          admitSupervisor: async () => {
            takes(OPENING_MS);
            return { customer: 'CA1', rep: 'CA2', supervisor: 'CA3' };
          },
          listen: async (times = 1) => {
            takes(settleMs + 2 * UNSURE_MS + times * listenMs);
            return { fromMs: 0, untilMs: 1 };
          },
          heard: async () => {
            takes(TELLING_MS);
            return { levels: [], played: [], heard: [] };
          },
          close: async () => undefined,
        };
      },
    },
    runs: {
      begin: async (run: { runLimitMs: number }) => {
        limitMs = run.runLimitMs;
        return true;
      },
      progress: async () => undefined,
      conclude: async () => undefined,
      carrierHealth: async () => ({ status: 'doubtful' }),
    } as never,
    control: new Proxy({}, { get: () => request }) as never,
    store: { recordAudit: async () => undefined },
    clock: { now: () => '2026-11-20T17:00:00.000Z' },
    ids: { next: () => 'id' },
    log: quietLog,
    runLimitMs: runLimitMs({ settleMs, listenMs, carrierTimeoutMs }),
    orgIds: [],
    onBegun: () => undefined,
    onVerdict: () => undefined,
  };
  const started = await startAudioCheck(deps, { actor: { kind: 'system' }, notWithinMs: 0 });
  const verdict = await started!.verdict;
  return { verdict, passesMs, limitMs };
}

describe('an audio check that takes as long as its settings let it', () => {
  for (const [what, pace] of [
    ['the largest', SLOWEST],
    ['the default', DEFAULT],
  ] as const)
    it(`fits its limits with ${what} settings, also with the pass that confirms`, async () => {
      const { verdict, passesMs, limitMs } = await slowestRun(pace);
      assert.equal(verdict.status, 'failed');
      assert.equal(passesMs.length, 2);
      for (const ms of passesMs) assert.ok(ms <= passLimitMs(pace), `${ms} ms of a pass`);
      const totalMs = passesMs[0]! + passesMs[1]!;
      assert.ok(totalMs <= limitMs!, `${totalMs} of ${limitMs} ms`);
    });
});
