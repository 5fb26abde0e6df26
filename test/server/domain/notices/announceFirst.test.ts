import assert from 'node:assert/strict';
import type { Active, Call, Intervention } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { NoticeKind } from '../../../../server/domain/call/noticeKinds.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import type { ConsentSettings } from '../../../../server/domain/consent/decide.ts';
import { awaitedAnnouncement } from '../../../../server/domain/notices/announceFirst.ts';
import {
  endAnnouncement,
  announcementText,
} from '../../../../server/domain/notices/playAnnouncements.ts';
import type { Demand, Policy } from '../../../../server/domain/policy/policy.ts';
import { validatePolicy } from '../../../../server/domain/policy/validate.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import { problemView } from '../../../../server/domain/texts/render.ts';
import { at, liveCall, person, START, supervisedCall } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const DISCLOSED_ELSEWHERE: ConsentSettings = { overrides: [], disclosedElsewhere: true };

/** Managers, as in the sample, told of in this way. */
function managed(demands: readonly Demand[], noticeKinds: readonly NoticeKind[]): Policy {
  return {
    ...SAMPLE_POLICY,
    rules: SAMPLE_POLICY.rules.map((rule) => ({ ...rule, demands, noticeKinds })),
  };
}
const ANNOUNCED = managed(['notice_first'], ['banner', 'spoken_to_rep']);

const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);
const types = (events: readonly CallEvent[]): string[] => events.map(({ type }) => type);
const after = (call: Call, events: readonly CallEvent[]): Call => evolveAll(call, events);
const end = (call: Call, status: 'played' | 'failed'): readonly CallEvent[] =>
  endAnnouncement(call, call.announcements.at(-1)!.announcementId, { status, now: at(5) });
const first = (call: Call): Intervention => call.interventions[0]!;

describe('a join that the rule wants announced first (D24, P3)', () => {
  const start = (policy: Policy) =>
    decideStart(
      liveCall(),
      { interventionId: 'i1', supervisor: person(), policy, consent: DISCLOSED_ELSEWHERE },
      START,
    );
  const waiting = after(liveCall(), eventsOf(start(ANNOUNCED)));
  const comes = (call: Call) =>
    observe(
      call,
      {
        type: 'participant-joined',
        callId: call.callId,
        conferenceId: call.conferenceId!,
        party: { role: 'supervisor', interventionId: 'i1' },
        connectionId: 'CA-s',
        audibleTo: 'nobody',
        onHold: false,
        at: at(6),
      },
      at(6),
    );

  it('tells the rep before anything of the call is heard', () => {
    assert.deepEqual(types(eventsOf(start(ANNOUNCED))), [
      'InterventionRequested',
      'NoticeGiven',
      'AnnouncementRequested',
    ]);
    assert.equal(
      announcementText(waiting.announcements[0]!, waiting),
      'Maya Okafor is about to listen to this call.',
    );
    assert.equal(awaitedAnnouncement(waiting, first(waiting))?.kind, 'spoken_to_rep');
  });
  it('is not a join while it is played, and a participant that comes all the same is removed', () => {
    const early = after(waiting, comes(waiting));
    assert.equal(first(early).status, 'joining');
    assert.deepEqual(
      pendingActions(early).map(({ do: what }) => what),
      ['remove'],
    );
  });
  it('is one after its end, and tells nobody twice', () => {
    const announced = after(waiting, end(waiting, 'played'));
    assert.equal(awaitedAnnouncement(announced, first(announced)), undefined);
    assert.deepEqual(types(comes(announced)), ['ParticipantJoined', 'SupervisorJoined']);
  });
  it('ends where it could not be played', () => {
    const failed = first(after(waiting, end(waiting, 'failed')));
    assert.deepEqual(failed.status === 'ended' && failed.endReason, 'announcement_failed');
  });
  it('is announced as it begins where the rule does not say first', () => {
    const told = after(liveCall(), eventsOf(start(managed([], ['banner', 'spoken_to_rep']))));
    assert.deepEqual(told.announcements, []);
    assert.deepEqual(types(comes(told)), [
      'ParticipantJoined',
      'SupervisorJoined',
      'NoticeGiven',
      'AnnouncementRequested',
    ]);
  });
});

