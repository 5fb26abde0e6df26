import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Announcement } from '../../../../server/domain/call/announcement.ts';
import type {
  Call,
  Intervention,
  Participant,
  Party,
  Transfer,
} from '../../../../server/domain/call/call.ts';
import { dueAt } from '../../../../server/domain/carrier/dueAt.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import {
  failedSwitches,
  missedEvents,
  overdueDials,
} from '../../../../server/domain/carrier/reconcile.ts';
import {
  active,
  at,
  liveCall,
  participant,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import { asKnown } from '../../../support/roundDeps.ts';

/** What the rules would do with this call now, though the carrier reports nothing new. */
function acts(call: Call, now: string): string[] {
  const all = new Set(call.interventions.map(({ interventionId }) => interventionId));
  const seen = asKnown(call);
  return [
    // A live call without a conference differs from what is known: it does not take time.
    ...(seen || call.status === 'ringing' ? missedEvents(call, seen, now) : []).map(
      ({ type }) => type,
    ),
    ...failedSwitches(call, all, now).map(({ type }) => type),
    ...overdueDials(call, now).map((role) => `dial ${role}`),
    ...(call.status === 'ended' ? [] : pendingActions(call).map((action) => action.do)),
  ];
}

const seconds = fc.integer({ min: 0, max: 120 }).map(at);
const audience = fc.constantFrom('nobody', 'rep', 'everyone');

const party: fc.Arbitrary<Party> = fc.constantFrom<Party>(
  { role: 'customer' },
  { role: 'rep' },
  { role: 'colleague', userId: 'omar' },
  { role: 'supervisor', interventionId: 'i0' },
  { role: 'supervisor', interventionId: 'i1' },
);

const participants: fc.Arbitrary<Participant[]> = fc
  .array(
    fc.record({
      party,
      status: fc.constantFrom('ringing', 'connected', 'left'),
      audibleTo: audience,
      onHold: fc.boolean(),
      wasThere: fc.boolean(),
      leftAt: seconds,
    }),
    { maxLength: 6 },
  )
  .map((ones) =>
    ones.map(({ wasThere, leftAt, ...one }, i): Participant => ({
      ...one,
      ...((one.status === 'connected' || wasThere) && {
        connectionId: `CA${i}`,
        joinedAt: at(0),
      }),
      ...(one.status === 'left' && { leftAt }),
    })),
  );

const mode = fc.constantFrom('monitor', 'whisper', 'barge', 'takeover');

const intervention = (interventionId: string): fc.Arbitrary<Intervention> =>
  fc
    .record({
      status: fc.constantFrom('joining', 'active', 'ended'),
      requestedAt: seconds,
      mode,
      pending: fc.option(fc.record({ mode, requestedAt: seconds }), { nil: undefined }),
      leaving: fc.option(fc.constant(true as const), { nil: undefined }),
      isRecorded: fc.boolean(),
    })
    .map(({ status, requestedAt, pending, leaving, ...more }): Intervention => {
      const {
        status: _status,
        mode: _mode,
        modeSince: _modeSince,
        joinedAt: _joinedAt,
        ...facts
      } = active({ interventionId, requestedAt, isRecorded: more.isRecorded });
      switch (status) {
        case 'joining':
          return { ...facts, status };
        case 'active':
          return active({
            interventionId,
            requestedAt,
            leaving,
            ...more,
            pending: pending && { requestId: `r-${interventionId}`, ...pending },
          });
        case 'ended':
          return {
            ...facts,
            status,
            leftAt: at(60),
            endReason: 'supervisor_left',
            outcome: { status: 'due' },
          };
      }
    });

const announcements: fc.Arbitrary<Announcement[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom('requested', 'played', 'failed'),
      before: fc.constantFrom(undefined, 'join', 'r-i0', 'r-i1'),
      interventionId: fc.constantFrom('i0', 'i1'),
      requestedAt: seconds,
      endedAt: seconds,
    }),
    { maxLength: 3 },
  )
  .map((ones) =>
    ones.map(({ endedAt, ...one }, i): Announcement => ({
      announcementId: `a${i}`,
      kind: 'spoken_to_everyone',
      to: 'everyone',
      language: 'en',
      ...one,
      ...(one.status !== 'requested' && { endedAt }),
    })),
  );

