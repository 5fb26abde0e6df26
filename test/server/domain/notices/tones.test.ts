import assert from 'node:assert/strict';
import { activeIntervention, type Call } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { AUDIBLE_TO, type Mode } from '../../../../server/domain/call/modes.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import type { Policy, Rule } from '../../../../server/domain/policy/policy.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import { at, liveCall, person } from '../../../support/builders.ts';

const CONSENT = { overrides: [], disclosedElsewhere: true };

const ruled = (facts: Partial<Rule>): Policy => ({
  version: 'test',
  holidays: [],
  rules: [
    {
      name: 'managers',
      role: 'supervisor',
      modes: ['monitor', 'whisper', 'barge', 'takeover'],
      reach: { kind: 'own_reports' },
      demands: [],
      noticeKinds: ['banner', 'tone'],
      ...facts,
    },
  ],
});

/**
 * Goes from mode to mode, monitor first, each confirmed by the carrier. Returns the modes at whose
 * beginning a tone was requested.
 */
function tonesOf(policy: Policy, modes: readonly Mode[]): string[] {
  let call: Call = liveCall();
  const heardAt: string[] = [];
  const happen = (events: readonly CallEvent[], mode: Mode): void => {
    call = evolveAll(call, events);
    for (const event of events)
      if (event.type === 'AnnouncementRequested' && event.announcement.kind === 'tone')
        heardAt.push(
          event.announcement.to === 'everyone' ? mode : `${mode} to ${event.announcement.to}`,
        );
  };
  const decided = (decision: Decision): readonly CallEvent[] =>
    'events' in decision ? decision.events : assert.fail(decision.refusal.code);
  const supervisor = person();
  modes.forEach((mode, index) => {
    const now = at(index * 10);
    happen(
      decided(
        index === 0
          ? decideStart(call, { interventionId: 'i1', supervisor, policy, consent: CONSENT }, now)
          : decideModeChange(
              call,
              {
                interventionId: 'i1',
                supervisor,
                policy,
                consent: CONSENT,
                mode,
                requestId: `request-${index}`,
                reasonCode: 'large_deal',
                repAfterTakeover: 'leaves',
              },
              now,
            ),
      ),
      mode,
    );
    for (const { announcementId, status } of call.announcements)
      if (status === 'requested')
        happen(
          observe(
            call,
            { type: 'announcement-ended', callId: 'c1', announcementId, status: 'played', at: now },
            now,
          ),
          mode,
        );
    const about = { callId: 'c1', conferenceId: 'CF1', onHold: false, at: now };
    const party = { role: 'supervisor', interventionId: 'i1' } as const;
    if (mode === 'takeover')
      happen(
        observe(
          call,
          {
            ...about,
            type: 'participant-left',
            party: { role: 'rep' },
            connectionId: 'CA-rep',
            audibleTo: 'everyone',
          },
          now,
        ),
        mode,
      );
    happen(
      observe(
        call,
        {
          ...about,
          type: index === 0 ? 'participant-joined' : 'participant-changed',
          party,
          connectionId: 'CA-supervisor',
          audibleTo: AUDIBLE_TO[mode],
        },
        now,
      ),
      mode,
    );
    assert.equal(activeIntervention(call, 'i1')?.mode, mode);
  });
  return heardAt;
}

describe('a tone that a rule wants (P1, P2)', () => {
  it('sounds when barge begins, and not when monitoring or a whisper begins', () => {
    assert.deepEqual(tonesOf(ruled({}), ['monitor', 'whisper', 'barge', 'monitor', 'barge']), [
      'barge',
      'barge',
    ]);
  });

  it('sounds when monitoring begins, and not at barge, where the rule names monitor alone', () => {
    const policy = ruled({ toneAt: ['monitor'] });
    assert.deepEqual(tonesOf(policy, ['monitor', 'whisper', 'barge', 'monitor']), ['monitor']);
  });

  it('sounds at a whisper where the rule names it, and again when the customer begins to hear', () => {
    const policy = ruled({ toneAt: ['whisper', 'barge'] });
    assert.deepEqual(tonesOf(policy, ['monitor', 'whisper', 'barge', 'whisper']), [
      'whisper to rep',
      'barge',
    ]);
  });

  it('sounds once for a barge that becomes a takeover', () => {
    assert.deepEqual(tonesOf(ruled({}), ['monitor', 'barge', 'takeover']), ['barge']);
    assert.deepEqual(tonesOf(ruled({ toneAt: ['takeover'] }), ['monitor', 'barge', 'takeover']), [
      'takeover',
    ]);
  });

  it('of a rule for takeovers alone sounds at a takeover, though another rule allowed the join', () => {
    const [rule] = ruled({}).rules;
    const policy: Policy = {
      ...ruled({}),
      rules: [
        { ...rule!, name: 'all', modes: ['monitor', 'whisper', 'barge'], noticeKinds: ['banner'] },
        { ...rule!, name: 'takeovers', modes: ['takeover'] },
      ],
    };
    assert.deepEqual(tonesOf(policy, ['monitor', 'barge', 'takeover']), ['takeover']);
  });

  it('of a rule in which the customer never hears anybody sounds at a whisper, to the rep alone', () => {
    const policy = ruled({ modes: ['monitor', 'whisper'] });
    assert.deepEqual(tonesOf(policy, ['monitor', 'whisper']), ['whisper to rep']);
  });

  it('of a rule for monitoring alone sounds at the join', () => {
    assert.deepEqual(tonesOf(ruled({ modes: ['monitor'] }), ['monitor']), ['monitor']);
  });

  it('is played to its end before anybody is heard, each time, where the rule says first', () => {
    const policy = ruled({ demands: ['notice_first'] });
    assert.deepEqual(tonesOf(policy, ['monitor', 'barge', 'monitor', 'barge']), ['barge', 'barge']);
  });
});
