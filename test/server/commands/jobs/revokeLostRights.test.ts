import assert from 'node:assert/strict';
import { revokeLostRights } from '../../../../server/commands/jobs/revokeLostRights.ts';
import { HEALTHY } from '../../../../server/domain/audioCheck/audioCheck.ts';
import { DEFAULT_AGE_LIMITS, LISTENING_MS } from '../../../../server/domain/call/ageLimits.ts';
import { activeIntervention, interventionOf } from '../../../../server/domain/call/call.ts';
import { type Mode, AUDIBLE_TO, NEEDS_REASON } from '../../../../server/domain/call/modes.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { decidePolicy } from '../../../../server/domain/policy/decide.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { CarrierProblem } from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';
import {
  active,
  at,
  participant,
  liveCall,
  person,
  rep,
  START,
} from '../../../support/builders.ts';
import { FakeConferenceControl } from '../../../support/fakeConferenceControl.ts';
import { FakeDirectory } from '../../../support/fakeCrm.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { policyWithCovertRule, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

describe('the rights behind a running intervention', () => {
  let control: FakeConferenceControl;
  let directory: FakeDirectory;
  let memory: ReturnType<typeof createMemoryStore>;
  let policy: Policy;
  let seconds: number;
  let unnotified: boolean;
  let courses: () => boolean;
  const unknownSince = new Map<string, number>();

  beforeEach(() => {
    control = new FakeConferenceControl();
    directory = new FakeDirectory(person(), rep());
    memory = createMemoryStore();
    policy = SAMPLE_POLICY;
    seconds = 0;
    unnotified = false;
    courses = () => false;
    unknownSince.clear();
  });

  /** Maya on Ravi's call in this mode, at the carrier as in the store. */
  async function onCall(mode: Mode, { repLeft = false, covert = false } = {}): Promise<void> {
    const customer = control.admit('c1', { role: 'customer' });
    const repParticipant = repLeft ? undefined : control.admit('c1', { role: 'rep' });
    const maya = control.admit('c1', { role: 'supervisor', interventionId: 'i1' });
    await control.set(maya, {
      audibleTo: AUDIBLE_TO[mode],
      whispersToConnectionId: repParticipant?.connectionId,
      endsCall: mode === 'takeover',
    });
    await memory.store.createCall(
      liveCall({
        conferenceId: customer.conferenceId,
        participants: [
          participant('customer', { connectionId: customer.connectionId }),
          participant(
            'rep',
            repParticipant ? { connectionId: repParticipant.connectionId } : { status: 'left' },
          ),
          participant('supervisor', {
            connectionId: maya.connectionId,
            audibleTo: AUDIBLE_TO[mode],
          }),
        ],
        interventions: [
          active({
            mode,
            ...(NEEDS_REASON[mode] && { reason: { code: 'large_deal' } }),
            ...(covert && { noticeKinds: [] }),
          }),
        ],
      }),
      [],
      [],
    );
  }

  const round = () =>
    revokeLostRights(
      {
        store: memory.store,
        dueCalls: memory.dueCalls,
        control,
        locks: createLocalLocks(),
        directory,
        log: quietLog,
        clock: { now: () => at(seconds) },
        ids: { next: () => crypto.randomUUID() },
        policies: { inForce: async () => policy },
        isRepUnnotified: async () => unnotified,
        audioCheckRuns: { carrierHealth: async () => HEALTHY },
        lacksCourse: async () => courses(),
        ageLimits: () => DEFAULT_AGE_LIMITS,
      },
      unknownSince,
    );
  const change = (who: Partial<Person>) =>
    directory.people.set(who.userId ?? 'maya', {
      ...directory.people.get(who.userId ?? 'maya')!,
      ...who,
    });
  const end = async () => {
    const intervention = interventionOf((await memory.store.loadCall('c1'))!, 'i1')!;
    return intervention.status === 'ended' ? intervention.endReason : intervention.status;
  };
  const voice = async () =>
    (await control.observeConference('c1'))?.participants.find(
      ({ party }) => party.role === 'supervisor',
    )?.audibleTo;
  const repVoice = async () =>
    (await control.observeConference('c1'))?.participants.find(({ party }) => party.role === 'rep')
      ?.audibleTo;
  const pendingMode = async () =>
    activeIntervention((await memory.store.loadCall('c1'))!, 'i1')?.pending?.mode;
  const roles = async () =>
    (await control.observeConference('c1'))?.participants.map(({ party }) => party.role).sort();
  const audited = async () =>
    (await memory.store.findAudit({ callId: 'c1' })).find(
      ({ action }) => action === 'InterventionEnded',
    );

  it('end with the last day of a covert rule, at midnight of the rep, by the clock alone (G1)', async () => {
    const rules = policyWithCovertRule({
      owner: 'Head of Compliance',
      purpose: 'Case 42',
      endsOn: '2026-11-02',
    });
    policy = { ...rules, rules: rules.rules.filter(({ covert }) => covert) };
    await onCall('monitor', { covert: true });
    const midnight = Date.parse('2026-11-03T08:00:00.000Z');
    seconds = (midnight - Date.parse(START)) / 1000 - 1;
    await round();
    assert.equal(await end(), 'active');
    seconds += 1;
    await round();
    assert.deepEqual([await end(), await roles()], ['revoked', ['customer', 'rep']]);
    assert.equal((await audited())?.details.because, 'covert_rule_ended');
  });

  for (const mode of ['monitor', 'whisper', 'barge', 'takeover'] as const) {
    it(`keep a supervisor who has them in ${mode}`, async () => {
      await onCall(mode);
      await round();
      assert.deepEqual([await end(), await roles()], ['active', ['customer', 'rep', 'supervisor']]);
    });

    it(`end ${mode} when the supervisor is deactivated; rep and customer talk on, and the audit says why`, async () => {
      await onCall(mode);
      change({ active: false });
      await round();
      assert.deepEqual([await end(), await roles()], ['revoked', ['customer', 'rep']]);
      const entry = await audited();
      assert.deepEqual(
        [entry?.actor, entry?.details],
        [
          { kind: 'system' },
          {
            endReason: 'revoked',
            because: 'user_inactive',
            supervisorUserId: 'maya',
            supervisorRole: 'supervisor',
            joinedAt: at(0),
            leftAt: at(seconds),
          },
        ],
      );
    });
  }

  for (const [what, lose, because] of [
    ['the permission of every mode', () => change({ permittedModes: [] }), 'mode_not_permitted'],
    ['the role', () => change({ roles: [] }), 'not_a_supervisor'],
    [
      'the rep, who has another manager now',
      () => change({ userId: 'ravi', managerIds: ['tomas'] }),
      'out_of_scope',
    ],
    [
      'the rule that allowed it',
      () => {
        policy = { ...SAMPLE_POLICY, rules: SAMPLE_POLICY.rules.slice(1) };
      },
      'not_a_supervisor',
    ],
    [
      'the rep, by a hand-over to one who has not acknowledged a notice that the law asks for',
      () => {
        unnotified = true;
      },
      'rep_not_notified',
    ],
    ['her place in the org', () => void directory.people.delete('maya'), 'user_inactive'],
  ] as const) {
    it(`end when she loses ${what}`, async () => {
      await onCall('barge');
      lose();
      await round();
      assert.deepEqual(
        [await end(), await roles(), (await audited())?.details.because],
        ['revoked', ['customer', 'rep'], because],
      );
    });
  }

  for (const [mode, left, expected] of [
    ['takeover', ['monitor', 'whisper', 'barge'], { mode: 'barge', voice: 'everyone' }],
    ['takeover', ['monitor', 'whisper'], { mode: 'whisper', voice: 'rep' }],
    ['barge', ['monitor', 'whisper'], { mode: 'whisper', voice: 'rep' }],
    ['barge', ['monitor'], { mode: 'monitor', voice: 'nobody' }],
    ['whisper', ['monitor'], { mode: 'monitor', voice: 'nobody' }],
  ] as const)
    it(`end ${mode} alone where ${left.join(', ')} is left: she is moved to ${expected.mode}, once`, async () => {
      await onCall(mode);
      change({ permittedModes: left });
      await round();
      assert.deepEqual(
        [await end(), await pendingMode(), await voice(), await repVoice()],
        ['active', expected.mode, expected.voice, 'everyone'],
      );
      await round();
      const requests = (await memory.store.findAudit({ callId: 'c1' })).filter(
        ({ action }) => action === 'ModeRequested',
      );
      assert.deepEqual(
        requests.map(({ actor, details }) => [actor, details.lostMode, details.because]),
        [[{ kind: 'system' }, mode, 'mode_not_permitted']],
      );
    });

  it('leave a supervisor silent whom the carrier does not move to the mode that is left', async () => {
    await onCall('barge');
    change({ permittedModes: ['monitor', 'whisper'] });
    control.failNext(new CarrierProblem('unavailable', 'no answer'));
    await round();
    assert.deepEqual(
      [await end(), await pendingMode(), await voice()],
      ['active', undefined, 'nobody'],
    );
  });

  it('take off a supervisor whom the carrier does not silence either', async () => {
    await onCall('barge');
    change({ permittedModes: ['monitor'] });
    const set = control.set;
    control.set = () => Promise.reject(new CarrierProblem('unavailable', 'no answer'));
    await round();
    assert.deepEqual([await end(), await voice()], ['active', 'everyone']);
    control.set = set;
    await round();
    assert.deepEqual([await end(), await roles()], ['revoked', ['customer', 'rep']]);
  });

  it('leave a supervisor silent while it cannot be read what a mode with voice needs', async () => {
    await onCall('barge');
    change({ permittedModes: ['monitor', 'whisper'] });
    courses = () => {
      throw new Error('no connection to the database');
    };
    await round();
    assert.deepEqual(
      [await end(), await pendingMode(), await voice()],
      ['active', 'monitor', 'nobody'],
    );
  });

  it('end a takeover whose rep is gone, though monitor is left: the customer gets the rep back', async () => {
    await onCall('takeover', { repLeft: true });
    change({ permittedModes: ['monitor', 'whisper', 'barge'] });
    await round();
    assert.deepEqual([await end(), await roles()], ['revoked', ['customer', 'rep']]);
  });

  it('go on in a takeover whose rep is gone, whatever the rep has acknowledged', async () => {
    await onCall('takeover', { repLeft: true });
    unnotified = true;
    await round();
    assert.equal(await end(), 'active');
  });

  it('end a takeover without dropping the customer: the rep is called back', async () => {
    await onCall('takeover', { repLeft: true });
    change({ active: false });
    await round();
    assert.deepEqual([await end(), await roles()], ['revoked', ['customer', 'rep']]);
  });

  it('end while she still joins', async () => {
    await onCall('monitor');
    await memory.store.changeCall('c1', (call) => ({
      call: { ...call, interventions: [{ ...active(), status: 'joining' } as never] },
      audit: [],
      outbox: [],
      answer: 0,
    }));
    change({ active: false });
    await round();
    assert.equal(await end(), 'revoked');
  });

  it('outlive hours that end, so that a conversation is finished', async () => {
    policy = {
      ...SAMPLE_POLICY,
      rules: [
        {
          ...SAMPLE_POLICY.rules[0]!,
          hours: { clock: 'supervisor', days: ['Sun'], from: '03:00', to: '03:05' },
        },
      ],
    };
    await onCall('barge');
    const question = {
      policy,
      person: person(),
      rep: liveCall().rep,
      call: liveCall(),
      mode: 'barge' as const,
      now: at(0),
    };
    assert.equal(decidePolicy(question).allowed, false, 'nobody could begin now');
    await round();
    assert.equal(await end(), 'active');
  });

  it('outlive a Salesforce that is away for a while; then nobody hears the supervisor, and then it ends', async () => {
    await onCall('barge');
    directory.isUnavailable = true;
    await round();
    seconds = DEFAULT_AGE_LIMITS.goingOnMs / 1000 - 1;
    await round();
    assert.deepEqual([await end(), await voice()], ['active', 'everyone']);
    seconds += 1;
    await round();
    assert.deepEqual([await end(), await voice()], ['active', 'nobody']);
    seconds += LISTENING_MS / 1000 - 1;
    await round();
    assert.equal(await end(), 'active');
    seconds += 1;
    await round();
    assert.deepEqual(
      [await end(), await roles(), (await audited())?.details.because],
      ['revoked', ['customer', 'rep'], 'rights_unknown'],
    );
  });

  it('count the time anew after each answer', async () => {
    await onCall('barge');
    directory.isUnavailable = true;
    await round();
    directory.isUnavailable = false;
    seconds = 500;
    await round();
    directory.isUnavailable = true;
    seconds = 700;
    await round();
    assert.equal(await end(), 'active');
  });
});
