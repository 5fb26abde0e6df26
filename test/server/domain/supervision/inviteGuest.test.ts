import assert from 'node:assert/strict';
import type { Call, Participant } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { guestOf, guestWithCall } from '../../../../server/domain/call/guest.ts';
import { endedRepCalls } from '../../../../server/domain/call/repCalls.ts';
import { involvesRep } from '../../../../server/domain/call/transfer.ts';
import type {
  ParticipantFact,
  ParticipantStatusFact,
} from '../../../../server/domain/carrier/carrierFacts.ts';
import { isCustomerUnattended } from '../../../../server/domain/carrier/customerCover.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import {
  decideInvite,
  decideLeaveToGuest,
  decideRemoveGuest,
} from '../../../../server/domain/supervision/inviteGuest.ts';
import {
  active,
  at,
  liveCall,
  participant,
  person,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';
import { DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const ravi = rep();
const maya = person();
const GUEST = { role: 'guest', guestId: 'g' } as const;
/** A number in Texas, where one party's consent is enough. */
const TEXAS = '+12145550177';

const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);
const codeOf = (decision: Decision): string | undefined =>
  'refusal' in decision ? decision.refusal.code : undefined;
const invite = (call: Call, more: Partial<Parameters<typeof decideInvite>[1]> = {}): Decision =>
  decideInvite(
    call,
    {
      guestId: 'g',
      rep: ravi,
      who: { kind: 'number', phone: TEXAS },
      isBusy: false,
      takesCallAtOnce: false,
      holdsCustomer: false,
      consent: DISCLOSED_ELSEWHERE,
      ...more,
    },
    at(10),
  );
const ringing = (call: Call = liveCall(), more?: Parameters<typeof invite>[1]): Call =>
  evolveAll(call, [...eventsOf(invite(call, more))]);
const fact = (
  type: ParticipantFact['type'],
  party: ParticipantFact['party'],
  connectionId: string,
  onHold = false,
): ParticipantFact => ({
  type,
  callId: 'c1',
  conferenceId: 'CF1',
  party,
  connectionId,
  audibleTo: 'everyone',
  onHold,
  at: at(20),
});
const status = (state: ParticipantStatusFact['status']): ParticipantStatusFact => ({
  type: 'participant-status',
  callId: 'c1',
  party: GUEST,
  connectionId: 'CA-g',
  status: state,
  at: at(20),
});
const seen = (call: Call, ...facts: (ParticipantFact | ParticipantStatusFact)[]): Call =>
  facts.reduce((after, one) => evolveAll(after, observe(after, one, at(20))), call);
/** The guest has answered. */
const together = (call?: Call, more?: Parameters<typeof invite>[1]): Call =>
  seen(ringing(call, more), status('answered'), fact('participant-joined', GUEST, 'CA-g'));
const leftTo = (call: Call = together()): Call =>
  evolveAll(call, [...eventsOf(decideLeaveToGuest(call, { guestId: 'g', rep: ravi }, at(30)))]);
const owed = (call: Call): string[] => pendingActions(call).map((action) => action.do);
const held = (call: Call, onHold: boolean): Call =>
  seen(call, fact('participant-changed', { role: 'customer' }, 'CA-customer', onHold));
const statusOf = (call: Call): string | undefined => {
  const guest = guestOf(call, 'g');
  return guest?.status === 'ended' ? guest.because : guest?.status;
};
const without = (call: Call, role: Participant['party']['role']): Call => {
  const gone = call.participants.find(
    ({ party, status: state }) => party.role === role && state === 'connected',
  )!;
  return seen(call, fact('participant-left', gone.party, gone.connectionId!));
};

describe('a third party', () => {
  it('is dialed by the rep of a live call, and the same request dials once', () => {
    const events = eventsOf(invite(liveCall()));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['GuestInvited', 'ParticipantDialled'],
    );
    assert.deepEqual(eventsOf(invite(ringing())), []);
  });

  it('is refused to others, on a call that is not live, taken over or in transfer, and beside another', () => {
    assert.equal(codeOf(invite(liveCall(), { rep: rep({ userId: 'lena' }) })), 'not_your_call');
    assert.equal(codeOf(invite(liveCall({ participants: [] }))), 'call_not_live');
    assert.equal(
      codeOf(invite(supervisedCall({ mode: 'takeover' }, 'everyone'))),
      'takeover_in_progress',
    );
    assert.equal(codeOf(invite(together(), { guestId: 'h' })), 'guest_there');
    assert.equal(
      codeOf(invite(liveCall(), { who: { kind: 'number', phone: '+14155550142' } })),
      'guest_is_customer',
    );
    const lena = { kind: 'person', userId: 'lena', name: 'Lena Brandt' } as const;
    assert.equal(codeOf(invite(liveCall(), { who: lena, isBusy: true })), 'colleague_busy');
  });

  it('is not added where the law at their place forbids who is on the call', () => {
    const supervised = supervisedCall({}, 'nobody', {
      customer: { name: 'Priya Raman', phone: '+12145550142' },
    });
    const california = { who: { kind: 'number', phone: '+14155550199' } } as const;
    const consent = NO_CONSENT_SETTINGS;
    assert.equal(codeOf(invite(supervised, { consent })), undefined);
    assert.equal(codeOf(invite(supervised, { ...california, consent })), 'consent_missing');
  });

  it('is there once answered, and hears no whisper: whispers reach the rep alone', () => {
    const call = together(supervisedCall({ mode: 'whisper' }, 'rep'));
    assert.equal(statusOf(call), 'present');
    assert.deepEqual(owed(call), []);
    const whispering = call.participants.find(({ party }) => party.role === 'supervisor');
    assert.equal(whispering?.audibleTo, 'rep');
  });

  it('who is busy is told as busy, whether the phone or the conference says so first', () => {
    const gone = { ...fact('participant-left', GUEST, 'CA-g'), unanswered: 'busy' } as const;
    assert.equal(statusOf(seen(ringing(), gone, status('busy'))), 'busy');
    assert.equal(statusOf(seen(ringing(), status('busy'), gone)), 'busy');
    const silent = { ...gone, unanswered: 'no-answer' } as const;
    assert.equal(statusOf(seen(ringing(), silent)), 'not_answered');
  });

  it('who is busy, does not answer or cannot be rung leaves the call with the rep', () => {
    assert.equal(statusOf(seen(ringing(), status('busy'))), 'busy');
    assert.equal(statusOf(seen(ringing(), status('no-answer'))), 'not_answered');
    assert.equal(statusOf(seen(ringing(), status('completed'))), 'not_answered');
    assert.deepEqual(owed(seen(ringing(), status('busy'))), []);
  });

  it('of whom nothing is reported any more has not answered, after a while', () => {
    const call = ringing();
    const conference = { conferenceId: 'CF1', participants: seenParticipants(call) };
    assert.equal(dueAt(call), at(70));
    assert.equal(statusOf(evolveAll(call, missedEvents(call, conference, at(69)))), 'ringing');
    assert.equal(statusOf(evolveAll(call, missedEvents(call, conference, at(70)))), 'not_answered');
  });

  it('whom the rep removes is taken off, or rung no more, also when they answer too late', () => {
    const removed = (call: Call): Call =>
      evolveAll(call, [
        ...eventsOf(decideRemoveGuest(call, { guestId: 'g', person: ravi }, at(30))),
      ]);
    assert.deepEqual(owed(removed(together())), ['remove']);
    assert.deepEqual(owed(removed(ringing())), ['stop-ringing']);
    const late = seen(
      removed(ringing()),
      status('answered'),
      fact('participant-joined', GUEST, 'CA-g'),
    );
    assert.equal(statusOf(late), 'removed');
    assert.deepEqual(owed(late), ['remove']);
  });

  it('is removed by the supervisor after a takeover, and by nobody else then', () => {
    const call = { ...together(), ...takenOverParts() };
    assert.equal(
      codeOf(decideRemoveGuest(call, { guestId: 'g', person: ravi }, at(30))),
      'not_your_call',
    );
    assert.equal(
      codeOf(decideRemoveGuest(call, { guestId: 'g', person: maya }, at(30))),
      undefined,
    );
    assert.equal(
      codeOf(decideRemoveGuest(together(), { guestId: 'g', person: maya }, at(30))),
      'not_your_call',
    );
  });

  it('who leaves is gone, and the call goes on', () => {
    const call = without(together(), 'guest');
    assert.equal(statusOf(call), 'left');
    assert.deepEqual(owed(call), []);
  });

  it('of the org sees the call', () => {
    const who = { kind: 'person', userId: 'lena', name: 'Lena Brandt' } as const;
    assert.equal(involvesRep(ringing(liveCall(), { who }), 'lena'), true);
    assert.equal(involvesRep(liveCall(), 'lena'), false);
  });

  it('who answers an outside number is told what the customer was told', () => {
    const asked = (call: Call) =>
      call.announcements.filter(({ kind }) => kind === 'disclosure').map(({ to }) => to);
    assert.deepEqual(asked(together(liveCall({ opensWithDisclosure: true }))), ['guest']);
    assert.deepEqual(asked(together()), []);
    // In California everybody must know; in Texas nobody was told.
    const california = { kind: 'number', phone: '+14155550199' } as const;
    const texan = liveCall({ customer: { name: 'Priya Raman', phone: '+12145550142' } });
    const told = (call: Call) =>
      asked(together(call, { who: california, consent: NO_CONSENT_SETTINGS }));
    assert.deepEqual(told(texan), ['everyone']);
    assert.deepEqual(
      asked(
        seen(
          held(ringing(texan, { who: california, consent: NO_CONSENT_SETTINGS }), true),
          status('answered'),
          fact('participant-joined', GUEST, 'CA-g'),
        ),
      ),
      ['guest'],
    );
  });
});

