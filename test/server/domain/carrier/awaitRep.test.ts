import assert from 'node:assert/strict';
import {
  repOnCall,
  type Call,
  type Party,
  type Ringing,
} from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { openRepLoss, RETURN_SECONDS } from '../../../../server/domain/call/repLoss.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { at, liveCall, participant, rep, supervisedCall } from '../../../support/builders.ts';
import {
  actions,
  endOf,
  fact,
  happen,
  held,
  lost,
  REP,
  repLeft,
  rung,
} from '../../../support/lostRep.ts';
import { asKnown } from '../../../support/roundDeps.ts';

const LENA = repOnCall(rep({ userId: 'lena', name: 'Lena Brandt' }));
const RAVI = liveCall().rep;
const CUSTOMER: Party = { role: 'customer' };
const colleague: Party = { role: 'colleague', userId: 'lena' };
const PLAN: Ringing = {
  steps: [
    { whom: 'owner', reps: [RAVI], seconds: 30 },
    { whom: 'group', reps: [LENA], seconds: 20 },
  ],
  otherwise: 'voicemail',
};

/** The rep answers the phone that is rung for them. */
const answers = (call: Call) =>
  happen(
    call,
    15,
    rung(REP, 'answered'),
    fact('participant-joined', REP, { connectionId: 'CA-rep-2' }),
  );
const planned = (call: Call, ringing = PLAN): Call =>
  evolveAll(call, [{ type: 'RepLossPlanned', ringing, at: at(11) }]);

describe('a rep whose connection is lost in mid-call', () => {
  it('leaves the customer on the call, who is told to wait, and is rung', () => {
    const { call, told } = happen(liveCall(), 10, repLeft());
    assert.deepEqual(told, ['ParticipantLeft', 'RepLost', 'ParticipantDialled']);
    assert.deepEqual([call.status, actions(call)], ['live', ['hold-customer']]);
    assert.deepEqual(actions(held(call)), []);
  });

  it('is the same when the carrier says it twice, late, or only when it is asked', () => {
    const twice = happen(liveCall(), 10, repLeft(), repLeft());
    assert.deepEqual(
      twice.told.filter((type) => type === 'RepLost'),
      ['RepLost'],
    );
    const alone = {
      ...asKnown(liveCall())!,
      participants: [asKnown(liveCall())!.participants[0]!],
    };
    assert.ok(missedEvents(liveCall(), alone, at(10)).some(({ type }) => type === 'RepLost'));
  });

  it('is no loss where the conference is over, or the customer left before', () => {
    for (const facts of [
      [repLeft({ because: 'conference_ended' })],
      [fact('participant-left', CUSTOMER), repLeft()],
    ])
      assert.ok(!happen(liveCall(), 10, ...facts).told.includes('RepLost'));
    const nobody = { conferenceId: 'CF1', participants: [] };
    const watched = supervisedCall();
    assert.ok(!missedEvents(watched, nobody, at(10)).some(({ type }) => type === 'RepLost'));
  });

  it('is no loss where a takeover, or Dealside itself, took the rep off', () => {
    const taken = supervisedCall({ mode: 'takeover', repAfterTakeover: 'leaves' }, 'everyone');
    assert.ok(!happen(taken, 10, repLeft()).told.includes('RepLost'));
    assert.ok(!happen(liveCall(), 10, repLeft({ because: 'removed' })).told.includes('RepLost'));
  });

  it('gives the customer back who answers, or comes back another way, and who is then rung no more', () => {
    const answering = answers(held(lost()));
    assert.ok(answering.told.includes('RepLossEnded'));
    assert.deepEqual(actions(answering.call), ['release-customer']);

    const ringing = evolveAll(held(lost()), [
      { type: 'ParticipantRung', party: REP, connectionId: 'CA-rep-2', at: at(11) },
    ]);
    const returned = happen(
      ringing,
      15,
      fact('participant-joined', REP, { connectionId: 'CA-rep-3', isAnswered: true }),
    ).call;
    assert.equal(returned.repLoss?.over?.because, 'returned');
    assert.deepEqual(pendingActions(returned), [
      { do: 'stop-ringing', party: REP, connectionId: 'CA-rep-2' },
      { do: 'release-customer', connectionId: 'CA-customer' },
    ]);
  });

  it('is rung again after a while, as long as only the rep is waited for', () => {
    const offline = happen(lost(), 11, rung(REP, 'no-answer')).call;
    const seen = asKnown(offline)!;
    const again = (seconds: number, call = offline) =>
      missedEvents(call, seen, at(seconds)).filter(({ type }) => type === 'ParticipantDialled');
    assert.deepEqual(
      [again(15).length, again(22).length, again(10 + RETURN_SECONDS).length],
      [0, 1, 0],
    );
  });

  it('can be held by the rep who came back, and is not released for that', () => {
    const back = answers(lost()).call;
    const onHold = evolveAll(back, [
      { type: 'CustomerHoldRequested', onHold: true, at: at(20) },
      {
        type: 'ParticipantChanged',
        party: CUSTOMER,
        connectionId: 'CA-customer',
        audibleTo: 'everyone',
        onHold: true,
        at: at(21),
      },
    ]);
    assert.deepEqual(actions(onHold), []);
  });

  it('lets the words begin for a customer whom the rep had put on hold', () => {
    const before = liveCall({
      participants: [participant('customer', { onHold: true }), participant('rep')],
    });
    assert.deepEqual(actions(lost(before)), ['hold-customer']);
  });

  it('is lost again later, with a time of its own', () => {
    const back = answers(held(lost())).call;
    const again = happen(back, 100, repLeft({ connectionId: 'CA-rep-2' })).call;
    assert.equal(openRepLoss(again)?.since, at(100));
  });
});

