import assert from 'node:assert/strict';
import { repOnCall } from '../../../../server/domain/call/call.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { RING_AT_MOST } from '../../../../server/domain/call/ringing.ts';
import {
  planRinging,
  WAIT_FOR_READY_MS,
  type RingRequest,
} from '../../../../server/domain/inbound/plan.ts';
import { planReturn } from '../../../../server/domain/inbound/planReturn.ts';
import { DEFAULT_INBOUND_RULES } from '../../../../server/domain/inbound/rules.ts';
import type { RepSigns } from '../../../../server/domain/presence/presence.ts';
import { rep } from '../../../support/builders.ts';

const NOW = '2026-11-02T17:00:00.000Z';
const person = (userId: string, facts: Partial<Person> = {}) =>
  rep({ userId, name: userId, ...facts });
const ravi = person('ravi');
const [lena, tomas, ida] = [person('lena'), person('tomas'), person('ida')];
const plan = (request: Partial<RingRequest> = {}) =>
  planRinging(
    {
      rules: DEFAULT_INBOUND_RULES,
      holidays: [],
      owner: ravi,
      group: [ravi, lena, tomas],
      activity: new Map(),
      ...request,
    },
    NOW,
  );
const rung = (request?: Partial<RingRequest>) =>
  plan(request).steps.map(({ whom, reps, seconds }) =>
    [whom, ...reps.map(({ userId }) => userId), seconds].join(' '),
  );
const ordered = (order: 'in_order' | 'longest_idle') => ({ ...DEFAULT_INBOUND_RULES, order });

