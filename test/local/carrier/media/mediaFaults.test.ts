import assert from 'node:assert/strict';
import type { Audibility } from '../../../../local/carrier/media/hears.ts';
import {
  hearsWithFault,
  isMediaFault,
  MEDIA_FAULTS,
  type MediaFault,
} from '../../../../local/carrier/media/mediaFaults.ts';

const rep: Audibility = { callSid: 'rep', muted: false, hold: false, coaching: false };
const customer: Audibility = { ...rep, callSid: 'customer' };
const supervisor: Audibility = { ...rep, callSid: 'supervisor', startConferenceOnEnter: false };
const MODES: Record<string, Audibility> = {
  monitor: { ...supervisor, muted: true },
  whisper: { ...supervisor, coaching: true, callSidToCoach: 'rep' },
  barge: supervisor,
};

/** Everyone who hears a party: the supervisor in each mode, and rep and customer each other. */
const heardBy = (fault: MediaFault | null): Record<string, string[]> =>
  Object.fromEntries([
    ...Object.entries(MODES).map(([mode, speaker]) => [
      mode,
      [rep, customer]
        .filter((listener) => hearsWithFault(fault, listener, speaker))
        .map(({ callSid }) => callSid),
    ]),
    [
      'rep',
      [customer, MODES.monitor!]
        .filter((listener) => hearsWithFault(fault, listener, rep))
        .map(({ callSid }) => callSid),
    ],
  ]);

const SOUND = {
  monitor: [],
  whisper: ['rep'],
  barge: ['rep', 'customer'],
  rep: ['customer', 'supervisor'],
};
const WRONG: Record<MediaFault, Partial<typeof SOUND>> = {
  'whisper-leak': { whisper: ['rep', 'customer'] },
  'audible-monitor': { monitor: ['rep', 'customer'] as never[] },
  deaf: { whisper: [], barge: [], rep: [] },
  'whisper-dead': { whisper: [] },
  'barge-muted': { barge: [] },
};

describe('a carrier whose mixes are at fault', () => {
  it('mixes soundly when told nothing', () => assert.deepEqual(heardBy(null), SOUND));
  for (const fault of MEDIA_FAULTS) {
    it(`${fault}: only what it names is wrong`, () =>
      assert.deepEqual(heardBy(fault), { ...SOUND, ...WRONG[fault] }));
  }
  it('knows no other fault', () => assert.equal(isMediaFault('echo'), false));
});