describe('a customer who waits for a rep', () => {
  it('gets a colleague after the rep’s time, whose call it then is', () => {
    const waiting = planned(held(lost()));
    assert.deepEqual(happen(waiting, 39).told, []);
    const next = happen(waiting, 40);
    assert.deepEqual(next.told, ['RingStepBegan', 'ParticipantDialled']);
    const taken = happen(
      next.call,
      45,
      rung(colleague, 'answered'),
      fact('participant-joined', colleague, { connectionId: 'CA-colleague-2' }),
    );
    assert.deepEqual(
      [taken.call.rep.name, taken.call.repLoss?.over?.because, taken.call.pastReps?.[0]?.rep.name],
      ['Lena Brandt', 'taken', 'Ravi Patel'],
    );
    assert.ok(actions(taken.call).includes('release-customer'));
  });

  it('still has the rep who comes back while a colleague is rung', () => {
    const next = happen(planned(held(lost())), 40).call;
    const back = happen(
      evolveAll(next, [
        { type: 'ParticipantRung', party: colleague, connectionId: 'CA-l', at: at(41) },
      ]),
      45,
      fact('participant-joined', REP, { connectionId: 'CA-rep-3', isAnswered: true }),
    ).call;
    assert.deepEqual(actions(back), ['release-customer', 'stop-ringing']);
  });

  for (const [otherwise, end] of [
    ['voicemail', 'voicemail'],
    ['goodbye', 'rep_unreachable'],
  ] as const)
    for (const direction of ['inbound', 'outbound'] as const)
      it(`gets ${otherwise} when nobody takes an ${direction} call, and the rep a task and a notification`, () => {
        const waiting = planned(held(lost(liveCall({ direction }))), { ...PLAN, otherwise });
        const { call: ringing } = happen(waiting, 40);
        const { call, events } = happen(ringing, 62, rung(colleague, 'no-answer'));
        assert.equal(endOf(call), end);
        assert.deepEqual(actions(call)[0], direction === 'inbound' ? 'end-call' : 'send-on');
        const topics = outboxMessages(call, events).map(({ topic }) => topic);
        assert.ok(
          topics.includes('crm.missedCall') && topics.includes('crm.missedCallNotification'),
        );
      });

  it('is not kept waiting for ever when the CRM never says who comes next', () => {
    assert.equal(endOf(happen(held(lost()), 10 + RETURN_SECONDS).call), 'voicemail');
    assert.equal(dueAt(held(lost())), at(10), 'due at once for its plan');
  });

  it('is counted who hangs up meanwhile, and called back', () => {
    const { call, events } = happen(held(lost()), 20, fact('participant-left', CUSTOMER), {
      type: 'conference-ended',
      callId: 'c1',
      conferenceId: 'CF1',
      at: at(20),
    });
    assert.equal(endOf(call), 'abandoned');
    assert.ok(outboxMessages(call, events).some(({ topic }) => topic === 'crm.missedCall'));
  });

  it('is not sent on while a transfer’s colleague is rung, who then has the call', () => {
    const moving = liveCall({
      transfer: {
        transferId: 't1',
        status: 'requested',
        to: LENA,
        requestedAt: at(5),
        completesItself: true,
      },
      participants: [
        participant('customer'),
        participant('rep'),
        participant('colleague', { status: 'ringing', joinedAt: undefined }, 'lena'),
      ],
    });
    const waiting = planned(held(lost(moving)));
    assert.deepEqual(happen(waiting, 45).told, []);
    const { call } = happen(
      waiting,
      46,
      fact('participant-joined', colleague, { isAnswered: true }),
    );
    assert.deepEqual([call.rep.name, call.repLoss?.over?.because], ['Lena Brandt', 'taken']);
  });

  it('goes to the colleague who answers while the former rep is still rung, and who is then let go', () => {
    const transferred = happen(
      liveCall({
        transfer: {
          transferId: 't1',
          to: LENA,
          requestedAt: at(5),
          completesItself: true,
          status: 'requested',
        },
        participants: [
          ...liveCall().participants,
          {
            party: colleague,
            connectionId: 'CA-colleague-2',
            status: 'ringing',
            audibleTo: 'everyone',
            onHold: false,
          },
        ],
      }),
      10,
      repLeft(),
      fact('participant-joined', colleague, { connectionId: 'CA-colleague-2', isAnswered: true }),
    ).call;
    assert.deepEqual(
      [transferred.rep.userId, transferred.transfer?.status],
      ['lena', 'handing_over'],
    );
    const back = happen(
      transferred,
      12,
      fact('participant-joined', REP, { connectionId: 'CA-rep-2', isAnswered: true }),
    ).call;
    assert.deepEqual(
      pendingActions(back).flatMap((action) =>
        action.do === 'hand-over' ? action.steps.map(({ connectionId }) => connectionId) : [],
      ),
      ['CA-rep-2', 'CA-rep-2'],
    );
    const unanswered = happen(transferred, 40, rung(REP, 'no-answer')).call;
    assert.equal(unanswered.transfer?.status, 'completed');
  });

  it('stays with the colleague of a transfer who is there when the rep is lost', () => {
    const consulting = liveCall({
      transfer: {
        transferId: 't1',
        status: 'requested',
        to: LENA,
        requestedAt: at(5),
        completesItself: false,
      },
      participants: [
        participant('customer'),
        participant('rep'),
        participant('colleague', {}, 'lena'),
      ],
    });
    const { call, told } = happen(consulting, 10, repLeft());
    assert.ok(!told.includes('RepLost'));
    assert.equal(call.rep.name, 'Lena Brandt');
  });
});

