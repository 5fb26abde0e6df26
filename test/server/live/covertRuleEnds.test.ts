import assert from 'node:assert/strict';
import { covertProgress, monitoringScope } from '../../../server/domain/policy/monitoringScope.ts';
import type { MonitoringScope } from '../../../server/domain/policy/monitoringScope.ts';
import { goneView } from '../../../server/http/views/goneView.ts';
import { isShownTo, visibilityScope } from '../../../server/http/views/presenters.ts';
import { createHub, type Hub } from '../../../server/live/hub.ts';
import type { EventStream } from '../../../server/live/sse.ts';
import { active, liveCall, person } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { policyWithCovertRule } from '../../support/samplePolicy.ts';
import { until } from '../../support/until.ts';

interface Snapshot {
  readonly calls: readonly string[];
  readonly monitors: MonitoringScope;
}

const COVERT = { owner: 'Head of Compliance', purpose: 'Case 42', endsOn: '2026-12-31' };
const WITH_COVERT = policyWithCovertRule(COVERT);
const POLICY = { ...WITH_COVERT, rules: WITH_COVERT.rules.filter(({ covert }) => covert) };
const MIDNIGHT_OF_REP = '2027-01-01T08:00:00.000Z';
const MIDNIGHT_OF_LAST_ZONE = '2027-01-01T12:00:00.000Z';
const maya = person();
const call = liveCall({
  rep: {
    userId: 'ravi',
    name: 'Ravi Patel',
    managerIds: ['maya'],
    timeZone: 'America/Los_Angeles',
  },
});

/** On the clock alone: nobody changes the policy, a person or a call. */
describe('a page that is open when the last day of a covert rule ends', () => {
  let parts: ReturnType<typeof createMemoryStore>;
  let hub: Hub;
  let now: string;
  let told: { readonly event: string; readonly data: unknown }[];

  beforeEach(() => {
    parts = createMemoryStore();
    now = new Date(Date.parse(MIDNIGHT_OF_REP) - 1).toISOString();
    told = [];
    const viewing = () => ({ policy: POLICY, now, carrierHealth: { status: 'unknown' } as never });
    hub = createHub({
      store: parts.store,
      changes: parts.changes,
      log: quietLog,
      renewMs: 20,
      currentPerson: async () => maya,
      crmAge: () => undefined,
      covertProgress: (who) => covertProgress(POLICY, who, now),
      present: {
        maySee: (who, one) => isShownTo(who, one, viewing()),
        scopeOf: (one) => visibilityScope(one, viewing()),
        call: ({ callId }) => callId,
        callForEach:
          ({ callId }) =>
          () =>
            callId,
        gone: goneView,
        noticesFor: () => [],
        interventionsDue: () => [],
        monitors: (who) => monitoringScope(POLICY, who, now),
        policyVersion: () => POLICY.version,
      },
    });
  });
  afterEach(() => hub.close());

  async function opens(): Promise<void> {
    const stream: EventStream = {
      send: (event, data) => void told.push({ event, data }),
      beat: () => undefined,
      close: () => hub.detach(stream),
    };
    await hub.attach(maya, stream);
  }
  const shown = () =>
    told
      .filter(({ event }) => event === 'snapshot')
      .map(({ data }) => data as Snapshot)
      .map(({ calls, monitors }) => [calls.join(), monitors.covert[0]!.isOver]);

  it('loses the rep’s calls at midnight of the rep, and says that the rule is over once it is everywhere (G1)', async () => {
    await parts.store.createCall(call, [], []);
    await opens();
    now = MIDNIGHT_OF_REP;
    await until('the call is gone', () => shown().length === 2);
    now = MIDNIGHT_OF_LAST_ZONE;
    await until('the rule is over', () => shown().length === 3);
    assert.deepEqual(shown(), [
      ['c1', false],
      ['', false],
      ['', true],
    ]);
  });

  it('keeps the call that its person monitors until they are taken off it, and says why (G1)', async () => {
    const monitoring = active({ noticeKinds: [] });
    await parts.store.createCall({ ...call, interventions: [monitoring] }, [], []);
    await opens();
    now = MIDNIGHT_OF_REP;
    await until('the page is brought up to date', () => shown().length === 2);
    assert.deepEqual(shown().at(-1), ['c1', false]);
    await parts.store.changeCall('c1', (before) => ({
      call: {
        ...before,
        interventions: [
          {
            ...monitoring,
            status: 'ended',
            leftAt: now,
            endReason: 'revoked',
            because: 'covert_rule_ended',
            outcome: { status: 'not_asked' },
          },
        ],
      },
      audit: [],
      outbox: [],
      answer: 0,
    }));
    const gone = await until('the call is gone', () => told.find(({ event }) => event === 'gone'));
    const { takenOff } = gone.data as ReturnType<typeof goneView>;
    assert.deepEqual(
      [takenOff?.repName, takenOff?.message],
      ['Ravi Patel', 'The permission to monitor covertly has ended.'],
    );
  });
});
