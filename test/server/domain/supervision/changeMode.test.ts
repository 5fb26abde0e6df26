import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEARD_BY, MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { silenceSteps } from '../../../../server/domain/carrier/silence.ts';
import type { Step } from '../../../../server/domain/carrier/steps.ts';
import { leaveSteps, switchSteps } from '../../../../server/domain/carrier/switchSteps.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import {
  active,
  at,
  callAfterIntervention,
  liveCall,
  participant,
  person,
  qa,
  START,
  supervisedCall,
} from '../../../support/builders.ts';
import { said } from '../../../support/decisions.ts';
import { DISCLOSED_ELSEWHERE, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

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

const maya = person();
const change = (call: ReturnType<typeof liveCall>, mode: Mode, more: object = {}) =>
  said(
    decideModeChange(
      call,
      {
        interventionId: 'i1',
        supervisor: maya,
        policy: SAMPLE_POLICY,
        consent: DISCLOSED_ELSEWHERE,
        mode,
        requestId: 'r1',
        ...more,
      },
      at(5),
    ),
  );

describe('an active intervention', () => {
  it('whispers without a reason', () =>
    assert.equal(change(supervisedCall(), 'whisper'), 'ModeRequested'));
  it('needs a reason to barge (D33)', () =>
    assert.equal(change(supervisedCall(), 'barge'), 'reason_required'));
  it('needs a reason to take over (D33)', () =>
    assert.equal(change(supervisedCall(), 'takeover'), 'reason_required'));
  it('takes only reasons that are offered', () =>
    assert.equal(change(supervisedCall(), 'barge', { reasonCode: 'bored' }), 'reason_required'));
  it('asks for a note where the reason says nothing', () =>
    assert.equal(
      change(supervisedCall(), 'barge', { reasonCode: 'other', note: ' ' }),
      'reason_note_required',
    ));
  it('barges with a reason', () =>
    assert.equal(change(supervisedCall(), 'barge', { reasonCode: 'large_deal' }), 'ModeRequested'));
  it('does not ask twice for a reason that was given', () => {
    assert.equal(
      change(
        supervisedCall({ mode: 'barge', reason: { code: 'large_deal' } }, 'everyone'),
        'takeover',
      ),
      'ModeRequested',
    );
  });
  it('means nothing new in the mode it is in', () =>
    assert.equal(change(supervisedCall(), 'monitor'), 'nothing'));
  it('does one switch at a time', () => {
    const pending = { mode: 'whisper' as const, requestId: 'r0', requestedAt: at(4) };
    assert.equal(
      change(supervisedCall({ pending }), 'barge', { reasonCode: 'large_deal' }),
      'switch_pending',
    );
  });
  it('may always fall back to silence, also from a switch that hangs', () => {
    const pending = { mode: 'barge' as const, requestId: 'r0', requestedAt: at(4) };
    assert.equal(change(supervisedCall({ pending }), 'monitor'), 'ModeRequested');
  });
  it('means nothing new when a request is repeated', () => {
    assert.equal(
      change(
        supervisedCall({ pending: { mode: 'whisper', requestId: 'r1', requestedAt: at(4) } }),
        'whisper',
      ),
      'nothing',
    );
  });
  it('cannot whisper to a rep on hold', () => {
    const call = supervisedCall({}, 'nobody', {
      participants: [
        participant('customer'),
        participant('rep', { onHold: true }),
        participant('supervisor', { audibleTo: 'nobody' }),
      ],
    });
    assert.equal(change(call, 'whisper'), 'rep_on_hold');
  });
  it('cannot speak over a takeover of somebody else', () => {
    const other = active({
      interventionId: 'i9',
      mode: 'takeover',
      supervisor: { userId: 'dana', name: 'Dana', role: 'supervisor' },
    });
    const call = supervisedCall();
    assert.equal(
      change({ ...call, interventions: [...call.interventions, other] }, 'barge', {
        reasonCode: 'large_deal',
      }),
      'takeover_in_progress',
    );
  });
  it('cannot hand the call back to a rep who has gone', () => {
    const call = supervisedCall({ mode: 'takeover', reason: { code: 'large_deal' } }, 'everyone', {
      participants: [participant('customer'), participant('supervisor')],
    });
    assert.equal(change(call, 'monitor'), 'rep_not_present');
  });
});

describe('a quality analyst on a call', () => {
  const table: Record<Mode, string> = {
    monitor: 'nothing',
    whisper: 'ModeRequested',
    barge: 'mode_not_permitted',
    takeover: 'mode_not_permitted',
  };
  for (const mode of MODES) {
    it(`gets for ${mode}: ${table[mode]} (D18)`, () => {
      const own = supervisedCall({ supervisor: { userId: 'quinn', name: 'Quinn', role: 'qa' } });
      assert.equal(
        said(
          decideModeChange(
            own,
            {
              interventionId: 'i1',
              supervisor: qa(),
              policy: SAMPLE_POLICY,
              consent: DISCLOSED_ELSEWHERE,
              mode,
              requestId: 'r1',
              reasonCode: 'large_deal',
            },
            at(5),
          ),
        ),
        table[mode],
      );
    });
  }
});

describe('an ended intervention', () => {
  it('cannot be switched', () =>
    assert.equal(change(callAfterIntervention('due'), 'whisper'), 'intervention_ended'));
});
