import assert from 'node:assert/strict';
import { type Call, interventionOf } from '../../../../server/domain/call/call.ts';
import { interventionsVisibleTo } from '../../../../server/domain/call/covert.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { correctModes } from '../../../../server/domain/carrier/reconcile.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import {
  at,
  participant,
  liveCall,
  person,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';
import { DISCLOSED_ELSEWHERE, policyWithCovertRule } from '../../../support/samplePolicy.ts';

const maya = person();
const POLICY = policyWithCovertRule({
  owner: 'Compliance',
  purpose: 'Fraud',
  endsOn: '2026-12-31',
});
const ravi = {
  userId: 'ravi',
  name: 'Ravi Patel',
  managerIds: ['maya', 'dana'],
  timeZone: 'America/Los_Angeles',
};

/** Maya is let in as asked, and her participant is connected. */
function joins(covert: boolean): Call {
  const call = liveCall({ rep: ravi });
  const decided = decideStart(
    call,
    {
      interventionId: 'i1',
      supervisor: maya,
      policy: POLICY,
      consent: DISCLOSED_ELSEWHERE,
      covert,
    },
    at(1),
  );
  assert.ok('events' in decided, JSON.stringify(decided));
  const requested = evolveAll(call, decided.events);
  return evolveAll(
    requested,
    observe(
      requested,
      {
        type: 'participant-joined',
        callId: 'c1',
        conferenceId: 'CF1',
        party: { role: 'supervisor', interventionId: 'i1' },
        connectionId: 'CA-supervisor',
        audibleTo: 'nobody',
        onHold: false,
        at: at(2),
      },
      at(2),
    ),
  );
}
const codeOf = (covert: boolean, now: string) => {
  const decided = decideStart(
    liveCall({ rep: ravi }),
    {
      interventionId: 'i1',
      supervisor: maya,
      policy: POLICY,
      consent: DISCLOSED_ELSEWHERE,
      covert,
    },
    now,
  );
  return 'refusal' in decided ? decided.refusal.code : 'granted';
};
const unseen = (facts = {}): Call => ({
  ...supervisedCall({ noticeKinds: [], ...facts }),
  rep: ravi,
});
const seenBy = (call: Call, who: Parameters<typeof interventionsVisibleTo>[1]) =>
  interventionsVisibleTo(call, who).length;

describe('who asks to listen covertly (G1)', () => {
  it('is let in by a covert rule, which is kept with the intervention', () => {
    const kept = interventionOf(joins(true), 'i1')!;
    assert.deepEqual(
      [kept.status, kept.policyRule, kept.noticeKinds],
      ['active', 'investigation', []],
    );
  });
  it('is told to nobody', () => assert.deepEqual(joins(true).notices, []));
  it('is refused after the rule’s last day', () =>
    assert.equal(codeOf(true, '2027-01-02T17:00:00.000Z'), 'covert_rule_ended'));
});

describe('who does not ask to', () => {
  it('is seen, though a covert rule would do', () => {
    const call = joins(false);
    assert.deepEqual(
      [call.notices.length, interventionOf(call, 'i1')!.policyRule],
      [1, 'supervisor-own-reports'],
    );
  });
});

describe('an covert intervention', () => {
  it('is known to the listener and to administrators alone', () => {
    assert.deepEqual(
      [maya, person({ userId: 'ada', roles: ['admin'] }), rep(), person({ userId: 'dana' })].map(
        (who) => seenBy(unseen(), who),
      ),
      [1, 1, 0, 0],
    );
  });
  it('is seen from the moment it is heard', () => {
    const call = unseen();
    const decided = decideModeChange(
      call,
      {
        interventionId: 'i1',
        supervisor: maya,
        policy: POLICY,
        consent: DISCLOSED_ELSEWHERE,
        mode: 'whisper',
        requestId: 'r1',
      },
      at(5),
    );
    assert.ok('events' in decided);
    const requested = evolveAll(call, decided.events);
    const whispering = {
      ...requested,
      participants: [
        participant('customer'),
        participant('rep'),
        participant('supervisor', { audibleTo: 'rep' }),
      ],
    };
    const after = evolveAll(whispering, correctModes(whispering, at(6)));
    const confirmed = evolveAll(
      after,
      observe(
        after,
        {
          type: 'participant-changed',
          callId: 'c1',
          conferenceId: 'CF1',
          party: { role: 'supervisor', interventionId: 'i1' },
          connectionId: 'CA-supervisor',
          audibleTo: 'rep',
          onHold: false,
          at: at(6),
        },
        at(6),
      ),
    );
    assert.deepEqual(
      [
        confirmed.notices.map(({ mode }) => mode),
        interventionOf(confirmed, 'i1')!.noticeKinds,
        seenBy(confirmed, rep()),
      ],
      [['whisper'], ['banner'], 1],
    );
  });
  it('is told of when it is heard by a customer whom the rep has left', () => {
    const loud: Call = {
      ...unseen(),
      participants: [
        participant('customer'),
        participant('rep', { status: 'left' }),
        participant('supervisor', { audibleTo: 'everyone' }),
      ],
    };
    const after = evolveAll(loud, correctModes(loud, at(5)));
    assert.deepEqual(
      [after.notices.map(({ mode }) => mode), seenBy(after, rep())],
      [['takeover'], 1],
    );
  });
  it('leaves nothing on the deal’s timeline, where the rep reads', () => {
    const ended = {
      type: 'InterventionEnded',
      interventionId: 'i1',
      endReason: 'supervisor_left',
      at: at(9),
    } as const;
    assert.deepEqual(outboxMessages(evolveAll(unseen(), [ended]), [ended]), []);
    assert.equal(outboxMessages(evolveAll(supervisedCall(), [ended]), [ended]).length, 1);
  });
});
