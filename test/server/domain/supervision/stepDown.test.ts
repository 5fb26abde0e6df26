import assert from 'node:assert/strict';
import { auditEvents } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { mustStepDown, stepDown } from '../../../../server/domain/supervision/stepDown.ts';
import { at, participant, supervisedCall } from '../../../support/builders.ts';

const barging = (facts: object = {}): Call =>
  supervisedCall({ mode: 'barge', modeSince: at(0) }, 'everyone', facts);
const quiet = (seconds: number, stepDownSeconds: number | null = 120) => ({
  interventionId: 'i1',
  quietMs: seconds * 1000,
  stepDownMs: stepDownSeconds === null ? undefined : stepDownSeconds * 1000,
});

describe('a supervisor who says nothing in a barge', () => {
  it('steps down to monitor after the time that the org sets, and it is on the record (R17)', () => {
    assert.equal(mustStepDown(barging(), quiet(119), at(200)), false);
    const events = stepDown(barging(), quiet(120), at(200));
    const [requested] = events;
    assert.ok(requested?.type === 'ModeRequested');
    assert.deepEqual([requested.pending.mode, requested.pending.because], ['monitor', 'quiet']);
    const [entry] = auditEvents(barging(), events, {
      actor: { kind: 'system' },
      nextId: () => 'a1',
    });
    assert.deepEqual(
      [entry!.actor.kind, entry!.details.mode, entry!.details.because],
      ['system', 'monitor', 'quiet'],
    );
    const after = evolveAll(barging(), [
      ...events,
      { type: 'ModeConfirmed', interventionId: 'i1', mode: 'monitor', at: at(201) },
    ]);
    assert.deepEqual(after.interventions[0]!.modeHistory.at(-1), {
      mode: 'monitor',
      at: at(201),
      because: 'quiet',
    });
  });
  it('does not where the org has switched it off, nor for a mode that is newer', () => {
    assert.equal(mustStepDown(barging(), quiet(9_999, null), at(9_999)), false);
    assert.equal(mustStepDown(barging(), quiet(500), at(100)), false);
  });
  it('never leaves the customer alone', () => {
    const withoutRep = {
      participants: [participant('customer'), participant('supervisor', { audibleTo: 'everyone' })],
    };
    const onHold = {
      participants: [
        participant('customer'),
        participant('rep', { onHold: true }),
        participant('supervisor', { audibleTo: 'everyone' }),
      ],
    };
    const takenOver = supervisedCall(
      { mode: 'takeover', modeSince: at(0), repAfterTakeover: 'leaves' },
      'everyone',
      withoutRep,
    );
    for (const call of [barging(withoutRep), barging(onHold), takenOver])
      assert.equal(mustStepDown(call, quiet(500), at(600)), false);
  });
  it('gives the call back from a takeover in which the rep listens', () => {
    const call = supervisedCall(
      { mode: 'takeover', modeSince: at(0), repAfterTakeover: 'listens' },
      'everyone',
    );
    assert.equal(mustStepDown(call, quiet(120), at(200)), true);
  });
  it('is left alone in monitor and whisper, while another mode is on its way, and on leaving', () => {
    for (const call of [
      supervisedCall({ modeSince: at(0) }),
      supervisedCall({ mode: 'whisper', modeSince: at(0) }, 'rep'),
      supervisedCall(
        {
          mode: 'barge',
          modeSince: at(0),
          pending: { mode: 'monitor', requestId: 'r', requestedAt: at(199) },
        },
        'everyone',
      ),
      supervisedCall({ mode: 'barge', modeSince: at(0), leaving: true }, 'everyone'),
    ])
      assert.equal(mustStepDown(call, quiet(500), at(600)), false);
  });
});
