import assert from 'node:assert/strict';
import { changeCall } from '../../../../server/commands/transact/changeCall.ts';
import { auditEvents } from '../../../../server/domain/audit/entries.ts';
import type { Call, Intervention } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { HelpOffer, HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import { helpOfFailedJoins } from '../../../../server/domain/call/reopenHelp.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { decideHelpGiveBack } from '../../../../server/domain/supervision/help.ts';
import { isOfferedTo } from '../../../../server/domain/supervision/helpOffers.ts';
import { active, at, liveCall, person, qa, rep } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const maya = person();
const MAYA = { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' } as const;
const OFFER: HelpOffer = {
  steps: [['maya'], ['dana'], ['quinn']],
  step: 0,
  stepSince: at(1),
  stepMs: 15_000,
};
const takenHelp = (offer?: HelpOffer): HelpRequest => ({
  helpRequestId: 'h1',
  reasonCode: 'pricing',
  at: at(1),
  ...(offer && { offer }),
  status: 'taken',
  takenBy: MAYA,
  takenAt: at(2),
});
const taken = (facts: Partial<Call> = {}): Call =>
  ({ ...liveCall(), help: takenHelp(OFFER), ...facts }) as Call;
const giveBack = (call: Call, supervisor = maya): Decision =>
  decideHelpGiveBack(call, { supervisor, policy }, at(9));
const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);
const answer = (decision: Decision): string[] | string =>
  'refusal' in decision ? decision.refusal.code : decision.events.map(({ type }) => type);

/** Maya's join of the call, before it is over. */
const joining = (more: object = {}): Intervention =>
  ({
    ...active(),
    status: 'joining',
    joinedAt: undefined,
    mode: undefined,
    modeHistory: [],
    ...more,
  }) as unknown as Intervention;
const failing = (endReason: 'join_failed' | 'supervisor_left'): CallEvent => ({
  type: 'InterventionEnded',
  interventionId: joining().interventionId,
  endReason,
  at: at(47),
});
const afterFailing = (call: Call, endReason: 'join_failed' | 'supervisor_left') => {
  const ended = failing(endReason);
  return helpOfFailedJoins(evolveAll(call, [ended]), [ended]);
};

describe('a request for help that a supervisor accepted and gives back', () => {
  const given = evolveAll(taken(), eventsOf(giveBack(taken())));

  it('is open again at once, for all others first and for the one who gave it back last', () => {
    assert.equal(given.help?.status, 'open');
    assert.deepEqual(given.help.offer, {
      steps: [['dana', 'quinn'], ['maya']],
      step: 0,
      stepSince: at(9),
      stepMs: 15_000,
    });
    assert.deepEqual(
      ['dana', 'quinn', 'maya'].map((userId) => isOfferedTo(given.help!, userId)),
      [true, true, false],
    );
  });
  it('is offered to the same one again where there is no one else', () => {
    const alone = taken({ help: takenHelp({ ...OFFER, steps: [['maya']] }) });
    const { help } = evolveAll(alone, eventsOf(giveBack(alone)));
    assert.ok(isOfferedTo(help!, 'maya'));
  });
  it('asks last all who gave it back', () => {
    const again = evolveAll(given, [
      {
        type: 'HelpAccepted',
        helpRequestId: 'h1',
        takenBy: { userId: 'quinn', name: 'Quinn Ellis', role: 'qa' },
        at: at(12),
      },
    ]);
    const { help } = evolveAll(again, eventsOf(giveBack(again, qa())));
    assert.deepEqual(help?.status === 'open' && help.offer?.steps, [['dana'], ['maya', 'quinn']]);
  });
  it('is given back once, and only by who has it', () => {
    assert.deepEqual(answer(giveBack(given)), []);
    assert.deepEqual(answer(giveBack(taken(), qa())), []);
    assert.equal(answer(giveBack(taken(), person({ userId: 'tomas' }))), 'out_of_scope');
    assert.equal(answer(giveBack(taken(), rep({ userId: 'lena' }))), 'not_a_supervisor');
  });
  it('stays accepted while its supervisor’s join is under way', () =>
    assert.deepEqual(answer(giveBack(taken({ interventions: [joining()] }))), []));
  it('is answered when its supervisor joins after all', () => {
    const joined = evolveAll({ ...given, interventions: [joining()] }, [
      { type: 'SupervisorJoined', interventionId: joining().interventionId, at: at(12) },
    ]);
    assert.equal(joined.help?.status === 'closed' && joined.help.because, 'came');
  });
  it('is in the audit with who gave it back and why', () => {
    const [entry] = auditEvents(given, eventsOf(giveBack(taken())), {
      actor: { kind: 'system' },
      nextId: () => 'a1',
    });
    assert.deepEqual(
      [entry!.action, entry!.details],
      [
        'HelpReopened',
        {
          helpRequestId: 'h1',
          givenBackByUserId: 'maya',
          because: 'canceled',
          offeredToUserIds: 'dana,quinn',
        },
      ],
    );
  });
  it('rings again, with messages of its own each time', () =>
    assert.deepEqual(
      outboxMessages(given, eventsOf(giveBack(taken()))).map(({ key }) => key),
      [
        'crm.help:h1:HelpReopened:reopened-1',
        'crm.helpNotification:h1:reopened-1',
        'carrier.helpCall:h1:reopened-1',
      ],
    ));
});

describe('a request for help whose supervisor’s join fails', () => {
  const coming = (more: object = {}): Call => taken({ interventions: [joining(more)] });

  it('is open again, with the reason', () => {
    const because = (endReason: 'join_failed' | 'supervisor_left') =>
      afterFailing(coming(), endReason).map((event) => 'because' in event && event.because);
    assert.deepEqual(because('join_failed'), ['join_failed']);
    assert.deepEqual(because('supervisor_left'), ['canceled']);
  });
  it('stays as it is where the join was another’s, or covert', () => {
    const others = { supervisor: { userId: 'dana', name: 'Dana Whitfield', role: 'supervisor' } };
    assert.deepEqual(afterFailing(coming(others), 'join_failed'), []);
    assert.deepEqual(afterFailing(coming({ noticeKinds: [] }), 'join_failed'), []);
  });
  it('is open again in the same transaction', async () => {
    const call = coming();
    const written = await changeCall(
      {
        store: {
          changeCall: async (_callId, transaction) => transaction(call),
          changeSupervisedCall: async () => assert.fail('no supervisor asks'),
        },
        clock: { now: () => at(47) },
        ids: { next: () => 'id' },
      },
      { callId: call.callId, actor: { kind: 'carrier' } },
      () => ({ events: [failing('join_failed')] }),
    );
    assert.ok(written.status === 'applied');
    assert.equal(written.call.help?.status, 'open');
    assert.deepEqual(
      written.events.map(({ type }) => type),
      ['InterventionEnded', 'HelpReopened'],
    );
  });
});
