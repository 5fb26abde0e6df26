import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEARD_BY, MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { silenceSteps } from '../../../../server/domain/carrier/silence.ts';
import type { Step } from '../../../../server/domain/carrier/steps.ts';
import { leaveSteps, switchSteps } from '../../../../server/domain/carrier/switchSteps.ts';
import { active, participant, liveCall, START, supervisedCall } from '../../../support/builders.ts';

/**
 * A step in a few words: who is set to be heard by whom, who ends the call by leaving, who goes.
 */
const told = (steps: readonly Step[]): string[] =>
  steps.map((step) => {
    const who = step.connectionId.replace('CA-', '');
    if (step.do === 'remove') return `${who} goes`;
    return [
      who,
      step.audibleTo && `heard by ${step.audibleTo}`,
      step.endsCall !== undefined && (step.endsCall ? 'ends call' : 'ends nothing'),
    ]
      .filter(Boolean)
      .join(', ');
  });

describe('the steps of a switch', () => {
  it('to whisper name the rep who is coached', () => {
    const heard = {
      do: 'set',
      connectionId: 'CA-supervisor',
      audibleTo: 'rep',
      endsCall: false,
      whispersToConnectionId: 'CA-rep',
    };
    assert.deepEqual(switchSteps(supervisedCall(), active(), 'whisper'), [
      { ...heard, audibleTo: 'nobody', staysSilent: true },
      heard,
    ]);
  });
  it('to takeover free the rep from ending the call before the rep goes (D4)', () => {
    assert.deepEqual(
      told(switchSteps(supervisedCall(), active(), 'takeover', { repAfter: 'leaves' })),
      [
        'supervisor, heard by everyone, ends nothing',
        'rep, ends nothing',
        'rep goes',
        'supervisor, ends call',
      ],
    );
  });
  it('to takeover with the rep listening leave nobody who ends the call', () => {
    assert.deepEqual(
      told(switchSteps(supervisedCall(), active(), 'takeover', { repAfter: 'listens' })),
      ['supervisor, heard by everyone, ends nothing', 'rep, ends nothing', 'rep, heard by nobody'],
    );
  });
  it('to takeover silence other coaches first', () => {
    const call = supervisedCall();
    const crowded = {
      ...call,
      participants: [
        ...call.participants,
        participant('supervisor', { connectionId: 'CA-other', audibleTo: 'rep' }, 'i2'),
      ],
    };
    assert.deepEqual(told(switchSteps(crowded, active(), 'takeover')).slice(2), [
      'other, heard by nobody, ends nothing',
      'rep goes',
      'supervisor, ends call',
    ]);
  });
  it('back from takeover give the rep the voice before the supervisor falls silent', () => {
    const call = supervisedCall({ mode: 'takeover' }, 'everyone', {
      participants: [
        participant('customer'),
        participant('rep', { audibleTo: 'nobody' }),
        participant('supervisor'),
      ],
    });
    assert.deepEqual(told(switchSteps(call, active({ mode: 'takeover' }), 'monitor')), [
      'rep, heard by everyone',
      'supervisor, heard by nobody, ends nothing',
    ]);
  });
  it('never touch the customer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODES),
        fc.constantFrom(...MODES),
        fc.constantFrom('leaves' as const, 'listens' as const),
        fc.boolean(),
        (from, to, repAfter, repThere) => {
          const participants = [
            participant('customer'),
            ...(repThere ? [participant('rep')] : []),
            participant('supervisor'),
          ];
          const call = supervisedCall({ mode: from }, 'everyone', { participants });
          const intervention = active({ mode: from });
          const steps = [
            ...switchSteps(call, intervention, to, { repAfter }),
            ...silenceSteps(call, intervention),
            ...leaveSteps(call, intervention),
          ];
          return steps.every((step) => step.connectionId !== 'CA-customer');
        },
      ),
    );
  });
});

describe('a switch that failed', () => {
  it('gives the rep the call and silences the supervisor', () => {
    assert.deepEqual(told(silenceSteps(supervisedCall(), active())), [
      'rep, heard by everyone',
      'supervisor, heard by nobody, ends nothing',
    ]);
  });
  it('of a takeover does not let the rep’s late removal end the call', () => {
    const pending = { mode: 'takeover', requestId: 'r', requestedAt: START } as const;
    assert.deepEqual(told(silenceSteps(supervisedCall(), active({ pending }))), [
      'rep, heard by everyone',
      'supervisor, heard by nobody, ends nothing',
    ]);
  });
  it('leaves the supervisor with the customer when there is no rep', () => {
    assert.deepEqual(
      silenceSteps(
        supervisedCall({}, 'everyone', {
          participants: [participant('customer'), participant('supervisor')],
        }),
        active(),
      ),
      [],
    );
  });
});

describe('what is owed to a call', () => {
  const owed = (call: Parameters<typeof pendingActions>[0]) =>
    pendingActions(call).map((duty) => duty.do);

  it('is nothing while all is as it should be', () => assert.deepEqual(owed(supervisedCall()), []));
  it('is to silence a whisper whose rep has gone', () => {
    assert.ok(
      owed(
        supervisedCall({ mode: 'whisper' }, 'rep', {
          participants: [participant('customer'), participant('supervisor', { audibleTo: 'rep' })],
        }),
      ).includes('silence'),
    );
  });
  it('is to end a call on which the customer is alone', () =>
    assert.deepEqual(owed(liveCall({ participants: [participant('customer')] })), ['end-call']));
  it('is to give the voice back to a rep whom nobody has taken over from', () => {
    assert.deepEqual(
      owed(
        liveCall({
          participants: [participant('customer'), participant('rep', { audibleTo: 'nobody' })],
        }),
      ),
      ['restore-rep'],
    );
  });
  it('is to remove a supervisor who has no intervention', () => {
    assert.deepEqual(
      owed(
        liveCall({
          participants: [participant('customer'), participant('rep'), participant('supervisor')],
        }),
      ),
      ['remove'],
    );
  });
  it('is to silence a participant that is louder than its mode, and to ask the carrier', () =>
    assert.deepEqual(owed(supervisedCall({}, 'everyone')), ['silence', 'reconcile']));
  it('is to ask the carrier when a participant is quieter than its mode', () =>
    assert.deepEqual(owed(supervisedCall({ mode: 'barge' }, 'nobody')), ['reconcile']));
  it('is to look after a customer who is left with a silent supervisor', () => {
    assert.deepEqual(
      owed(
        supervisedCall({}, 'nobody', {
          participants: [
            participant('customer'),
            participant('rep', { status: 'left' }),
            participant('supervisor', { audibleTo: 'nobody' }),
          ],
        }),
      ),
      ['reconcile'],
    );
  });
});

describe('the audibility of the modes (D6)', () => {
  const table: Record<Mode, string[]> = {
    monitor: [],
    whisper: ['rep'],
    barge: ['rep', 'customer'],
    takeover: ['customer'],
  };
  for (const mode of MODES)
    it(`in ${mode}: heard by ${table[mode].join(' and ') || 'nobody'}`, () =>
      assert.deepEqual([...HEARD_BY[mode]], table[mode]));
});