describe('a call that is left to an outside number', () => {
  it('loses its rep in an order that never ends it', () => {
    const [action] = pendingActions(leftTo());
    assert.deepEqual(action, {
      do: 'leave-to-guest',
      steps: [
        { do: 'set', connectionId: 'CA-rep', endsCall: false },
        { do: 'remove', connectionId: 'CA-rep' },
      ],
    });
  });

  it('goes on without its rep, who is not rung back and can finish the call', () => {
    const call = without(leftTo(), 'rep');
    assert.ok(guestWithCall(call));
    assert.equal(isCustomerUnattended(call), false);
    assert.deepEqual(owed(call), []);
    assert.deepEqual(
      endedRepCalls(call).map(({ rep: { userId }, talkedMs }) => [userId, talkedMs]),
      [['ravi', 30_000]],
    );
  });

  it('is over when whoever has it hangs up', () => {
    assert.deepEqual(owed(without(without(leftTo(), 'rep'), 'guest')), ['end-call']);
  });

  it('stays the rep’s when whoever was to have it hangs up first', () => {
    const call = without(leftTo(), 'guest');
    assert.deepEqual(owed(call), []);
    assert.equal(isCustomerUnattended(call), false);
  });

  it('is left at once where the rep did not want to talk first, but not during a takeover', () => {
    assert.equal(statusOf(together(liveCall(), { takesCallAtOnce: true })), 'has_call');
    const takenOver = {
      ...ringing(liveCall(), { takesCallAtOnce: true }),
      ...takenOverParts(),
    };
    const call = seen(takenOver, status('answered'), fact('participant-joined', GUEST, 'CA-g'));
    assert.equal(statusOf(call), 'present');
    assert.ok(!owed(call).includes('leave-to-guest'));
  });

  it('is refused before they have answered, to others than its rep, and to people of the org', () => {
    const leave = (call: Call, by = ravi) =>
      codeOf(decideLeaveToGuest(call, { guestId: 'g', rep: by }, at(30)));
    assert.equal(leave(ringing()), 'colleague_not_there');
    assert.equal(leave(together(), rep({ userId: 'lena' })), 'not_your_call');
    assert.equal(leave(liveCall()), 'no_guest');
    const who = { kind: 'person', userId: 'lena', name: 'Lena Brandt' } as const;
    assert.equal(leave(together(liveCall(), { who })), 'guest_is_colleague');
  });
});

