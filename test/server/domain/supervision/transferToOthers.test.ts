import assert from 'node:assert/strict';
import { repOnCall, type Call, type RingStep } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import {
  decideGroupTransfer,
  decideHandOver,
  decideTransferCancel,
} from '../../../../server/domain/supervision/transferCall.ts';
import { at, liveCall, person, rep, supervisedCall } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';
import {
  ravi,
  lena,
  eventsOf,
  codeOf,
  types,
  ask,
  fact,
  answered,
  seen,
  owed,
} from '../../../support/transferring.ts';

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

  it('that the org does not have is refused', () =>
    assert.equal(
      codeOf(
        decideGroupTransfer(
          liveCall(),
          { transferId: 't', rep: ravi, group: undefined, completesItself: false },
          at(10),
        ),
      ),
      'group_unknown',
    ));

  it('that the rep takes back rings nobody any more', () => {
    const call = rung([step(lena, mila)]);
    const back = evolveAll(call, [...eventsOf(decideTransferCancel(call, { rep: ravi }, at(30)))]);
    assert.deepEqual(owed(back), ['stop-ringing', 'stop-ringing']);
  });
});
