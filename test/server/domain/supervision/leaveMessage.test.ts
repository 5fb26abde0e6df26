import assert from 'node:assert/strict';
import type { Answering, LeftMessage } from '../../../../server/domain/call/answering.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { wrapUpOf } from '../../../../server/domain/call/wrapUp.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { answeringOf, mayLeaveMessage } from '../../../../server/domain/dialing/machines.ts';
import { decideLeaveMessage } from '../../../../server/domain/supervision/leaveMessage.ts';
import { voicemailMessages } from '../../../../server/domain/vocabulary/voicemail.ts';
import {
  active,
  at,
  liveCall,
  participant,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';
import { codeOf, eventsOf } from '../../../support/transferring.ts';

const ravi = rep();
const message: LeftMessage = { name: 'Call back', language: 'en', text: 'Please call us back.' };
const machine: Answering = { status: 'known', by: 'machine', at: at(5), mayLeaveMessage: true };
const answeredBy = (answering: Answering | undefined, call: Call = liveCall()): Call => ({
  ...call,
  direction: 'outbound',
  answering,
});
const leave = (call: Call, who = ravi) => decideLeaveMessage(call, { rep: who, message }, at(20));

describe('a message for an answering machine', () => {
  it('ends the call, is finished as left, and is heard by nobody but the machine', () => {
    const call = answeredBy(machine);
    const after = evolveAll(call, eventsOf(leave(call)));
    assert.equal(after.status, 'ended');
    assert.equal(wrapUpOf(after, ravi.userId)?.disposition, 'left_voicemail');
    const customer = call.participants.find(({ party }) => party.role === 'customer')!;
    assert.deepEqual(pendingActions(after), [
      { do: 'send-on', connectionId: customer.connectionId },
    ]);
  });

  for (const [what, answering, code] of [
    ['a person has answered', { ...machine, by: 'human' }, 'no_machine'],
    ['nobody can tell who has answered', { ...machine, by: 'unknown' }, 'no_machine'],
    ['it is not known yet', { status: 'awaited', mayLeaveMessage: true }, 'no_machine'],
    [
      'the policy has no message there',
      { ...machine, mayLeaveMessage: false },
      'message_not_allowed',
    ],
    ['the org does not listen for machines', undefined, 'message_not_allowed'],
  ] as const)
    it(`is refused where ${what}`, () => {
      assert.equal(codeOf(leave(answeredBy(answering))), code);
    });

  it('is refused to all but the call’s rep', () => {
    assert.equal(codeOf(leave(answeredBy(machine), rep({ userId: 'lena' }))), 'not_your_call');
  });

  it('is refused while a supervisor can be heard, or is about to', () => {
    const barged = supervisedCall(active({ mode: 'barge' }));
    assert.equal(codeOf(leave(answeredBy(machine, barged))), 'supervisor_audible');
    const pending = { mode: 'whisper' as const, requestId: 'r-1', requestedAt: at(10) };
    const asked = supervisedCall(active({ mode: 'monitor', pending }));
    assert.equal(codeOf(leave(answeredBy(machine, asked))), 'supervisor_audible');
    const heard = {
      ...liveCall(),
      participants: [
        ...liveCall().participants,
        { ...participant('supervisor'), audibleTo: 'everyone' as const },
      ],
    };
    assert.equal(codeOf(leave(answeredBy(machine, heard))), 'supervisor_audible');
    const silent = supervisedCall(active({ mode: 'monitor' }));
    assert.ok('events' in leave(answeredBy(machine, silent)));
  });

  it('is refused while a third party is there', () => {
    const guest = {
      guestId: 'g',
      who: { kind: 'number', phone: '+12065550100' },
      invitedAt: at(1),
      takesCallAtOnce: false,
      status: 'present',
    } as const;
    assert.equal(codeOf(leave({ ...answeredBy(machine), guests: [guest] })), 'guest_there');
  });
});

describe('who answers a call', () => {
  const customer = (call: Call): string =>
    call.participants.find(({ party }) => party.role === 'customer')!.connectionId!;
  const heard = (call: Call, by: 'human' | 'machine' | 'unknown', connectionId = customer(call)) =>
    evolveAll(
      call,
      observe(call, { type: 'answer-detected', callId: 'c1', connectionId, by, at: at(5) }, at(5)),
    );
  const awaited = answeredBy({ status: 'awaited', mayLeaveMessage: true });

  it('is what the carrier says first of the customer’s own phone', () => {
    const known = heard(awaited, 'machine');
    assert.deepEqual(known.answering, machine);
    assert.deepEqual(heard(known, 'human').answering, machine);
    const ofRep = awaited.participants.find(({ party }) => party.role === 'rep')!.connectionId!;
    assert.equal(heard(awaited, 'machine', ofRep).answering, awaited.answering);
    assert.equal(heard(answeredBy(undefined), 'machine').answering, undefined);
  });
});

describe('the places of messages', () => {
  const policy = (...messagePlaces: string[]) => ({ areDetected: true, messagePlaces });
  const WA = '+12065550187';
  const may = (places: string[], phone: string, place?: { country: string; region?: string }) =>
    mayLeaveMessage(policy(...places), { phone, ...(place && { place }) });

  it('are none unless the org lists them, by country or state', () => {
    assert.equal(may([], WA), false);
    assert.equal(may(['US-WA'], WA), true);
    assert.equal(may(['US'], WA), true);
    assert.equal(may(['US-TX'], WA), false);
    assert.equal(may(['DE'], '+4930901820'), true);
  });

  it('count by number and address alike, and not where nothing is known', () => {
    assert.equal(may(['US-WA'], WA, { country: 'US', region: 'TX' }), false);
    assert.equal(may(['US-WA', 'US-TX'], WA, { country: 'US', region: 'TX' }), true);
    assert.equal(may(['US'], '+18005550199'), false);
  });

  it('are of no use where machines are not listened for', () => {
    const off = { areDetected: false, messagePlaces: ['US'] };
    assert.equal(mayLeaveMessage(off, { phone: WA }), false);
    assert.deepEqual(answeringOf(off, { phone: WA }), {});
  });
});

describe('the messages of an org', () => {
  it('are those on offer that Dealside speaks, the call’s language first', () => {
    const notice = { kind: 'voicemail', audience: 'customer', status: 'active' } as const;
    const notices = [
      { ...notice, name: 'Call_Back', language: 'en', text: 'Call us.' },
      { ...notice, name: 'Rueckruf', language: 'de', text: 'Rufen Sie an.' },
      { ...notice, name: 'Old', language: 'en', text: 'x', status: 'retired' as const },
      { ...notice, name: 'Rep', language: 'en', text: 'x', kind: 'spoken' as const },
    ];
    assert.deepEqual(
      voicemailMessages({ notices }, 'de').map(({ messageId, name }) => [messageId, name]),
      [
        ['Rueckruf', 'Rueckruf'],
        ['Call_Back', 'Call Back'],
      ],
    );
  });
});
