import assert from 'node:assert/strict';
import { auditEvents } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { expiredHelp, helpExpiresAt } from '../../../../server/domain/call/evolveHelp.ts';
import { openHelpRequest, type HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import {
  decideHelpRequest,
  decideHelpAccept,
  decideHelpCancel,
  type AcceptHelp,
} from '../../../../server/domain/supervision/help.ts';
import {
  decideTextReply,
  decideTextWhisper,
  decideTextWhisperSeen,
  readsTextWhisper,
} from '../../../../server/domain/supervision/textWhispers.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import {
  active,
  at,
  liveCall,
  person,
  qa,
  rep,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const HELP: HelpRequest = { helpRequestId: 'h1', reasonCode: 'pricing', at: at(1), status: 'open' };
const asking = (facts: Partial<Call> = {}): Call =>
  ({ ...liveCall(), help: HELP, ...facts }) as Call;
const maya = person();

const answer = (decision: Decision): string[] | string =>
  'refusal' in decision ? decision.refusal.code : decision.events.map(({ type }) => type);
const ask = (call: Call, more: object = {}) =>
  decideHelpRequest(
    call,
    { helpRequestId: 'h2', rep: rep(), reasonCode: 'pricing', ...more },
    at(5),
  );
const take = (call: Call, supervisor = maya, more: Partial<AcceptHelp> = {}) =>
  decideHelpAccept(
    call,
    { supervisor, policy, consent: { overrides: [], disclosedElsewhere: true }, ...more },
    at(5),
  );
const write = (call: Call, more: object = {}) =>
  decideTextWhisper(
    call,
    { textWhisperId: 't1', supervisor: maya, policy, text: 'Ask about the term.', ...more },
    at(5),
  );
const after = (call: Call, ...events: CallEvent[]) => evolveAll(call, events);

describe('a rep on a live call', () => {
  it('asks for help with a reason (G14)', () =>
    assert.deepEqual(answer(ask(liveCall())), ['HelpRequested']));
  it('asks once by the same request', () =>
    assert.deepEqual(answer(ask(asking(), { helpRequestId: 'h1' })), []));
  it('is refused a second request while the first waits', () =>
    assert.equal(answer(ask(asking())), 'help_already_asked'));
  it('is refused without a reason that is offered', () =>
    assert.equal(answer(ask(liveCall(), { reasonCode: 'toString' })), 'help_reason_required'));
  it('asks for no one else', () =>
    assert.equal(answer(ask(liveCall(), { rep: rep({ userId: 'lena' }) })), 'not_your_call'));
  it('asks only while the customer is on the line', () =>
    assert.equal(answer(ask(ringingCall())), 'call_not_live'));
  it('takes the request back', () => {
    const events = (decideHelpCancel(asking(), { rep: rep() }, at(6)) as { events: CallEvent[] })
      .events;
    assert.deepEqual(after(asking(), ...events).help, {
      helpRequestId: 'h1',
      reasonCode: 'pricing',
      at: at(1),
      status: 'closed',
      closedAt: at(6),
      because: 'withdrawn',
    });
  });
  it('may ask again afterwards', () =>
    assert.deepEqual(
      answer(
        ask(asking({ help: { ...HELP, status: 'closed', closedAt: at(2), because: 'came' } })),
      ),
      ['HelpRequested'],
    ));
});

describe('an open request for help', () => {
  it('is taken by a supervisor in scope', () =>
    assert.deepEqual(answer(take(asking())), ['HelpAccepted']));
  it('is not for another team’s manager', () =>
    assert.equal(answer(take(asking(), person({ userId: 'tomas' }))), 'out_of_scope'));
  it('is not for a colleague', () =>
    assert.equal(answer(take(asking(), rep({ userId: 'lena' }))), 'not_a_supervisor'));
  it('is not taken by who cannot join before the customer has agreed', () =>
    assert.equal(
      answer(take(asking(), maya, { consent: NO_CONSENT_SETTINGS })),
      'consent_missing',
    ));
  it('is not taken by who cannot join because the customer declines it', () => {
    const declined = (exceptReasons: readonly string[]): Call =>
      asking({
        monitoringChoice: { isDeclined: true, source: 'rep', exceptReasons, at: at(2) },
      });
    assert.equal(answer(take(declined([]))), 'monitoring_declined');
    assert.deepEqual(answer(take(declined(['compliance_risk']))), ['HelpAccepted']);
  });
  it('is not taken by who cannot join before the rep has read a notice', () =>
    assert.equal(answer(take(asking(), maya, { isRepUnnotified: true })), 'rep_not_notified'));
  it('is taken by one: the next is told who is coming', () => {
    const taken = asking({
      help: {
        ...HELP,
        status: 'taken',
        takenAt: at(2),
        takenBy: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
      },
    });
    const second = take(taken, qa());
    assert.deepEqual(
      'refusal' in second && [second.refusal.code, refusalText(second.refusal, 'en').message],
      ['help_taken', 'Maya Okafor is already joining to help.'],
    );
    assert.deepEqual(answer(take(taken)), []);
  });
  it('that nobody made cannot be taken', () =>
    assert.equal(answer(take(liveCall())), 'help_not_asked'));

  describe('is over', () => {
    const taken = (): Call => ({
      ...supervisedCall(),
      help: {
        ...HELP,
        status: 'taken',
        takenAt: at(2),
        takenBy: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
      },
    });
    it('when who took it has joined', () =>
      assert.equal(
        openHelpRequest(
          after(taken(), { type: 'SupervisorJoined', interventionId: 'i1', at: at(4) }),
        ),
        undefined,
      ));
    it('when any supervisor speaks', () =>
      assert.equal(
        openHelpRequest(
          after(
            { ...supervisedCall(), help: HELP },
            { type: 'ModeConfirmed', interventionId: 'i1', mode: 'whisper', at: at(4) },
          ),
        ),
        undefined,
      ));
    it('when the call ends', () =>
      assert.equal(
        openHelpRequest(after(asking(), { type: 'CallEnded', endReason: 'hung_up', at: at(4) })),
        undefined,
      ));
  });
  it('that was answered says by whom, and on which intervention', () => {
    const over = after(
      { ...supervisedCall(), help: HELP },
      { type: 'ModeConfirmed', interventionId: 'i1', mode: 'whisper', at: at(4) },
    ).help;
    assert.deepEqual(over?.status === 'closed' && [over.because, over.answer], [
      'came',
      { userId: 'maya', interventionId: 'i1' },
    ]);
  });
  it('goes on when who took it listens covertly: nobody has come, as far as the rep may know', () => {
    const call = supervisedCall();
    const unseen = {
      ...call,
      interventions: call.interventions.map((one) => ({ ...one, noticeKinds: [] })),
      help: {
        ...HELP,
        status: 'taken',
        takenAt: at(2),
        takenBy: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
      },
    } as Call;
    assert.ok(
      openHelpRequest(after(unseen, { type: 'SupervisorJoined', interventionId: 'i1', at: at(4) })),
    );
  });
  describe('that nobody answers', () => {
    it('expires after five minutes, and not before', () => {
      const request = { ...asking(), help: { ...HELP, at: at(0) } } as Call;
      assert.equal(helpExpiresAt(request), at(300));
      assert.deepEqual(expiredHelp(request, at(299)), []);
      const over = after(request, ...expiredHelp(request, at(300)));
      assert.deepEqual(over.help?.status === 'closed' && over.help.because, 'expired');
      assert.deepEqual(expiredHelp(over, at(900)), []);
    });
    it('is open again two minutes after somebody who does not come said to be coming', () => {
      const taken = asking({
        help: {
          ...HELP,
          status: 'taken',
          takenAt: at(100),
          takenBy: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
        },
      });
      assert.equal(helpExpiresAt(taken), at(220));
      assert.equal(dueAt(taken), at(220));
      assert.deepEqual(expiredHelp(taken, at(219)), []);
      const again = after(taken, ...expiredHelp(taken, at(220)));
      assert.equal(again.help?.status, 'open');
      assert.equal(helpExpiresAt(again), at(520));
    });
    it('may be asked again', () => {
      const request = asking();
      assert.deepEqual(answer(ask(after(request, ...expiredHelp(request, at(900))))), [
        'HelpRequested',
      ]);
    });
  });
  it('is kept when another follows', () => {
    const closed: HelpRequest = {
      ...HELP,
      status: 'closed',
      closedAt: at(2),
      because: 'withdrawn',
    };
    const second: HelpRequest = { ...HELP, helpRequestId: 'h2', at: at(5) };
    const call = after(asking({ help: closed }), {
      type: 'HelpRequested',
      help: second,
      at: at(5),
    });
    assert.deepEqual([call.help, call.pastHelp], [second, [closed]]);
  });
  it('goes on while somebody else only listens', () =>
    assert.ok(
      openHelpRequest(
        after(
          { ...supervisedCall(), help: HELP },
          { type: 'SupervisorJoined', interventionId: 'i1', at: at(4) },
        ),
      ),
    ));
});

describe('a text whisper', () => {
  it('is written by a supervisor who is on the call (G43)', () =>
    assert.deepEqual(answer(write(supervisedCall())), ['TextWhispered']));
  it('is written once by the same request', () => {
    const events = (write(supervisedCall()) as { events: CallEvent[] }).events;
    assert.deepEqual(answer(write(after(supervisedCall(), ...events))), []);
  });
  it('needs to be on the call', () => assert.equal(answer(write(liveCall())), 'join_first'));
  it('needs the right to whisper', () =>
    assert.equal(
      answer(write(supervisedCall(), { supervisor: person({ permittedModes: ['monitor'] }) })),
      'mode_not_permitted',
    ));
  it('is not written by one who has left', () => {
    const left = after(supervisedCall(), {
      type: 'InterventionEnded',
      interventionId: active().interventionId,
      endReason: 'supervisor_left',
      at: at(3),
    });
    assert.equal(answer(write(left)), 'join_first');
  });
  it('is read by its author and by whose call it was, and by no other supervisor', () => {
    const [line] = after(
      supervisedCall(),
      ...(write(supervisedCall()) as { events: CallEvent[] }).events,
    ).textWhispers!;
    const handedOver = liveCall({
      rep: { userId: 'lena', name: 'Lena Brandt', managerIds: [] },
      pastReps: [{ rep: { userId: 'ravi', name: 'Ravi Patel', managerIds: [] }, until: at(30) }],
    });
    for (const call of [supervisedCall(), handedOver])
      assert.deepEqual(
        ['maya', 'ravi', 'lena', 'quinn', 'dana', 'ada'].filter((userId) =>
          readsTextWhisper(call, line!, userId),
        ),
        ['maya', 'ravi'],
      );
  });
  it('is marked as seen once, by the rep', () => {
    const call = after(
      supervisedCall(),
      ...(write(supervisedCall()) as { events: CallEvent[] }).events,
    );
    const see = (one: Call, who = rep()) =>
      decideTextWhisperSeen(one, { person: who, textWhisperId: 't1' }, at(9));
    assert.equal(answer(see(call, rep({ userId: 'lena' }))), 'not_your_call');
    const seen = after(call, ...(see(call) as { events: CallEvent[] }).events);
    assert.equal(seen.textWhispers?.[0]?.seenAt, at(9));
    assert.deepEqual(answer(see(seen)), []);
    assert.equal(
      answer(decideTextWhisperSeen(call, { person: rep(), textWhisperId: 'other' }, at(9))),
      'text_whisper_not_found',
    );
  });
  it('is in the audit by its id, and its words are nowhere in it', () => {
    const { events } = write(supervisedCall()) as { events: CallEvent[] };
    const [entry] = auditEvents(supervisedCall(), events, {
      actor: { kind: 'system' },
      nextId: () => 'a1',
    });
    assert.deepEqual(
      [entry!.action, entry!.interventionId, entry!.details],
      ['TextWhispered', 'i1', { textWhisperId: 't1', recipientUserId: 'ravi' }],
    );
    assert.deepEqual(entry!.personal, []);
    assert.ok(!JSON.stringify(entry).includes('Ask about the term.'));
  });

  describe('of the rep', () => {
    const reply = (call: Call, more: object = {}) =>
      decideTextReply(
        call,
        { textWhisperId: 't2', rep: rep(), interventionId: 'i1', text: 'Which term?', ...more },
        at(6),
      );

    it('answers a supervisor who is on the call, once by the same request', () => {
      const { events } = reply(supervisedCall()) as { events: CallEvent[] };
      const answered = after(supervisedCall(), ...events);
      assert.deepEqual(
        answered.textWhispers?.map(({ text, toSupervisor }) => [text, toSupervisor]),
        [['Which term?', true]],
      );
      assert.deepEqual(answer(reply(answered)), []);
    });
    it('is for the rep of the call alone to write', () =>
      assert.equal(
        answer(reply(supervisedCall(), { rep: rep({ userId: 'lena' }) })),
        'not_your_call',
      ));
    it('reaches nobody who has left, and nobody of whom the rep must not know', () => {
      assert.equal(answer(reply(liveCall())), 'intervention_ended');
      assert.equal(answer(reply(supervisedCall({ noticeKinds: [] }))), 'intervention_ended');
    });
    it('is read by both of them, and marked as seen by the supervisor', () => {
      const { events } = reply(supervisedCall()) as { events: CallEvent[] };
      const call = after(supervisedCall(), ...events);
      const [line] = call.textWhispers!;
      assert.deepEqual(
        ['maya', 'ravi', 'lena', 'quinn', 'dana', 'ada'].filter((userId) =>
          readsTextWhisper(call, line!, userId),
        ),
        ['maya', 'ravi'],
      );
      const see = (who: Person) =>
        answer(decideTextWhisperSeen(call, { person: who, textWhisperId: 't2' }, at(9)));
      assert.equal(see(rep()), 'not_your_call');
      assert.equal(see(qa()), 'not_your_call');
      assert.deepEqual(see(maya), ['TextWhisperSeen']);
    });
  });
});