describe('a supervisor whom a law wants announced before she is heard', () => {
  const calls = supervisedCall({}, 'nobody', {
    customer: { name: 'Priya Raman', phone: '+14155550142' },
  });
  const asks = (
    call: Call,
    mode: 'whisper' | 'barge' | 'takeover',
    policy = SAMPLE_POLICY,
    requestId = 'request-1',
  ) =>
    decideModeChange(
      call,
      {
        interventionId: 'i1',
        supervisor: person(),
        policy,
        consent: DISCLOSED_ELSEWHERE,
        mode,
        requestId,
        reasonCode: 'large_deal',
      },
      START,
    );
  const waiting = after(calls, eventsOf(asks(calls, 'barge')));
  const active = (call: Call) => first(call) as Intervention & Active;

  it('waits for the end of the announcement to everyone: nothing is asked of the carrier but that', () => {
    assert.deepEqual(types(eventsOf(asks(calls, 'barge'))), [
      'ModeRequested',
      'AnnouncementRequested',
    ]);
    assert.equal(awaitedAnnouncement(waiting, active(waiting))?.to, 'everyone');
    assert.equal(
      announcementText(waiting.announcements[0]!, waiting),
      'Maya Okafor is about to join the call.',
    );
    assert.deepEqual(pendingActions(waiting), []);
  });
  it('is heard after its end, by a pending action that outlives a process', () => {
    const announced = after(waiting, end(waiting, 'played'));
    assert.deepEqual(pendingActions(announced), [
      {
        do: 'resume-switch',
        steps: [
          { do: 'set', connectionId: 'CA-supervisor', audibleTo: 'everyone', endsCall: false },
        ],
      },
    ]);
  });
  it('stays silent when it could not be played, and is told why and what to do', () => {
    const failed = after(waiting, end(waiting, 'failed'));
    assert.equal(active(failed).mode, 'monitor');
    assert.equal(active(failed).pending, undefined);
    assert.equal(active(failed).problem?.code, 'announcement_failed');
    assert.match(
      problemView(active(failed).problem!, 'en').hint!,
      /no one is on hold, and try again/,
    );
    assert.deepEqual(pendingActions(failed), []);
  });
  it('stays silent when its end is never told', () => {
    const seen = {
      conferenceId: waiting.conferenceId!,
      participants: waiting.participants.map(
        ({ party, connectionId: connectionId = '', audibleTo, onHold }) => ({
          party,
          connectionId,
          audibleTo,
          onHold,
        }),
      ),
    };
    assert.deepEqual(types(missedEvents(waiting, seen, at(19))), []);
    assert.deepEqual(types(missedEvents(waiting, seen, at(21))), [
      'AnnouncementEnded',
      'ModeFailed',
    ]);
  });
  it('is not heard by an announcement that ends after she asked for silence', () => {
    const silent = after(
      waiting,
      eventsOf(
        decideModeChange(
          waiting,
          {
            interventionId: 'i1',
            supervisor: person(),
            policy: SAMPLE_POLICY,
            consent: DISCLOSED_ELSEWHERE,
            mode: 'monitor',
            requestId: 'request-2',
          },
          START,
        ),
      ),
    );
    assert.deepEqual(
      pendingActions(after(silent, end(silent, 'played'))).filter(
        ({ do: what }) => what === 'resume-switch',
      ),
      [],
    );
  });
  it('is not announced again when she goes on to take over, nor told of after the switch', () => {
    const barging = after(
      after(waiting, end(waiting, 'played')),
      observe(
        after(waiting, end(waiting, 'played')),
        {
          type: 'participant-changed',
          callId: waiting.callId,
          conferenceId: waiting.conferenceId!,
          party: { role: 'supervisor', interventionId: 'i1' },
          connectionId: 'CA-supervisor',
          audibleTo: 'everyone',
          onHold: false,
          at: at(7),
        },
        at(7),
      ),
    );
    assert.equal(active(barging).mode, 'barge');
    assert.equal(barging.announcements.length, 1);
    assert.deepEqual(types(eventsOf(asks(barging, 'takeover', SAMPLE_POLICY, 'request-3'))), [
      'ModeRequested',
    ]);
  });
  it('whispers at once, unless the rule wants that announced too', () => {
    assert.deepEqual(types(eventsOf(asks(calls, 'whisper'))), ['ModeRequested']);
    assert.deepEqual(types(eventsOf(asks(calls, 'whisper', ANNOUNCED))), [
      'ModeRequested',
      'AnnouncementRequested',
    ]);
  });
});

describe('a rule that wants an announcement first', () => {
  it('must say which', () => {
    const checked = validatePolicy(managed(['notice_first'], ['banner']));
    assert.deepEqual('faults' in checked && checked.faults.map(({ code }) => code), [
      'nothing_announced',
      'nothing_announced',
    ]);
  });
});
