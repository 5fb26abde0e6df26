import assert from 'node:assert/strict';
import type { Decision } from '../../../../server/domain/call/events.ts';
import { MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import { decideLeave } from '../../../../server/domain/supervision/leave.ts';
import { decideOutcome } from '../../../../server/domain/supervision/outcome.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import {
  active,
  at,
  participant,
  liveCall,
  person,
  qa,
  rep,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import { SAMPLE_POLICY, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

/** One word for a decision: the refusal's code, or what happens. */
const said = (decision: Decision): string =>
  'refusal' in decision
    ? decision.refusal.code
    : decision.events.map((event) => event.type).join(' ') || 'nothing';

const maya = person();
const start = (call = liveCall(), supervisor = maya) =>
  said(
    decideStart(
      call,
      { interventionId: 'i2', supervisor, policy: SAMPLE_POLICY, consent: DISCLOSED_ELSEWHERE },
      at(5),
    ),
  );
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

describe('starting an intervention', () => {
  it('is granted to the rep’s manager on a live call (D17)', () =>
    assert.equal(start(), 'InterventionRequested'));
  it('is refused on a call that another supervisor has claimed, until they know it', () => {
    const command = { interventionId: 'i2', supervisor: maya, policy: SAMPLE_POLICY };
    const decided = decideStart(
      liveCall(),
      { ...command, consent: DISCLOSED_ELSEWHERE, claimedBy: 'Dana' },
      at(5),
    );
    assert.ok('refusal' in decided);
    assert.deepEqual(
      [decided.refusal.code, decided.refusal.values],
      ['call_claimed', { who: 'Dana' }],
    );
  });
  it('is granted to a manager further up (G32)', () =>
    assert.equal(start(liveCall(), person({ userId: 'dana' })), 'InterventionRequested'));
  it('is granted to quality analysts on every call (D18)', () =>
    assert.equal(start(liveCall(), qa()), 'InterventionRequested'));
  it('is refused to a rep', () =>
    assert.equal(start(liveCall(), rep({ userId: 'lena' })), 'not_a_supervisor'));
  it('is refused to another team’s manager (D17)', () =>
    assert.equal(start(liveCall(), person({ userId: 'tomas' })), 'out_of_scope'));
  it('is refused to a user who is not active', () =>
    assert.equal(start(liveCall(), person({ active: false })), 'user_inactive'));
  it('is refused without the permission to monitor (D20)', () =>
    assert.equal(start(liveCall(), person({ permittedModes: ['whisper'] })), 'mode_not_permitted'));
  it('waits for the customer to answer', () =>
    assert.equal(start(ringingCall() as never), 'call_not_live'));
  it('is refused to who is on the call already', () =>
    assert.equal(start(supervisedCall()), 'already_on_call'));
  it('means nothing new when it is repeated', () => {
    assert.equal(
      said(
        decideStart(
          supervisedCall(),
          {
            interventionId: 'i1',
            supervisor: maya,
            policy: SAMPLE_POLICY,
            consent: DISCLOSED_ELSEWHERE,
          },
          at(5),
        ),
      ),
      'nothing',
    );
  });
});

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
  it('is no business of another manager', () => {
    assert.equal(
      said(
        decideLeave(
          supervisedCall(),
          { interventionId: 'i1', supervisor: person({ userId: 'dana' }) },
          at(5),
        ),
      ),
      'not_your_intervention',
    );
  });
  it('leaves once', () => {
    assert.equal(
      said(decideLeave(supervisedCall(), { interventionId: 'i1', supervisor: maya }, at(5))),
      'LeaveRequested',
    );
    assert.equal(
      said(
        decideLeave(
          supervisedCall({ leaving: true }),
          { interventionId: 'i1', supervisor: maya },
          at(5),
        ),
      ),
      'nothing',
    );
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
  const endedCall = (outcome: 'due' | 'not_asked') => {
    const { status: _s, mode: _m, modeSince: _ms, ...facts } = active();
    return liveCall({
      interventions: [
        {
          ...facts,
          status: 'ended',
          leftAt: at(60),
          endReason: 'supervisor_left',
          outcome: { status: outcome },
        },
      ],
    });
  };
  const outcome = (
    call: ReturnType<typeof liveCall>,
    code: string,
    vocabulary = SHIPPED_VOCABULARY,
    tag?: string,
  ) =>
    said(
      decideOutcome(
        call,
        {
          interventionId: 'i1',
          supervisor: maya,
          outcome: code,
          vocabulary,
          tags: ['Atlas'],
          ...(tag && { tag }),
        },
        at(70),
      ),
    );

  it('cannot be switched', () =>
    assert.equal(change(endedCall('due'), 'whisper'), 'intervention_ended'));
  it('takes its outcome', () => assert.equal(outcome(endedCall('due'), 'saved'), 'OutcomeGiven'));
  it('takes only outcomes that are offered', () =>
    assert.equal(outcome(endedCall('due'), 'great'), 'outcome_invalid'));
  it('takes no outcome that was retired', () => {
    const retired = {
      ...SHIPPED_VOCABULARY,
      outcomes: SHIPPED_VOCABULARY.outcomes.map((one) => ({ ...one, status: 'retired' as const })),
    };
    assert.equal(outcome(endedCall('due'), 'saved', retired), 'outcome_invalid');
  });
  it('takes a tag that the org offers, and no other (R19)', () => {
    assert.equal(outcome(endedCall('due'), 'saved', undefined, 'Atlas'), 'OutcomeGiven');
    assert.equal(outcome(endedCall('due'), 'saved', undefined, 'Zeus'), 'tag_unknown');
  });
  it('asks for none when nobody ever heard the supervisor', () =>
    assert.equal(outcome(endedCall('not_asked'), 'saved'), 'outcome_not_due'));
});
