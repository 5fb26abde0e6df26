import assert from 'node:assert/strict';
import { activeIntervention, type Call } from '../../../../server/domain/call/call.ts';
import { AUDIBLE_TO, MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import {
  removalSteps,
  silenceStep,
  silenceSteps,
} from '../../../../server/domain/carrier/silence.ts';
import { queueFor } from '../../../../server/domain/carrier/stepOrder.ts';
import type { Step } from '../../../../server/domain/carrier/steps.ts';
import { switchSteps } from '../../../../server/domain/carrier/switchSteps.ts';
import { flagsOf } from '../../../../server/telephony/conference/participantFlags.ts';
import { participant, supervisedCall } from '../../../support/builders.ts';

const REP = 'CA-rep';
const SUPERVISOR = 'CA-supervisor';

interface Flags {
  readonly muted: boolean;
  readonly coaching: boolean;
}

const callIn = (mode: Mode): Call => supervisedCall({ mode }, AUDIBLE_TO[mode]);
const stepsTo = (call: Call, mode: Mode, interrupts?: Mode): Step[] =>
  switchSteps(call, activeIntervention(call, 'i1')!, mode, { repAfter: 'listens', interrupts });
const ofSupervisor = (steps: readonly Step[]): Step[] =>
  steps.filter(({ connectionId }) => connectionId === SUPERVISOR);

/** The flags after each request that changes who hears the supervisor, the cleared whisper too. */
function flagsAfter(before: Flags, steps: readonly Step[]): Flags[] {
  const after = ofSupervisor(steps).flatMap((step): Flags[] => {
    if (step.do !== 'set' || !step.audibleTo) return [];
    const { muted, coaching } = flagsOf(step.audibleTo, step.whispersToConnectionId);
    return [{ muted, coaching }, ...(step.clearsWhisper ? [flagsOf('nobody')] : [])];
  });
  return [before, ...after];
}

/** Between two flags that one request changes, a carrier may be in a state that was never asked. */
const isHeardBetween = (before: Flags, after: Flags): boolean =>
  before.muted !== after.muted &&
  before.coaching !== after.coaching &&
  before.muted !== before.coaching;

describe('the steps of a mode change', () => {
  const silent: Flags = { muted: true, coaching: false };
  const left: Flags = { muted: true, coaching: true };

  for (const from of MODES)
    for (const to of MODES.filter((mode) => mode !== from))
      it(`change one thing at a time from ${from} to ${to}: nobody is heard between two of them`, () => {
        const call = callIn(from);
        const starts = from === 'monitor' ? [silent, left] : [flagsOf(AUDIBLE_TO[from], REP)];
        for (const start of starts) {
          const flags = flagsAfter(start, stepsTo(call, to));
          for (const [index, after] of flags.slice(1).entries())
            assert.ok(!isHeardBetween(flags[index]!, after), JSON.stringify(flags));
        }
      });

  it('change the connections that are on the call, take the supervisor off none of them, and dial nobody (D35)', () => {
    for (const from of MODES)
      for (const to of MODES) {
        const call = callIn(from);
        const there = call.participants.map(({ connectionId }) => connectionId);
        for (const step of stepsTo(call, to)) {
          assert.ok(there.includes(step.connectionId), JSON.stringify({ from, to, step }));
          assert.ok(
            step.do === 'set' || step.connectionId !== SUPERVISOR,
            JSON.stringify({ from, to, step }),
          );
        }
      }
  });

  it('silence a whisper first, and only then clear whom it reached', () => {
    assert.deepEqual(
      flagsAfter({ muted: false, coaching: true }, stepsTo(callIn('whisper'), 'monitor')),
      [
        { muted: false, coaching: true },
        { muted: true, coaching: true },
        { muted: true, coaching: false },
      ],
    );
  });

  it('set whom a whisper reaches first, and only then let it be heard', () => {
    assert.deepEqual(flagsAfter(silent, stepsTo(callIn('monitor'), 'whisper')), [
      { muted: true, coaching: false },
      { muted: true, coaching: true },
      { muted: false, coaching: true },
    ]);
  });

  it('make silence at once, and the first step of a whisper in its turn', () => {
    const queues = (call: Call, mode: Mode) =>
      ofSupervisor(stepsTo(call, mode)).map((step) => queueFor(call, step));
    assert.deepEqual(queues(callIn('whisper'), 'monitor'), ['immediate']);
    assert.deepEqual(queues(callIn('monitor'), 'whisper'), ['serialized', 'serialized']);
  });
});

describe('silence that was not asked for', () => {
  it('mutes a whisper and leaves it bound to the rep: a request that was given up may yet be done', () => {
    const call = supervisedCall({ mode: 'whisper' }, 'rep');
    const intervention = activeIntervention(call, 'i1')!;
    for (const steps of [silenceSteps(call, intervention), removalSteps(call, intervention)])
      assert.deepEqual(flagsAfter({ muted: false, coaching: true }, steps).slice(1), [
        { muted: true, coaching: true },
      ]);
  });

  it('names the rep who hears the whisper, also one who is on hold or has left', () => {
    for (const facts of [{ onHold: true }, { status: 'left' as const }]) {
      const call = supervisedCall({ mode: 'whisper' }, 'rep', {
        participants: [
          participant('customer'),
          participant('rep', facts),
          participant('supervisor', { audibleTo: 'rep' }),
        ],
      });
      assert.equal(silenceStep(call, SUPERVISOR).whispersToConnectionId, REP);
    }
  });

  it('names the rep who heard the whisper, while that rep is rung again', () => {
    for (const connectionId of [undefined, 'CA-rung']) {
      const call = supervisedCall({ mode: 'whisper' }, 'rep', {
        participants: [
          participant('customer'),
          participant('rep', { status: 'left' }),
          participant('supervisor', { audibleTo: 'rep' }),
          participant('rep', { status: 'ringing', connectionId }),
        ],
      });
      assert.equal(silenceStep(call, SUPERVISOR).whispersToConnectionId, REP);
    }
  });
});
