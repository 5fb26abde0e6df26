import assert from 'node:assert/strict';
import {
  dropExpiredLeases,
  type LeaseMemory,
} from '../../../../server/commands/supervision/dropExpiredLeases.ts';
import { LEASE_MS } from '../../../../server/commands/supervision/renewLease.ts';
import { interventionOf } from '../../../../server/domain/call/call.ts';
import { active, participant, liveCall } from '../../../support/builders.ts';
import { startRoundStage, type RoundStage } from '../../../support/roundDeps.ts';
import { until } from '../../../support/until.ts';

/** A call with a supervisor whose lease is none any more. */
const supervised = (n: number) =>
  liveCall({
    callId: `c${n}`,
    conferenceId: `CF${n}`,
    participants: [
      participant('customer'),
      participant('rep'),
      participant('supervisor', { connectionId: `CA-s${n}` }, `i${n}`),
    ],
    interventions: [active({ interventionId: `i${n}`, mode: 'barge' })],
  });

describe('a beat of the lease clock', () => {
  let stage: RoundStage;
  let expired: number[];
  let isDatabaseAway: boolean;
  /** What was requested at the carrier, in order. */
  let requests: string[];
  const held = new Map<string, () => void>();
  let holds: (connectionId: string) => boolean;
  let memory: LeaseMemory;

  beforeEach(async () => {
    expired = [];
    isDatabaseAway = false;
    requests = [];
    held.clear();
    holds = () => false;
    memory = { removals: new Map() };
    const request = async (what: string, connectionId: string): Promise<void> => {
      requests.push(`${what} ${connectionId}`);
      if (holds(connectionId))
        await new Promise<void>((go) => held.set(`${what} ${connectionId}`, go));
    };
    stage = startRoundStage({
      set: ({ connectionId }, { audibleTo }) => request(`${audibleTo} hears`, connectionId),
      remove: ({ connectionId }) => request('remove', connectionId),
      // What reads from the carrier waits for longer than any beat.
      observeConference: () => new Promise(() => undefined),
      listConferences: () => new Promise(() => undefined),
    });
    await stage.create(supervised(1), supervised(2));
  });
  afterEach(async () => {
    holds = () => false;
    for (const go of held.values()) go();
    await Promise.all(memory.removals.values());
  });

  const beat = async (seconds: number): Promise<void> => {
    stage.seconds = seconds;
    await dropExpiredLeases(
      {
        ...stage.deps,
        leases: {
          async expired() {
            if (isDatabaseAway) throw new Error('the database is away');
            return expired.map((n) => ({ callId: `c${n}`, interventionId: `i${n}` }));
          },
        },
      },
      memory,
    );
  };
  const beats = async (from: number, to: number): Promise<void> => {
    for (let seconds = from; seconds <= to; seconds += 1) await beat(seconds);
  };
  const done = () => Promise.all(memory.removals.values());
  const statusOf = async (n: number) =>
    interventionOf((await stage.deps.store.loadCall(`c${n}`))!, `i${n}`)!.status;

  it('silences whose lease has run out, and then removes the connection', async () => {
    await beats(0, 10);
    expired = [1];
    await beat(11);
    await done();
    assert.deepEqual(requests, ['nobody hears CA-s1', 'remove CA-s1']);
    assert.deepEqual([await statusOf(1), await statusOf(2)], ['ended', 'active']);
  });
  it('has a dead browser off within 10 s of its last heartbeat, whatever reading from the carrier takes', async () => {
    await beats(0, 20);
    const lastHeartbeat = 20;
    let offAt: number | undefined;
    for (let seconds = lastHeartbeat + 1; !offAt && seconds < 60; seconds += 1) {
      if (seconds > lastHeartbeat + LEASE_MS / 1000) expired = [1];
      await beat(seconds);
      await done();
      if ((await statusOf(1)) === 'ended') offAt = seconds;
    }
    assert.deepEqual(requests, ['nobody hears CA-s1', 'remove CA-s1']);
    assert.ok(offAt && offAt - lastHeartbeat <= 10, `off after ${offAt} s`);
  });
  it('begins with the next one while the carrier keeps an earlier one waiting', async () => {
    holds = (connectionId) => connectionId === 'CA-s1';
    await beats(0, 10);
    expired = [1];
    await beat(11);
    await until('the first is being silenced', () => held.size === 1);
    expired = [1, 2];
    await beat(12);
    await until('the second is removed', () => requests.includes('remove CA-s2'));
    assert.deepEqual(
      requests.filter((one) => one.endsWith('s1')),
      ['nobody hears CA-s1'],
    );
  });
  it('removes nobody for heartbeats that could not be written while the database was away', async () => {
    await beats(0, 10);
    expired = [1];
    isDatabaseAway = true;
    await assert.rejects(beat(11));
    isDatabaseAway = false;
    await beats(20, 25);
    assert.equal(await statusOf(1), 'active');
    await beat(26);
    await done();
    assert.equal(await statusOf(1), 'ended');
  });
  it('removes nobody for heartbeats that could not be written while it stood still itself', async () => {
    await beats(0, 30);
    expired = [1];
    await beats(60, 65);
    assert.equal(await statusOf(1), 'active');
    await beat(66);
    await done();
    assert.equal(await statusOf(1), 'ended');
  });
});
