import assert from 'node:assert/strict';
import {
  syncTranscription,
  type TranscriptionMemory,
} from '../../../../server/commands/words/syncTranscription.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';

const CALL = {
  ...liveCall({ participants: [participant('customer')] }),
  transcribes: true,
} as ReturnType<typeof liveCall>;
const PAUSED = { ...CALL, recordingPause: { status: 'paused', until: at(120) } as never };

/** The rows of the database, and what the carrier transcribes, with what can go wrong. */
function stage() {
  let row: { status: string; transcriptionId?: string } | undefined;
  const running = new Set<string>();
  const faults = { claim: false, stop: false, isTaken: false, isRepUnnotified: false };
  let starting: PromiseWithResolvers<void> | undefined;
  let count = 0;
  const memory: TranscriptionMemory = { calls: new Map() };
  const deps: Parameters<typeof syncTranscription>[0] = {
    legs: {
      async claim() {
        if (faults.claim) throw new Error('database away');
        if (faults.isTaken || row?.status === 'starting' || row?.status === 'running') return false;
        row = { status: 'starting' };
        return true;
      },
      started: async (_id, transcriptionId) => void (row = { status: 'running', transcriptionId }),
      failed: async () => void (row = { status: 'failed' }),
      of: async () => new Map(),
      async claimToStop() {
        if (row?.status !== 'running') return undefined;
        row = { ...row, status: 'stopped' };
        return row.transcriptionId;
      },
      stillRuns: async (_id, transcriptionId) =>
        void (row = { status: 'running', transcriptionId }),
    },
    transcription: {
      async start() {
        await starting?.promise;
        count += 1;
        running.add(`GT${count}`);
        return `GT${count}`;
      },
      async stop({ transcriptionId }) {
        if (faults.stop) throw new Error('carrier away');
        running.delete(transcriptionId);
      },
    },
    consent: { of: async () => ({ ...NO_CONSENT_SETTINGS, disclosedElsewhere: true }) },
    isRepUnnotified: async () => faults.isRepUnnotified,
    log: quietLog,
  };
  return {
    faults,
    running: () => [...running],
    holdStart: () => (starting = Promise.withResolvers()),
    look: (call = CALL, dueAgain?: readonly string[]) =>
      syncTranscription(deps, memory, call, dueAgain),
    fail: () => deps.legs.failed('CA-customer', 'GT1'),
  };
}

describe('a connection whose words are written down', () => {
  it('is not transcribed while the rep may not be monitored, and is stopped when that begins', async () => {
    const { look, running, faults } = stage();
    faults.isRepUnnotified = true;
    await look();
    assert.deepEqual(running(), []);
    faults.isRepUnnotified = false;
    await look();
    assert.deepEqual(running(), ['GT1']);
    faults.isRepUnnotified = true;
    await look();
    assert.deepEqual(running(), []);
  });

  it('is transcribed once, however often it is looked at', async () => {
    const { look, running } = stage();
    await look();
    await look();
    assert.deepEqual(running(), ['GT1']);
  });

  it('is stopped by a pause, also one that came while it was being started', async () => {
    const { look, running, holdStart } = stage();
    const start = holdStart();
    const first = look();
    await look(PAUSED);
    start.resolve();
    await first;
    assert.deepEqual(running(), ['GT1']);
    await look(PAUSED);
    assert.deepEqual(running(), []);
  });

  it('is stopped at a later look where the carrier did not stop it', async () => {
    const { look, running, faults } = stage();
    await look();
    faults.stop = true;
    await look(PAUSED);
    assert.deepEqual(running(), ['GT1']);
    faults.stop = false;
    await look(PAUSED);
    assert.deepEqual(running(), []);
  });

  it('is transcribed again once the pause is over', async () => {
    const { look, running } = stage();
    await look();
    await look(PAUSED);
    await look();
    assert.deepEqual(running(), ['GT2']);
  });

  it('is transcribed again after the carrier’s engine failed, once that is due', async () => {
    const { look, running, fail } = stage();
    await look();
    await fail();
    await look();
    assert.deepEqual(running(), ['GT1']);
    await look(CALL, ['CA-customer']);
    await look();
    assert.deepEqual(running(), ['GT1', 'GT2']);
  });

  it('is claimed again after the database was away, and after another that had it died', async () => {
    const { look, running, faults } = stage();
    faults.claim = true;
    await assert.rejects(look());
    Object.assign(faults, { claim: false, isTaken: true });
    await look();
    assert.deepEqual(running(), []);
    faults.isTaken = false;
    await look();
    assert.deepEqual(running(), ['GT1']);
  });
});