describe('a supervisor on a call whose rep is lost', () => {
  it('stays silent to the customer in monitor, who waits', () => {
    assert.deepEqual(actions(lost(supervisedCall())), ['hold-customer']);
  });

  it('goes on talking with the customer, who is not held, while the rep is rung', () => {
    const { call, told } = happen(supervisedCall({ mode: 'barge' }, 'everyone'), 10, repLeft());
    assert.ok(told.includes('RepLost') && told.includes('ParticipantDialled'));
    assert.ok(!actions(call).includes('hold-customer'));
    assert.deepEqual(happen(planned(call), 300).told, [], 'no colleague, no voicemail');
  });

  it('frees the customer by taking over, and leaves the customer waiting again', () => {
    const waiting = planned(held(lost(supervisedCall())));
    const takingOver = evolveAll(waiting, [
      {
        type: 'ModeRequested',
        interventionId: 'i1',
        pending: {
          mode: 'takeover',
          requestId: 'r1',
          requestedAt: at(20),
          repAfterTakeover: 'leaves',
        },
        at: at(20),
      },
    ]);
    assert.ok(actions(takingOver).includes('release-customer'));
    const talking = happen(
      evolveAll(takingOver, [{ type: 'CustomerReleased', at: at(20) }]),
      21,
      fact('participant-changed', { role: 'supervisor', interventionId: 'i1' }),
    ).call;
    assert.deepEqual(happen(talking, 200).told, []);
    const gone = happen(
      talking,
      210,
      fact('participant-left', { role: 'supervisor', interventionId: 'i1' }),
    );
    assert.ok(gone.told.includes('RingStepBegan'), 'the next step begins at once');
  });
});
