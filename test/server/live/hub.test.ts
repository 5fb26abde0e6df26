import assert from 'node:assert/strict';
import type { Person } from '../../../server/domain/call/people.ts';
import { maySee } from '../../../server/domain/policy/decide.ts';
import { createHub, type Hub } from '../../../server/live/hub.ts';
import type { EventStream } from '../../../server/live/sse.ts';
import { CrmUnavailable } from '../../../server/ports/index.ts';
import { active, at, liveCall, person, rep, START } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { SAMPLE_POLICY } from '../../support/samplePolicy.ts';
import { until } from '../../support/until.ts';

interface SentEvent {
  event: string;
  data: { calls?: string[] } | string;
}

describe('the live feed', () => {
  let parts: ReturnType<typeof createMemoryStore>;
  let hub: Hub;
  let known: Map<string, Person | undefined>;
  let crmIsAway: boolean;
  let covertProgress: string;
  /** A worker says that records of these calls are in the CRM. */
  let recordsAreWritten: (callIds: readonly string[]) => void;

  beforeEach(async () => {
    parts = createMemoryStore();
    known = new Map();
    crmIsAway = false;
    covertProgress = 'running';
    hub = createHub({
      store: parts.store,
      changes: {
        subscribe(listener) {
          if (listener.onWritten) recordsAreWritten = (callIds) => listener.onWritten!(callIds);
          return parts.changes.subscribe(listener);
        },
      },
      log: quietLog,
      renewMs: 20,
      heartbeatMs: 20,
      currentPerson: async ({ userId }) => {
        if (crmIsAway) throw new CrmUnavailable('away');
        return known.get(userId);
      },
      crmAge: () => (crmIsAway ? { grantsUntil: at(120) } : undefined),
      covertProgress: () => covertProgress,
      present: {
        maySee: (who, call) => maySee(SAMPLE_POLICY, who, { call, now: START }),
        scopeOf: (call) => JSON.stringify(call.rep),
        call: (call) => call.callId,
        callForEach: (call) => () => call.callId,
        gone: ({ callId }, { userId }) => ({
          callId,
          ...(userId === 'maya' && { takenOff: 'why' }),
        }),
        noticesFor: () => [],
        interventionsDue: () => [],
        monitors: () => ({ reach: 'own_reports', covert: [] }),
        policyVersion: () => 'v1',
      },
    });
    await parts.store.createCall(liveCall(), [], []);
  });
  afterEach(() => hub.close());

  async function watch(who: Person) {
    known.set(who.userId, who);
    const told: SentEvent[] = [];
    let isOpen = true;
    const stream: EventStream = {
      send: (event, data) => void told.push({ event, data: data as SentEvent['data'] }),
      beat: () => void told.push({ event: 'ping', data: {} }),
      close() {
        isOpen = false;
        hub.detach(stream);
      },
    };
    await hub.attach(who, stream);
    return {
      calls: () => told.filter(({ event }) => event === 'call').map(({ data }) => data),
      snapshots: () =>
        told
          .filter(({ event }) => event === 'snapshot')
          .map(({ data }) => (data as { calls: string[] }).calls),
      mayMonitor: () =>
        told
          .filter(({ event }) => event === 'snapshot')
          .map(({ data }) => (data as { mayMonitor: boolean }).mayMonitor),
      isOpen: () => isOpen,
      close: () => stream.close(),
      told,
    };
  }
  const change = () =>
    parts.store.changeCall('c1', (call) => ({ call, audit: [], outbox: [], answer: 0 }));

  it('begins with what the person may see', async () => {
    assert.deepEqual((await watch(person())).snapshots(), [['c1']]);
    assert.deepEqual((await watch(rep())).snapshots(), [['c1']]);
    assert.deepEqual((await watch(person({ userId: 'tomas' }))).snapshots(), [[]]);
    assert.deepEqual((await watch(person({ orgId: 'another' }))).snapshots(), [[]]);
  });

  it('tells a change to who may see it, and many changes at once as one', async () => {
    const [maya, tomas] = [await watch(person()), await watch(person({ userId: 'tomas' }))];
    await Promise.all([change(), change(), change()]);
    await until('the change is told', () => maya.calls().length > 0);
    assert.deepEqual([maya.calls(), tomas.calls()], [['c1'], []]);
  });

  it('tells who may see a call that a record of it is in the CRM, and nobody else', async () => {
    await parts.store.changeCall('c1', (call) => ({
      call: {
        ...call,
        customer: { ...call.customer, contactId: '003A', accountId: '001A' },
        opportunity: { opportunityId: '006A', name: 'Renewal' },
      },
      audit: [],
      outbox: [],
      answer: 0,
    }));
    const [maya, ravi] = [await watch(person()), await watch(rep())];
    const tomas = await watch(person({ userId: 'tomas' }));
    const writtenOf = ({ told }: typeof maya) =>
      told.filter(({ event }) => event === 'written').map(({ data }) => data);
    const written = { callId: 'c1', recordIds: ['006A', '003A', '001A'] };
    recordsAreWritten(['c1', 'unknown']);
    await until('both are told', () => writtenOf(maya).length + writtenOf(ravi).length === 2);
    assert.deepEqual(
      [writtenOf(maya), writtenOf(ravi), writtenOf(tomas)],
      [[written], [written], []],
    );
  });

  it('says what is for the readers of a call to them, and does not ask about the others', async () => {
    const [maya, tomas] = [await watch(person()), await watch(person({ userId: 'tomas' }))];
    const asked: string[] = [];
    hub.notifyReaders({ orgId: liveCall().orgId, callId: 'c1' }, 'attention', (call, who) => {
      asked.push(who.userId);
      return call.callId;
    });
    const callsSentTo = ({ told }: typeof maya) =>
      told.filter(({ event }) => event === 'attention').map(({ data }) => data);
    assert.deepEqual(asked, [person().userId]);
    assert.deepEqual([callsSentTo(maya), callsSentTo(tomas)], [['c1'], []]);
  });

  it('tells somebody to whom a call is not shown any more that it is gone, once', async () => {
    const tomas = await watch(person({ userId: 'tomas' }));
    const [maya, ravi] = [await watch(person()), await watch(rep())];
    const goneOf = ({ told }: typeof maya) =>
      told.filter(({ event }) => event === 'gone').map(({ data }) => data);
    const hand = (managerIds: string[]) =>
      parts.store.changeCall('c1', (call) => ({
        call: { ...call, rep: { userId: 'lena', name: 'Lena Brandt', managerIds } },
        audit: [],
        outbox: [],
        answer: 0,
      }));
    await hand(['tomas']);
    await until('both are told', () => goneOf(maya).length + goneOf(ravi).length === 2);
    await change();
    await until('the change is told', () => tomas.calls().length > 1);
    assert.deepEqual(
      [goneOf(maya), goneOf(ravi), goneOf(tomas)],
      [[{ callId: 'c1', takenOff: 'why' }], [{ callId: 'c1' }], []],
    );
  });

  it('begins with why a person was taken off a call that they do not see any more', async () => {
    await parts.store.changeCall('c1', (call) => ({
      call: {
        ...call,
        rep: { userId: 'lena', name: 'Lena Brandt', managerIds: [] },
        interventions: [active()],
      },
      audit: [],
      outbox: [],
      answer: 0,
    }));
    const [maya, tomas] = [await watch(person()), await watch(person({ userId: 'tomas' }))];
    const goneIn = ({ told }: typeof maya) =>
      told
        .filter(({ event }) => event === 'snapshot')
        .map(({ data }) => (data as { gone?: unknown }).gone);
    assert.deepEqual(
      [goneIn(maya), goneIn(tomas)],
      [[[{ callId: 'c1', takenOff: 'why' }]], [undefined]],
    );
  });

  it('tells whose last page is gone, and who has opened one, until nobody listens', async () => {
    const told: string[] = [];
    const end = hub.watchPages({
      gone: ({ userId }) => void told.push(`${userId} gone`),
      back: ({ userId }) => void told.push(`${userId} back`),
    });
    const [first, second] = [await watch(rep()), await watch(rep())];
    first.close();
    assert.deepEqual(told, ['ravi back', 'ravi back']);
    second.close();
    assert.deepEqual(told.splice(0), ['ravi back', 'ravi back', 'ravi gone']);
    await watch(rep());
    end();
    hub.close();
    assert.deepEqual(told, ['ravi back']);
  });

  it('ends for a person who was deactivated', async () => {
    const maya = await watch(person());
    known.set('maya', person({ active: false }));
    await until('the stream is closed', () => !maya.isOpen());
  });

  it('ends for a person who is gone', async () => {
    const maya = await watch(person());
    known.set('maya', undefined);
    await until('the stream is closed', () => !maya.isOpen());
  });

  it('shows nothing more to a person who lost the role', async () => {
    const maya = await watch(person());
    known.set('maya', person({ roles: [], permittedModes: [] }));
    await until('the console is shown an empty list', () => maya.snapshots().at(-1)?.length === 0);
    assert.deepEqual(maya.mayMonitor(), [true, false]);
    await change();
    await until(
      'two more pings',
      () => maya.told.filter(({ event }) => event === 'ping').length > 4,
    );
    assert.deepEqual(maya.calls(), []);
  });

  it('is brought up to date for a person who left the team that let her see', async () => {
    const maya = await watch(person({ groupIds: ['team'] }));
    known.set('maya', person({ groupIds: [] }));
    await until('a second snapshot', () => maya.snapshots().length > 1);
  });

  it('is brought up to date for a person once the clock has ended a covert rule about her (G1)', async () => {
    const maya = await watch(person());
    covertProgress = 'over';
    await until('a second snapshot', () => maya.snapshots().length > 1);
  });

  it('is not sent anew for a person about whom nothing has changed but when she was asked about', async () => {
    const maya = await watch(person());
    known.set('maya', person({ asOf: '2030-01-01T00:00:00.000Z' }));
    await until('two pings', () => maya.told.filter(({ event }) => event === 'ping').length > 2);
    assert.equal(maya.snapshots().length, 1);
  });

  it('ends at once for a person whose request was under way when the server stopped', async () => {
    hub.close();
    const late = await watch(person());
    assert.deepEqual([late.isOpen(), hub.consoles()], [false, 0]);
  });

  it('stays open while the CRM is away', async () => {
    const maya = await watch(person());
    crmIsAway = true;
    await until('two pings', () => maya.told.filter(({ event }) => event === 'ping').length > 1);
    assert.equal(maya.isOpen(), true);
  });

  it('begins with whether Salesforce answers', async () => {
    const rightsOf = ({ told }: Awaited<ReturnType<typeof watch>>) =>
      told.filter(({ event }) => event === 'rights').map(({ data }) => data);
    assert.deepEqual(rightsOf(await watch(person())), [{}]);
    crmIsAway = true;
    assert.deepEqual(rightsOf(await watch(person())), [{ grantsUntil: at(120) }]);
  });
});