describe('a call that comes in', () => {
  it('rings the owner, then the others of the group at once, then takes a message', () => {
    assert.deepEqual(rung(), ['owner ravi 20', 'group lena tomas 20']);
    assert.equal(plan().otherwise, 'voicemail');
  });
  it('rings nobody twice, and nobody who is on a call, is away, has left, or is no rep', () => {
    const away = new Map([['lena', { isBusy: false, awaySince: '2026-11-02T16:00:00.000Z' }]]);
    assert.deepEqual(rung({ activity: away }), ['owner ravi 20', 'group tomas 20']);
    assert.deepEqual(rung({ activity: new Map([['ravi', { isBusy: true }]]) }), [
      'group lena tomas 20',
    ]);
    assert.deepEqual(
      rung({
        group: [lena, person('gone', { active: false }), person('manager', { roles: [] })],
        activity: new Map([['lena', { isBusy: true }]]),
      }),
      ['owner ravi 20'],
    );
  });
  it('rings one after the other, in the order of the group', () =>
    assert.deepEqual(rung({ rules: ordered('in_order') }), [
      'owner ravi 20',
      'group lena 20',
      'group tomas 20',
    ]));
  it('rings first whoever has been idle longest', () =>
    assert.deepEqual(
      rung({
        rules: ordered('longest_idle'),
        group: [lena, tomas, ida],
        activity: new Map([
          ['lena', { isBusy: false, idleSince: '2026-11-02T16:59:00.000Z' }],
          ['tomas', { isBusy: false, idleSince: '2026-11-02T16:00:00.000Z' }],
        ]),
      }),
      ['owner ravi 20', 'group ida 20', 'group tomas 20', 'group lena 20'],
    ));
  const FINISHING = { isBusy: false, idleSince: '2026-11-02T16:59:45.000Z', seenAt: NOW };
  const BY = '2026-11-02T17:00:15.000Z';
  const waited = (request: Partial<RingRequest>) =>
    plan(request).finishing?.map(({ rep: { userId }, until, seconds }) => [userId, until, seconds]);
  it('does not ring who is finishing a call, while there is somebody else', () => {
    assert.deepEqual(rung({ activity: new Map([['ravi', FINISHING]]) }), ['group lena tomas 20']);
    assert.deepEqual(
      rung({ rules: ordered('longest_idle'), activity: new Map([['lena', FINISHING]]) }),
      ['owner ravi 20', 'group tomas 20'],
    );
  });
  it('remembers who is finishing a call, to ring them once they are ready', () => {
    const activity = new Map(['ravi', 'lena'].map((id) => [id, FINISHING]));
    assert.deepEqual(waited({ activity }), [
      ['ravi', BY, 20],
      ['lena', BY, 20],
    ]);
    assert.equal(waited({}), undefined);
    const away = new Map([['lena', { ...FINISHING, awaySince: BY }]]);
    assert.equal(waited({ activity: away }), undefined);
  });
  const LOST = { isConnected: false, since: NOW, at: NOW };
  for (const [who, signs, isWaitedFor] of [
    ['has a page', FINISHING, true],
    ['has closed their page', { ...FINISHING, seenAt: '2026-11-02T16:58:59.000Z' }, false],
    ['has had no page', { ...FINISHING, seenAt: undefined }, false],
    ['has lost their softphone', { ...FINISHING, phones: [LOST] }, false],
    ['is called on their own phone', { ...FINISHING, seenAt: undefined, hasOwnPhone: true }, true],
  ] as const)
    it(`waits ${isWaitedFor ? '' : 'not '}for a rep who ${who}`, () => {
      const activity = new Map<string, RepSigns>([['lena', signs]]);
      const ringing = plan({ owner: undefined, group: [lena], activity });
      assert.equal(ringing.finishing !== undefined, isWaitedFor);
      assert.equal(ringing.nobodyBecause, isWaitedFor ? undefined : 'nobody_free');
    });
  it('remembers whether they ring one after another, and the group’s after-call', () => {
    const activity = new Map([['lena', FINISHING]]);
    assert.equal(plan({ activity }).ringsInTurn, undefined);
    for (const order of ['in_order', 'longest_idle'] as const)
      assert.equal(plan({ activity, rules: ordered(order) }).ringsInTurn, true);
    const groupRules = { ...DEFAULT_INBOUND_RULES, afterCallSeconds: 300 };
    const both = new Map(['ravi', 'lena'].map((id) => [id, FINISHING]));
    assert.deepEqual(
      plan({ activity: both, groupRules }).finishing!.map((one) => one.afterCallSeconds),
      [undefined, 300],
    );
  });
  it('rings nobody of a group who is finishing a call: a caller waits for them, for a time', () => {
    const activity = new Map(['lena', 'tomas'].map((id) => [id, FINISHING]));
    const ringing = plan({ owner: undefined, group: [lena, tomas], activity });
    assert.deepEqual(ringing.steps, []);
    assert.equal(ringing.nobodyBecause, undefined);
    assert.equal(Date.parse(ringing.waitsUntil!) - Date.parse(NOW), WAIT_FOR_READY_MS);
  });
  it('rings an owner who is finishing a call before it rings nobody, and where calls wait', () => {
    const all = new Map(['ravi', 'lena', 'tomas'].map((id) => [id, FINISHING]));
    assert.deepEqual(rung({ activity: all }), ['owner ravi 20']);
    const own = new Map([['ravi', FINISHING]]);
    const waiting = { ...DEFAULT_INBOUND_RULES, ringsBusyOwner: true };
    assert.deepEqual(rung({ activity: own, rules: waiting }), [
      'owner ravi 20',
      'group lena tomas 20',
    ]);
  });
  it('takes after-call of the org, and keeps that of the group for who takes the call', () => {
    const activity = new Map([['lena', FINISHING]]);
    const none = { ...DEFAULT_INBOUND_RULES, afterCallSeconds: 0 };
    assert.deepEqual(rung({ activity, rules: none }), ['owner ravi 20', 'group tomas lena 20']);
    const groupRules = { ...DEFAULT_INBOUND_RULES, afterCallSeconds: 90 };
    assert.deepEqual(
      plan({ groupRules }).steps.map(({ afterCallSeconds }) => afterCallSeconds),
      [undefined, 90],
    );
  });
  it('rings who is finishing a call rather than nobody, for a customer who has lost their rep', () => {
    const back = (busy: readonly string[]) =>
      planReturn(
        {
          rules: DEFAULT_INBOUND_RULES,
          holidays: [],
          rep: repOnCall(ravi),
          group: [lena, tomas],
          activity: new Map(busy.map((id) => [id, FINISHING])),
        },
        NOW,
      ).steps.map(({ reps }) => reps.map(({ userId }) => userId).join(' '));
    assert.deepEqual(back(['lena']), ['ravi', 'tomas']);
    assert.deepEqual(back(['lena', 'tomas']), ['ravi', 'lena tomas']);
  });
  it('rings the owner who is on a call only where the org wants calls to wait', () => {
    const activity = new Map([['ravi', { isBusy: true }]]);
    const waiting = { ...DEFAULT_INBOUND_RULES, ringsBusyOwner: true };
    assert.deepEqual(rung({ activity }), ['group lena tomas 20']);
    assert.deepEqual(rung({ activity, rules: waiting }), ['owner ravi 20', 'group lena tomas 20']);
    assert.deepEqual(
      rung({
        rules: waiting,
        activity: new Map([['ravi', { isBusy: true, awaySince: '2026-11-02T16:00:00.000Z' }]]),
      }),
      ['group lena tomas 20'],
    );
  });
  it('rings ten at once and no more', () => {
    const many = Array.from({ length: 30 }, (_, n) => person(`rep${n}`));
    assert.equal(plan({ group: many }).steps[1]!.reps.length, RING_AT_MOST);
  });
  it('rings the next ten when none of ten has answered, those idle longest first', () => {
    const many = Array.from({ length: 13 }, (_, n) => person(`rep${n}`));
    const idle = { isBusy: false, idleSince: '2026-11-02T16:00:00.000Z' };
    const activity = new Map(['rep0', 'rep1', 'rep2'].map((id) => [id, idle]));
    const [, ten, rest] = rung({ group: many, activity });
    assert.equal(
      ten,
      `group ${many
        .slice(3)
        .map(({ userId }) => userId)
        .join(' ')} 20`,
    );
    assert.equal(rest, 'group rep0 rep1 rep2 20');
  });
  it('rings the group alone for a caller whom nobody owns', () =>
    assert.deepEqual(rung({ owner: undefined }), ['group ravi lena tomas 20']));
  it('rings nobody when all are busy, and says why', () => {
    const activity = new Map(['ravi', 'lena', 'tomas'].map((id) => [id, { isBusy: true }]));
    assert.deepEqual(plan({ activity }), {
      steps: [],
      otherwise: 'voicemail',
      nobodyBecause: 'nobody_free',
    });
  });

  const OFFICE = {
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const,
    from: '08:00',
    to: '18:00',
    zone: 'America/Los_Angeles',
    exceptOn: 'US',
  };
  for (const [what, hours, holidays, isOpen] of [
    ['within business hours', OFFICE, [], true],
    ['before they begin', { ...OFFICE, from: '09:30' }, [], false],
    ['on another day', { ...OFFICE, days: ['Sun'] as const }, [], false],
    ['on a holiday', OFFICE, [{ calendar: 'US', date: '2026-11-02' }], false],
    ['on a holiday of another calendar', OFFICE, [{ calendar: 'DE', date: '2026-11-02' }], true],
  ] as const)
    it(`rings ${isOpen ? 'somebody' : 'nobody'} ${what}`, () => {
      const ringing = plan({ rules: { ...DEFAULT_INBOUND_RULES, hours }, holidays });
      assert.equal(ringing.steps.length > 0, isOpen);
      assert.equal(ringing.nobodyBecause, isOpen ? undefined : 'closed');
    });

  const closed = { ...DEFAULT_INBOUND_RULES, hours: { ...OFFICE, from: '09:30' } };
  it('rings a queue by the queue’s own hours, and the owner by those of the org', () => {
    assert.deepEqual(rung({ groupRules: closed }), ['owner ravi 20']);
    assert.deepEqual(rung({ rules: closed, groupRules: DEFAULT_INBOUND_RULES }), [
      'group lena tomas 20',
    ]);
    assert.equal(plan({ owner: undefined, groupRules: closed }).nobodyBecause, 'closed');
  });
  it('rings a queue in its own order, and takes messages for it as it wants', () => {
    const own = { ...DEFAULT_INBOUND_RULES, order: 'in_order', groupSeconds: 9 } as const;
    assert.deepEqual(rung({ owner: undefined, group: [lena, tomas], groupRules: own }), [
      'group lena 9',
      'group tomas 9',
    ]);
    const silent = { ...DEFAULT_INBOUND_RULES, takesMessages: false };
    assert.equal(plan({ owner: undefined, groupRules: silent }).otherwise, 'goodbye');
    assert.equal(plan({ groupRules: silent }).otherwise, 'voicemail');
  });
});
