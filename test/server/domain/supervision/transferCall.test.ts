import assert from 'node:assert/strict';
import { connectedParticipant, type Call } from '../../../../server/domain/call/call.ts';
import type { Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { repAt } from '../../../../server/domain/call/transfer.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import {
  decideHandOver,
  decideTransferCancel,
  isBusyOn,
} from '../../../../server/domain/supervision/transferCall.ts';
import {
  active,
  at,
  participant,
  liveCall,
  person,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';
import {
  ravi,
  lena,
  eventsOf,
  codeOf,
  types,
  ask,
  ringing,
  fact,
  answered,
  LENA,
  seen,
  together,
  handedOver,
  partyOf,
  owed,
  steps,
} from '../../../support/transferring.ts';

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
        whispersToConnectionId: 'CA-rep',
        endsCall: false,
      },
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
  it('tells the new rep of a whisper to the rep before, too: that somebody listens', () => {
    const told = handedOver(supervisedCall({ mode: 'whisper' })).notices;
    assert.deepEqual(
      told.map(({ mode }) => mode),
      ['monitor'],
    );
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