const transfer: fc.Arbitrary<Transfer | undefined> = fc.option(
  fc
    .record({
      status: fc.constantFrom('requested', 'handing_over', 'completed', 'cancelled'),
      requestedAt: seconds,
      completesItself: fc.boolean(),
    })
    .map(({ status, ...facts }): Transfer => {
      const to = { userId: 'omar', name: 'Omar', managerIds: [] };
      const more = { transferId: 't', to, ...facts };
      if (status === 'completed') return { ...more, status, at: at(60) };
      return status === 'cancelled'
        ? { ...more, status, because: 'taken_back', at: at(60) }
        : { ...more, status };
    }),
  { nil: undefined },
);

const calls: fc.Arbitrary<Call> = fc
  .record({
    isLive: fc.boolean(),
    hasConference: fc.boolean(),
    participants,
    interventions: fc.tuple(intervention('i0'), intervention('i1')),
    count: fc.integer({ min: 0, max: 2 }),
    announcements,
    transfer,
  })
  .map(({ isLive, hasConference, interventions, count, ...facts }) => {
    const more = {
      ...facts,
      interventions: interventions.slice(0, count),
      conferenceId: hasConference ? 'CF1' : undefined,
    };
    return isLive ? liveCall(more) : ringingCall(more);
  });

describe('when a call is due', () => {
  it('is never later than a rule acts on it because time passes', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 300 }).map(at), (call, now) => {
        const due = dueAt(call);
        if (due === undefined || due > now) assert.deepEqual(acts(call, now), []);
      }),
      { numRuns: 3_000, seed: 20261128 },
    );
  });

  it('is after the last look: sooner than a minute while a rule may still act', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 300 }), (call, second) => {
        const looked = at(second);
        const next = dueAt(call, looked);
        const first = dueAt(call);
        if (first === undefined) return assert.equal(next, undefined);
        assert.ok(next !== undefined && next > looked);
        if (first <= looked) assert.ok(Date.parse(next) - Date.parse(looked) <= 30_000);
      }),
      { numRuns: 1_000, seed: 20261128 },
    );
  });

  const CASES: Record<string, { readonly call: Call; readonly due: string | undefined }> = {
    'a plain live call: never': { call: liveCall(), due: undefined },
    'a call that is supervised, with nothing pending: never': {
      call: supervisedCall(),
      due: undefined,
    },
    'a mode change: two seconds after it was requested': {
      call: supervisedCall({
        pending: { mode: 'barge', requestId: 'r', requestedAt: at(30) },
      }),
      due: at(32),
    },
    'a join: ten seconds after it was requested': {
      call: liveCall({ interventions: [{ ...active(), status: 'joining' } as never] }),
      due: at(10),
    },
    'a ringing call: after 45 seconds': {
      call: ringingCall({
        conferenceId: 'CF1',
        participants: [
          participant('rep'),
          participant('customer', { status: 'ringing', connectionId: undefined }),
        ],
      }),
      due: at(45),
    },
    'a rep who is called back for a customer alone: after a minute': {
      call: liveCall({
        participants: [
          participant('customer'),
          participant('rep', { status: 'left', leftAt: at(5) }),
          participant('rep', { status: 'ringing', connectionId: undefined, joinedAt: undefined }),
        ],
      }),
      due: at(65),
    },
    'somebody who must be removed: at once': {
      call: supervisedCall({ leaving: true }),
      due: at(0),
    },
    'a call that has ended: never': {
      call: {
        ...liveCall(),
        status: 'ended',
        endedAt: at(9),
        endReason: 'hung_up',
      },
      due: undefined,
    },
  };
  for (const [what, { call, due }] of Object.entries(CASES))
    it(`is for ${what}`, () => assert.equal(dueAt(call), due));

  it('is half a minute after a party was dialed again, so that a phone that rings is not rung twice', () => {
    const { call } = CASES['a rep who is called back for a customer alone: after a minute']!;
    assert.equal(dueAt(call, at(65)), at(95));
  });
});