describe('a customer on hold while rep and third party talk', () => {
  const talking = () => ringing(liveCall(), { holdsCustomer: true });

  it('is put on hold when the talk begins', () => {
    assert.deepEqual(owed(talking()), ['hold-for-talk']);
    assert.deepEqual(owed(held(talking(), true)), []);
  });

  it('comes back to the rep when nobody answers, and when the third party leaves or is removed', () => {
    const busy = seen(held(talking(), true), status('busy'));
    assert.deepEqual(owed(busy), ['resume-after-talk']);
    const back = held(busy, false);
    assert.equal(back.talkHold, undefined);
    assert.deepEqual(owed(back), []);
  });

  it('is resumed also when the hold comes late', () => {
    assert.deepEqual(owed(held(seen(talking(), status('busy')), true)), ['resume-after-talk']);
  });

  it('hears the outside number before the rep goes', () => {
    const call = seen(
      held(talking(), true),
      status('answered'),
      fact('participant-joined', GUEST, 'CA-g'),
    );
    assert.deepEqual(owed(call), []);
    assert.deepEqual(owed(leftTo(call)), ['resume-after-talk', 'leave-to-guest']);
  });

  it('is told to wait when the rep is lost meanwhile, and resumed when the third party is there', () => {
    const lost = owed(without(held(talking(), true), 'rep'));
    assert.ok(lost.includes('hold-customer') && !lost.includes('resume-after-talk'), lost.join());
    const there = seen(
      held(talking(), true),
      status('answered'),
      fact('participant-joined', GUEST, 'CA-g'),
    );
    assert.ok(owed(without(there, 'rep')).includes('resume-after-talk'));
  });

  it('is resumed when a supervisor has taken over', () => {
    const takenOver = { ...held(talking(), true), ...takenOverParts() };
    takenOver.participants = takenOver.participants.map((one) =>
      one.party.role === 'customer' ? { ...one, onHold: true } : one,
    );
    assert.ok(owed(takenOver).includes('resume-after-talk'));
  });

  it('whom the rep had on hold already stays so', () => {
    const call = held(liveCall(), true);
    assert.equal(ringing(call, { holdsCustomer: true }).talkHold, undefined);
  });
});

/** Maya has taken the call over, and the rep listens. */
function takenOverParts(): Pick<Call, 'interventions'> & { participants: Participant[] } {
  return {
    interventions: [active({ mode: 'takeover', repAfterTakeover: 'listens' })],
    participants: [
      participant('customer'),
      participant('rep', { audibleTo: 'nobody' }),
      participant('supervisor'),
      participant('guest', { status: 'ringing', connectionId: undefined }, 'g'),
    ],
  };
}

const seenParticipants = (call: Call) =>
  call.participants.flatMap(({ party, connectionId, status: state, audibleTo, onHold }) =>
    connectionId && state === 'connected' ? [{ party, connectionId, audibleTo, onHold }] : [],
  );
