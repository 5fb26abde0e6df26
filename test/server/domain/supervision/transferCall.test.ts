import assert from 'node:assert/strict';
import {
  connectedParticipant,
  repOnCall,
  type Call,
  type RingStep,
} from '../../../../server/domain/call/call.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import type {
  ParticipantStatusFact,
  ParticipantFact,
} from '../../../../server/domain/carrier/carrierFacts.ts';
import { repAt } from '../../../../server/domain/call/transfer.ts';
import {
  decideGroupTransfer,
  decideHandOver,
  decideTransferCancel,
  decideTransfer,
  isBusyOn,
} from '../../../../server/domain/supervision/transferCall.ts';
import { SAMPLE_POLICY as policy, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';
import {
  active,
  at,
  participant,
  liveCall,
  person,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';

const ravi = rep();
const lena = rep({ userId: 'lena', name: 'Lena Brandt' });

const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);
const codeOf = (decision: Decision): string | undefined =>
  'refusal' in decision ? decision.refusal.code : undefined;
const types = (events: readonly CallEvent[]): string[] => events.map(({ type }) => type);
const ask = (call: Call, more: Partial<Parameters<typeof decideTransfer>[1]> = {}): Decision =>
  decideTransfer(
    call,
    { transferId: 't', rep: ravi, colleague: lena, isBusy: false, completesItself: false, ...more },
    at(10),
  );

/** Lena is rung into Ravi's call. */
const ringing = (call: Call = liveCall(), more: Parameters<typeof ask>[1] = {}): Call =>
  evolveAll(call, [...eventsOf(ask(call, more))]);
const fact = (
  type: ParticipantFact['type'],
  party: ParticipantFact['party'],
  connectionId: string,
): ParticipantFact => ({
  type,
  callId: 'c1',
  conferenceId: 'CF1',
  party,
  connectionId,
  audibleTo: 'everyone',
  onHold: false,
  at: at(20),
});
const answered = (
  party: ParticipantFact['party'],
  connectionId: string,
): ParticipantStatusFact => ({
  type: 'participant-status',
  callId: 'c1',
  party,
  connectionId,
  status: 'answered',
  at: at(20),
});
const LENA = { role: 'colleague', userId: 'lena' } as const;
const seen = (call: Call, ...facts: (ParticipantFact | ParticipantStatusFact)[]): Call =>
  facts.reduce((after, one) => evolveAll(after, observe(after, one, at(20))), call);
/** Lena has answered. */
const together = (call?: Call, more?: Parameters<typeof ask>[1]): Call =>
  seen(ringing(call, more), answered(LENA, 'CA-lena'), fact('participant-joined', LENA, 'CA-lena'));
const handedOver = (call?: Call): Call => {
  const before = together(call);
  return evolveAll(before, [...eventsOf(decideHandOver(before, { rep: ravi }, at(30)))]);
};
const partyOf = (call: Call, connectionId: string) =>
  call.participants.find((one) => one.connectionId === connectionId)?.party;
const owed = (call: Call): string[] => pendingActions(call).map((duty) => duty.do);
const steps = (call: Call): unknown[] =>
  pendingActions(call).flatMap((duty) => (duty.do === 'hand-over' ? duty.steps : []));

describe('a rep who wants to transfer', () => {
  it('has a colleague rung', () =>
    assert.deepEqual(types(eventsOf(ask(liveCall()))), [
      'TransferRequested',
      'ParticipantDialled',
    ]));
  it('asks once, however often it is sent', () => assert.deepEqual(eventsOf(ask(ringing())), []));

  const refusals: [string, Decision, string][] = [
    ['a call of somebody else', ask(liveCall(), { rep: lena }), 'not_your_call'],
    ['a call that rings', ask({ ...liveCall(), status: 'ringing' }), 'call_not_live'],
    [
      'when another is being rung',
      ask(ringing(), { transferId: 'u', colleague: rep({ userId: 'jo' }) }),
      'transfer_pending',
    ],
    [
      'a call that a supervisor has',
      ask(supervisedCall({ mode: 'takeover' }, 'everyone')),
      'takeover_in_progress',
    ],
    [
      'a call that a supervisor is about to have',
      ask(supervisedCall({ pending: { mode: 'takeover', requestId: 'r', requestedAt: at(1) } })),
      'takeover_in_progress',
    ],
    ['to nobody', ask(liveCall(), { colleague: undefined }), 'colleague_unknown'],
    ['to oneself', ask(liveCall(), { colleague: ravi }), 'colleague_unknown'],
    [
      'to somebody who takes no calls and leads nobody here',
      ask(liveCall(), { colleague: person({ userId: 'quinn' }) }),
      'colleague_unknown',
    ],
    [
      'to somebody who has left the company',
      ask(liveCall(), { colleague: { ...lena, active: false } }),
      'colleague_unknown',
    ],
    [
      'to somebody of another org',
      ask(liveCall(), { colleague: { ...lena, orgId: 'another' } }),
      'colleague_unknown',
    ],
    ['to somebody on a call', ask(liveCall(), { isBusy: true }), 'colleague_busy'],
  ];
  for (const [what, decision, code] of refusals)
    it(`is refused ${what}`, () => assert.equal(codeOf(decision), code));

  it('finds busy who talks, who supervises and who is rung', () => {
    const calls = [
      supervisedCall(),
      ringing(
        liveCall({ callId: 'c2', participants: [participant('customer'), participant('rep')] }),
        { colleague: rep({ userId: 'jo' }) },
      ),
    ];
    assert.deepEqual(
      ['ravi', 'maya', 'jo', 'lena'].map((userId) => isBusyOn(calls, userId)),
      [true, true, true, false],
    );
  });
});

describe('a colleague who is rung', () => {
  it('is a third party when there', () =>
    assert.deepEqual(
      [together().rep.userId, partyOf(together(), 'CA-lena'), owed(together())],
      ['ravi', LENA, []],
    ));
  it('cannot be handed the call before answering', () =>
    assert.equal(codeOf(decideHandOver(ringing(), { rep: ravi }, at(15))), 'colleague_not_there'));
  for (const status of ['busy', 'no-answer', 'canceled', 'completed'] as const) {
    it(`and does not answer (${status}) is no longer waited for`, () => {
      const after = seen(ringing(), {
        type: 'participant-status',
        callId: 'c1',
        party: LENA,
        connectionId: 'CA-lena',
        status,
        at: at(20),
      });
      assert.deepEqual(
        [
          after.transfer?.status === 'cancelled' && after.transfer.because,
          after.rep.userId,
          owed(after),
        ],
        ['not_answered', 'ravi', []],
      );
    });
  }
  it('is let be when the call is taken back, and taken off when there already', () => {
    const takenBack = (call: Call) =>
      evolveAll(call, [...eventsOf(decideTransferCancel(call, { rep: ravi }, at(15)))]);
    assert.deepEqual(
      [owed(takenBack(ringing())), owed(takenBack(together()))],
      [['stop-ringing'], ['remove']],
    );
    assert.deepEqual(
      owed(
        seen(
          takenBack(ringing()),
          answered(LENA, 'CA-lena'),
          fact('participant-joined', LENA, 'CA-lena'),
        ),
      ),
      ['remove'],
      'who answers too late',
    );
  });
  it('goes as before when leaving again', () => {
    const after = seen(together(), fact('participant-left', LENA, 'CA-lena'));
    assert.deepEqual(
      [after.transfer?.status === 'cancelled' && after.transfer.because, after.rep.userId],
      ['colleague_left', 'ravi'],
    );
  });
  it('has the call at once when it is not to be talked about first', () =>
    assert.equal(together(undefined, { completesItself: true }).rep.userId, 'lena'));
  it('has the call when the rep is lost meanwhile, and nobody rings the rep back', () => {
    const after = seen(together(), fact('participant-left', { role: 'rep' }, 'CA-rep'));
    assert.deepEqual(
      [after.rep.userId, after.transfer?.status, owed(after)],
      ['lena', 'completed', []],
    );
  });
  it('is company for a customer whose rep was lost, while rung', () =>
    assert.ok(
      !owed(seen(ringing(), fact('participant-left', { role: 'rep' }, 'CA-rep'))).includes(
        'end-call',
      ),
    ));
  it('is let go when a supervisor takes over', () => {
    const call = together(supervisedCall());
    const asked = decideModeChange(
      call,
      {
        interventionId: 'i1',
        supervisor: person(),
        policy,
        consent: DISCLOSED_ELSEWHERE,
        mode: 'takeover',
        requestId: 'r',
        reasonCode: 'large_deal',
      },
      at(25),
    );
    assert.deepEqual(types(eventsOf(asked)), ['ModeRequested', 'TransferCancelled']);
    assert.ok(owed(evolveAll(call, [...eventsOf(asked)])).includes('remove'));
  });
});

describe('a call handed over', () => {
  it('is the colleague’s, whose participant is the rep’s from then on', () => {
    const call = handedOver();
    assert.deepEqual(
      [call.rep.name, connectedParticipant(call, 'rep')?.connectionId, partyOf(call, 'CA-rep')],
      ['Lena Brandt', 'CA-lena', { role: 'colleague', userId: 'ravi' }],
    );
  });
  it('keeps its connections, whatever label the carrier names them by', () => {
    const call = seen(
      handedOver(),
      { ...fact('participant-changed', LENA, 'CA-lena'), audibleTo: 'nobody' },
      { ...fact('participant-changed', { role: 'rep' }, 'CA-rep'), onHold: true },
    );
    assert.deepEqual(
      [
        connectedParticipant(call, 'rep')?.audibleTo,
        connectedParticipant(call, 'rep')?.onHold,
        call.participants.length,
      ],
      ['nobody', false, 3],
    );
  });
  it('takes the rep off in the order that never leaves the customer alone', () => {
    const whispered = supervisedCall({ mode: 'whisper' }, 'rep');
    assert.deepEqual(steps(handedOver(whispered)), [
      {
        do: 'set',
        connectionId: 'CA-supervisor',
        audibleTo: 'nobody',
        coachedConnectionId: 'CA-rep',
        endsCall: false,
      },
      { do: 'set', connectionId: 'CA-lena', endsCall: true },
      { do: 'set', connectionId: 'CA-rep', endsCall: false },
      { do: 'remove', connectionId: 'CA-rep' },
    ]);
  });
  it('owes the steps until the rep is gone, and nothing then', () => {
    const call = seen(handedOver(), fact('participant-left', { role: 'rep' }, 'CA-rep'));
    assert.deepEqual(
      [owed(handedOver()), owed(call), call.transfer?.status],
      [['hand-over'], [], 'completed'],
    );
  });
  it('asks whoever whispered for silence, also when the whisper is only on its way', () => {
    for (const intervention of [
      { mode: 'whisper' as const },
      { pending: { mode: 'whisper' as const, requestId: 'r', requestedAt: at(1) } },
    ]) {
      const [i] = handedOver(supervisedCall(intervention)).interventions;
      assert.equal(i?.status === 'active' && i.pending?.mode, 'monitor');
    }
  });
  it('tells the new rep who is there, and nothing of who listens covertly', () => {
    const told = (noticeKinds: readonly 'banner'[]) =>
      handedOver(
        liveCall({
          participants: supervisedCall().participants,
          interventions: [active({ noticeKinds })],
        }),
      ).notices.map(({ mode }) => mode);
    assert.deepEqual([told(['banner']), told([])], [['monitor'], []]);
  });
  it('goes back to the rep when the colleague leaves before the rep is off', () => {
    const call = seen(handedOver(), fact('participant-left', LENA, 'CA-lena'));
    assert.deepEqual(
      [call.rep.userId, connectedParticipant(call, 'rep')?.connectionId, call.pastReps, owed(call)],
      ['ravi', 'CA-rep', [], []],
    );
  });
  it('cannot be taken over between the steps', () => {
    const decided = decideModeChange(
      handedOver(supervisedCall()),
      {
        interventionId: 'i1',
        supervisor: person(),
        policy,
        consent: DISCLOSED_ELSEWHERE,
        mode: 'takeover',
        requestId: 'r',
        reasonCode: 'large_deal',
      },
      at(31),
    );
    assert.equal(codeOf(decided), 'transfer_pending');
  });
  it('is handed over once, however often it is asked, and is no longer the first rep’s to take back', () => {
    assert.deepEqual(eventsOf(decideHandOver(handedOver(), { rep: ravi }, at(31))), []);
    assert.equal(
      codeOf(decideTransferCancel(handedOver(), { rep: ravi }, at(31))),
      'not_your_call',
    );
  });
  it('remembers whose it was', () =>
    assert.deepEqual(
      [repAt(handedOver(), at(29)).userId, repAt(handedOver(), at(31)).userId],
      ['ravi', 'lena'],
    ));
  it('may be handed on and back', () => {
    const lenas = seen(handedOver(), fact('participant-left', { role: 'rep' }, 'CA-rep'));
    const back = seen(
      evolveAll(lenas, [
        ...eventsOf(
          ask(lenas, { transferId: 'u', rep: lena, colleague: ravi, completesItself: true }),
        ),
      ]),
      answered({ role: 'colleague', userId: 'ravi' }, 'CA-ravi-2'),
      fact('participant-joined', { role: 'colleague', userId: 'ravi' }, 'CA-ravi-2'),
    );
    assert.deepEqual(
      [back.rep.userId, connectedParticipant(back, 'rep')?.connectionId, partyOf(back, 'CA-lena')],
      ['ravi', 'CA-ravi-2', LENA],
    );
  });
});

describe('a transfer to a supervisor', () => {
  const maya = person();

  it('rings a manager of the rep, and nobody else without a rep’s role', () => {
    assert.deepEqual(types(eventsOf(ask(liveCall(), { colleague: maya }))), [
      'TransferRequested',
      'ParticipantDialled',
    ]);
    assert.equal(
      codeOf(ask(liveCall(), { colleague: person({ userId: 'quinn' }) })),
      'colleague_unknown',
    );
  });

  it('who is on the call rings nobody, and is done when their takeover is confirmed', () => {
    const supervised = supervisedCall();
    const asked = evolveAll(supervised, [
      ...eventsOf(ask(supervised, { colleague: maya, isBusy: true })),
    ]);
    assert.equal(asked.transfer?.by, 'takeover');
    assert.deepEqual(owed(asked), []);
    const decided = decideModeChange(
      asked,
      {
        interventionId: 'i1',
        supervisor: maya,
        mode: 'takeover',
        requestId: 'r',
        reasonCode: 'large_deal',
        policy,
        consent: DISCLOSED_ELSEWHERE,
      },
      at(30),
    );
    const takingOver = evolveAll(asked, [...eventsOf(decided)]);
    assert.equal(takingOver.transfer?.status, 'requested');
    const silenced = seen(
      takingOver,
      { ...fact('participant-changed', { role: 'rep' }, 'CA-rep'), audibleTo: 'nobody' },
      fact('participant-changed', { role: 'supervisor', interventionId: 'i1' }, 'CA-supervisor'),
    );
    assert.equal(silenced.transfer?.status, 'completed');
    assert.equal(silenced.rep.userId, 'ravi', 'a takeover leaves the call with its rep');
  });

  it('who leaves instead stays with the rep', () => {
    const supervised = supervisedCall();
    const asked = evolveAll(supervised, [...eventsOf(ask(supervised, { colleague: maya }))]);
    const after = seen(
      asked,
      fact('participant-left', { role: 'supervisor', interventionId: 'i1' }, 'CA-supervisor'),
    );
    assert.equal(
      after.transfer?.status === 'cancelled' && after.transfer.because,
      'colleague_left',
    );
  });
});

describe('a transfer to a group', () => {
  const mila = rep({ userId: 'mila', name: 'Mila Berger' });
  const step = (...reps: Person[]): RingStep => ({
    whom: 'group',
    reps: reps.map(repOnCall),
    seconds: 20,
  });
  const rung = (steps: RingStep[], completesItself = false): Call => {
    const call = liveCall();
    return evolveAll(call, [
      ...eventsOf(
        decideGroupTransfer(
          call,
          { transferId: 't', rep: ravi, group: { name: 'Sales', steps }, completesItself },
          at(10),
        ),
      ),
    ]);
  };
  const colleague = (userId: string) => ({ role: 'colleague', userId }) as const;
  const unanswered = (call: Call, userId: string): Call =>
    seen(call, { ...answered(colleague(userId), `CA-${userId}`), status: 'no-answer' });
  const takes = (call: Call, userId: string): Call =>
    seen(
      call,
      answered(colleague(userId), `CA-${userId}`),
      fact('participant-joined', colleague(userId), `CA-${userId}`),
    );
  const ringers = (call: Call): string[] =>
    call.participants.flatMap(({ party, status }) =>
      party.role === 'colleague' && status === 'ringing' ? [party.userId] : [],
    );

  it('rings all of the first step, and whoever answers gets it; the others ring no more', () => {
    const call = rung([step(lena, mila)]);
    assert.deepEqual(ringers(call), ['lena', 'mila']);
    assert.deepEqual(owed(call), []);
    const taken = takes(call, 'mila');
    assert.equal(taken.transfer?.to.userId, 'mila');
    assert.deepEqual(owed(taken), ['stop-ringing']);
    const done = evolveAll(taken, [...eventsOf(decideHandOver(taken, { rep: ravi }, at(30)))]);
    assert.equal(done.rep.userId, 'mila');
  });

  it('of which two answer at once goes to the first, and the second is let go', () => {
    const call = takes(takes(rung([step(lena, mila)]), 'mila'), 'lena');
    assert.equal(call.transfer?.to.userId, 'mila');
    assert.deepEqual(
      pendingActions(call).map((action) => [action.do, 'party' in action && action.party]),
      [['remove', colleague('lena')]],
    );
  });

  it('goes on to the next when one step is over, and stays with the rep after the last', () => {
    const call = rung([step(lena), step(mila)]);
    const next = unanswered(call, 'lena');
    assert.deepEqual([ringers(next), next.transfer?.to.userId], [['mila'], 'mila']);
    const after = unanswered(next, 'mila');
    assert.equal(after.transfer?.status === 'cancelled' && after.transfer.because, 'not_answered');
    assert.equal(after.rep.userId, 'ravi');
    assert.deepEqual(owed(after), []);
  });

  it('waits for all of a step', () => {
    const call = unanswered(rung([step(lena, mila)]), 'lena');
    assert.deepEqual([call.transfer?.status, ringers(call)], ['requested', ['mila']]);
  });

  it('is handed over at once to whoever answers, where the rep did not want to talk first', () => {
    const call = takes(rung([step(lena), step(mila)], true), 'lena');
    assert.deepEqual([call.rep.userId, call.transfer?.status], ['lena', 'handing_over']);
  });

  it('of which nobody is free is refused', () =>
    assert.equal(
      codeOf(
        decideGroupTransfer(
          liveCall(),
          {
            transferId: 't',
            rep: ravi,
            group: { name: 'Sales', steps: [] },
            completesItself: false,
          },
          at(10),
        ),
      ),
      'nobody_free',
    ));

  it('that the rep takes back rings nobody any more', () => {
    const call = rung([step(lena, mila)]);
    const back = evolveAll(call, [...eventsOf(decideTransferCancel(call, { rep: ravi }, at(30)))]);
    assert.deepEqual(owed(back), ['stop-ringing', 'stop-ringing']);
  });
});
