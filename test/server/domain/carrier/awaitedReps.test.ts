import assert from 'node:assert/strict';
import {
  repOnCall,
  type Call,
  type FinishingRep,
  type Ringing,
  type RingStep,
} from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { RING_AT_MOST } from '../../../../server/domain/call/ringing.ts';
import { repsReady, ringOn } from '../../../../server/domain/carrier/ringOn.ts';
import { lookUpAwaited } from '../../../../server/domain/inbound/awaitedReps.ts';
import type { RepSigns } from '../../../../server/domain/presence/presence.ts';
import { at, participant, rep, ringingCall } from '../../../support/builders.ts';

const named = (userId: string) => repOnCall(rep({ userId, name: userId }));
const awaits = (userId: string, more: Partial<FinishingRep> = {}): FinishingRep => ({
  rep: named(userId),
  until: at(30),
  seconds: 20,
  ...more,
});
const group = (...userIds: string[]): RingStep => ({
  whom: 'group',
  reps: userIds.map(named),
  seconds: 20,
});
const waiting = (ringing: Partial<Ringing> = {}, rung: readonly string[] = []): Call =>
  ringingCall({
    direction: 'inbound',
    conferenceId: 'CF1',
    participants: [
      participant('customer'),
      ...rung.map((userId) => ({
        ...participant('rep'),
        party: { role: 'colleague' as const, userId },
        status: 'ringing' as const,
      })),
    ],
    ringing: {
      steps: [],
      otherwise: 'voicemail',
      waitsUntil: at(60),
      finishing: [awaits('lena')],
      ...ringing,
    },
  });
const FINISHING: RepSigns = { isBusy: false, idleSince: at(0) };

describe('a rep for whom a caller waits', () => {
  for (const [what, signs, seconds, orgSeconds, expected] of [
    ['is finishing a call', FINISHING, 29, 30, 'awaited'],
    ['has finished it', FINISHING, 30, 30, 'ready'],
    ['has said to be ready', { ...FINISHING, readyAt: at(5) }, 6, 30, 'ready'],
    ['is on another call', { isBusy: true }, 30, 30, 'awaited'],
    ['is on another call, and the wait is over', { isBusy: true }, 60, 30, 'left'],
    ['finishes another call', { ...FINISHING, idleSince: at(20) }, 40, 30, 'awaited'],
    ['has gone away', { ...FINISHING, awaySince: at(3) }, 30, 30, 'left'],
    ['has gone away in a call', { isBusy: true, awaySince: at(3) }, 30, 30, 'left'],
    ['finishes while the org’s time is not known', FINISHING, 29, undefined, 'awaited'],
    ['has finished by the time known then', FINISHING, 30, undefined, 'ready'],
    [
      'is ready while the org’s time is not known',
      { ...FINISHING, readyAt: at(5) },
      6,
      undefined,
      'ready',
    ],
    [
      'finishes by the group’s time, the org’s is not known',
      { ...FINISHING, afterCallSeconds: 90 },
      40,
      undefined,
      'awaited',
    ],
  ] as const)
    it(`who ${what} is ${expected}`, () => {
      const { ready, finishing } = lookUpAwaited(waiting(), () => signs, {
        now: at(seconds),
        orgSeconds,
      });
      const found = ready.length > 0 ? 'ready' : finishing.length > 0 ? 'awaited' : 'left';
      assert.equal(found, expected);
    });
  it('is waited for by the time that was known, though it is longer than the usual one', () => {
    const call = waiting({ finishing: [awaits('lena', { until: at(300) })] });
    const { finishing } = lookUpAwaited(call, () => FINISHING, { now: at(40) });
    assert.deepEqual(
      finishing.map(({ until }) => until),
      [at(300)],
    );
  });
});

describe('what follows once the awaited reps were looked up', () => {
  const happens = (call: Call, ready: FinishingRep[], finishing: FinishingRep[] = []) => {
    const events = repsReady(call, { ready, finishing }, at(30));
    const after = evolveAll(call, events);
    return {
      types: events.map(({ type }) => type),
      ringing: after.ringing!,
      rings: ringOn(after, at(30)).flatMap((event) =>
        event.type === 'ParticipantDialled' && 'userId' in event.party ? [event.party.userId] : [],
      ),
    };
  };
  const steps = ({ steps: all }: Ringing) => all.map(({ reps }) => reps.map((one) => one.userId));

  it('is nothing while nobody is ready and nobody left', () =>
    assert.deepEqual(happens(waiting(), [], [awaits('lena')]).types, []));
  it('is nothing for reps of whom somebody else told before', () =>
    assert.deepEqual(happens(waiting({ finishing: [] }), [awaits('lena')]).types, []));
  it('is that the caller waits no longer for who left, and no word of who is ready', () => {
    const call = waiting({ finishing: [awaits('lena'), awaits('jo')] });
    const { types, ringing } = happens(call, [], [awaits('jo')]);
    assert.deepEqual(types, ['RepsNotAwaited']);
    assert.deepEqual(
      ringing.finishing!.map((one) => one.rep.userId),
      ['jo'],
    );
  });
  it('is that who is ready rings, with the seconds of the group', () => {
    const lena = awaits('lena', { afterCallSeconds: 300 });
    const { types, ringing, rings } = happens(waiting({ finishing: [lena] }), [lena]);
    assert.deepEqual(types, ['RepsBecameReady']);
    assert.deepEqual(rings, ['lena']);
    assert.equal(ringing.steps[0]!.afterCallSeconds, 300);
  });
  it('is that they join those who ring, where a group is rung at once', () => {
    const { types, ringing } = happens(
      waiting({ steps: [group('tomas')], step: 0, stepSince: at(1) }, ['tomas']),
      [awaits('lena')],
    );
    assert.deepEqual(types, ['RepsBecameReady', 'ParticipantDialled']);
    assert.deepEqual(steps(ringing), [['tomas', 'lena']]);
  });
  it('is that they ring next where so many ring already', () => {
    const many = Array.from({ length: RING_AT_MOST }, (_, n) => `rep${n}`);
    const { types, ringing } = happens(
      waiting({ steps: [group(...many), group('ida')], step: 0 }, many),
      [awaits('lena')],
    );
    assert.deepEqual(types, ['RepsBecameReady']);
    assert.deepEqual(steps(ringing), [many, ['lena'], ['ida']]);
  });
  it('is that each rings after the others, where a group is rung one after another', () => {
    const { types, ringing, rings } = happens(
      waiting(
        {
          steps: [group('tomas'), group('ida')],
          step: 0,
          ringsInTurn: true,
          finishing: [awaits('lena'), awaits('jo')],
        },
        ['tomas'],
      ),
      [awaits('lena'), awaits('jo')],
    );
    assert.deepEqual(types, ['RepsBecameReady']);
    assert.deepEqual(steps(ringing), [['tomas'], ['ida'], ['lena'], ['jo']]);
    assert.deepEqual(rings, [], 'not while another is rung');
  });
  it('is nothing once somebody has the call', () => {
    const live = { ...waiting(), status: 'live', answeredAt: at(2) } as Call;
    assert.deepEqual(happens(live, [awaits('lena')]).types, []);
  });
});
