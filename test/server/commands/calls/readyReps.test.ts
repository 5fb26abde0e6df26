import assert from 'node:assert/strict';
import {
  endAfterCall,
  ringReadyReps,
  type EndAfterCallDeps,
} from '../../../../server/commands/calls/readyReps.ts';
import { reconcileDueCalls } from '../../../../server/commands/jobs/reconcileDueCalls.ts';
import { applyEvents } from '../../../../server/commands/transact/applyEvents.ts';
import { repOnCall, type Call, type RingStep } from '../../../../server/domain/call/call.ts';
import { DEFAULT_INBOUND_RULES } from '../../../../server/domain/inbound/rules.ts';
import type { RepSigns } from '../../../../server/domain/presence/presence.ts';
import { at, ORG, participant, rep, ringingCall } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';

const named = (userId: string) => repOnCall(rep({ userId, name: userId }));
const TOMAS: RingStep = { whom: 'group', reps: [named('tomas')], seconds: 20 };

describe('a caller who waits for reps who are finishing a call', () => {
  let stage: RoundStage;
  let deps: EndAfterCallDeps;
  /** Each of them ended a call at second 0, and after-call lasts 30 s. */
  let signs: Map<string, RepSigns>;
  let rung: string[];

  beforeEach(() => {
    rung = [];
    signs = new Map(['lena', 'jo'].map((id) => [id, { isBusy: false, idleSince: at(0) }]));
    stage = startRoundStage({
      ringColleague: async ({ userId }: { userId: string }) => `CA-${rung.push(userId)}`,
      endCall: async () => undefined,
      sendOn: async () => undefined,
    });
    deps = {
      ...stage.deps,
      inboundRules: {
        of: async () => ({ rules: DEFAULT_INBOUND_RULES, groups: new Map(), holidays: [] }),
      },
      openCalls: { of: async () => calls() },
      activities: {
        of: async () => {
          const ringing = (await calls()).flatMap(({ participants }) =>
            participants.flatMap(({ party, status }) =>
              party.role === 'colleague' && status !== 'left' ? [party.userId] : [],
            ),
          );
          return new Map(
            [...signs].map(([id, one]) => [
              id,
              { ...one, isBusy: one.isBusy || ringing.includes(id) },
            ]),
          );
        },
        setReady: async ({ userId }, readyAt) =>
          void signs.set(userId, { ...signs.get(userId)!, readyAt }),
      },
    };
  });

  const calls = async (): Promise<Call[]> =>
    (await Promise.all(['c1', 'c2'].map((id) => stage.deps.store.loadCall(id)))).filter(
      (one) => one !== undefined,
    );
  const waits = (
    steps: readonly RingStep[] = [],
    more: Partial<Call['ringing'] & object> = {},
    facts: Partial<Call> = {},
  ) =>
    stage.create(
      ringingCall({
        ...(facts as object),
        direction: 'inbound',
        conferenceId: 'CF1',
        participants: [participant('customer')],
        ringing: {
          steps,
          otherwise: 'voicemail',
          waitsUntil: at(60),
          finishing: [
            { rep: named('lena'), until: at(30), seconds: 20 },
            { rep: named('jo'), until: at(40), seconds: 20 },
          ],
          ...more,
        },
      }),
    );
  const round = async (seconds: number): Promise<void> => {
    stage.seconds = seconds;
    await reconcileDueCalls(
      {
        ...deps,
        dueCalls: stage.deps.dueCalls,
        ringReadyReps: (call) => ringReadyReps(deps, call),
        planRepLoss: stage.deps.planRepLoss,
      },
      new Map(),
    );
  };
  const call = async () => (await stage.deps.store.loadCall('c1'))!;

  it('rings nobody before, and each as soon as after-call is over', async () => {
    await waits();
    await round(29);
    assert.deepEqual(rung, []);
    signs.set('jo', { isBusy: false, idleSince: at(10) });
    await round(30);
    assert.deepEqual(rung, ['lena']);
    await round(41);
    assert.deepEqual(rung, ['lena', 'jo'], 'the other joins while the first is rung');
  });
  it('rings who says to be ready at once', async () => {
    await waits();
    stage.seconds = 5;
    await endAfterCall(deps, { orgId: ORG, userId: 'jo' });
    assert.deepEqual(rung, ['jo']);
    await round(20);
    assert.deepEqual(rung, ['jo'], 'the other is not ready');
  });
  it('rings them together with a group that rings already', async () => {
    await waits([TOMAS], { step: 0, stepSince: at(1) });
    const others = await call();
    assert.equal(others.status, 'ringing');
    stage.seconds = 5;
    await endAfterCall(deps, { orgId: ORG, userId: 'lena' });
    assert.deepEqual(rung, ['lena']);
    const { ringing } = await call();
    assert.deepEqual(
      ringing!.steps.map(({ reps }) => reps.map(({ userId }) => userId)),
      [['tomas', 'lena']],
    );
  });
  it('rings one of two callers for a rep who is ready, the one who came first', async () => {
    const one = { finishing: [{ rep: named('lena'), until: at(30), seconds: 20 }] };
    await waits([], one, { callId: 'c2', startedAt: at(2) });
    await waits([], one, { callId: 'c1', startedAt: at(1) });
    await round(30);
    assert.deepEqual(rung, ['lena']);
    const [first, second] = await calls();
    assert.equal(first!.ringing!.steps.length, 1);
    assert.deepEqual(
      [second!.status, second!.ringing!.finishing!.length],
      ['ringing', 1],
      'the other still waits',
    );
  });
  it('rings the second caller when the rep declines the first', async () => {
    const one = { finishing: [{ rep: named('lena'), until: at(30), seconds: 20 }] };
    await waits([], one, { callId: 'c1', startedAt: at(1) });
    await waits([], one, { callId: 'c2', startedAt: at(2) });
    stage.seconds = 5;
    await endAfterCall(deps, { orgId: ORG, userId: 'lena' });
    await round(30);
    assert.deepEqual(rung, ['lena']);
    await applyEvents(stage.deps, { callId: 'c1' }, (current, now) =>
      current.participants
        .filter(({ party }) => party.role === 'colleague')
        .map(({ party }) => ({ type: 'ParticipantLeft', party, at: now })),
    );
    await round(36);
    assert.deepEqual(rung, ['lena', 'lena']);
  });
  it('does not wait for who went away: without others it gets the voicemail', async () => {
    await waits();
    signs.set('lena', { isBusy: false, idleSince: at(0), awaySince: at(3) });
    signs.set('jo', { isBusy: false, idleSince: at(0), awaySince: at(3) });
    await round(30);
    assert.deepEqual(rung, []);
    const over = await call();
    assert.equal(over.status === 'ended' && over.endReason, 'voicemail');
  });
  it('waits a minute for who went on a call', async () => {
    await waits();
    for (const id of ['lena', 'jo']) signs.set(id, { isBusy: true });
    for (const seconds of [30, 40, 59]) await round(seconds);
    assert.equal((await call()).status, 'ringing');
    await round(60);
    assert.equal((await call()).status, 'ended');
  });
  it('waits no longer than a minute', async () => {
    await waits();
    for (const id of ['lena', 'jo'])
      signs.set(id, { isBusy: false, idleSince: at(0), afterCallSeconds: 600 });
    for (const seconds of [30, 40, 59]) await round(seconds);
    assert.equal((await call()).status, 'ringing');
    await round(60);
    assert.equal((await call()).status, 'ended');
    assert.deepEqual(rung, []);
  });
  it('rings nobody once somebody has the call', async () => {
    await stage.create(
      ringingCall({ status: 'live', answeredAt: at(2), direction: 'inbound' } as never),
    );
    await ringReadyReps(deps, await call());
    assert.deepEqual(rung, []);
  });
});
