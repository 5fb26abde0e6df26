import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ListenerMixes } from '../../../local/carrier/media/mixLog.ts';
import { becomesLive } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import type { Seat } from './chromium.ts';
import { heardSince, TONE, type Speaker } from './ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hold: boolean }[];
}
interface Level {
  hz: number;
  median: number;
  sustained: number;
  frames: number;
}
type Heard = Speaker[] | 'gone' | 'unclear';
export type Matrix = Record<Speaker, Heard>;

/**
 * What a switch takes to be heard at every ear of a quiet machine; the matrix is measured after it,
 * again where the machine was busy. A wait that measures is no wait for something to be done.
 */
const SETTLED_MS = 900;
const MEASURED_MS = 1300;
const BLOCKS_OF_A_SECOND = 50;

/** Who hears whom on the only call, at the ears of both browsers and of the customer's phone. */
export interface Hearing {
  /** The conference of the call; undefined while there is none. */
  room(): Promise<Room | undefined>;
  /** Waits until a second of sound has been mixed for everybody who is there. */
  aSecondPasses(): Promise<void>;
  /** Waits until Ravi and a customer talk, and remembers the customer's leg. */
  bothTalk(): Promise<void>;
  /** Whom the customer has heard since a moment (epoch ms), without a gap. */
  customerHears(since: number): Promise<Speaker[]>;
  matrix(): Promise<Matrix>;
  /**
   * At each ear, however late a busy machine brings the sound; and in the mixes, which are exact,
   * nobody else from the first block on.
   */
  assertHeard(expected: Matrix): Promise<void>;
  /** The customer is on the leg of the start, and not on hold, as long as there is a call. */
  customerStays(): Promise<void>;
}

const roleOf = ({ label }: { label: string }): string => label.split('-')[0]!;

export function hearingOf(
  world: World,
  { rep, manager }: Record<'rep' | 'manager', Seat>,
): Hearing {
  let customerCallSid: string | undefined;

  const room = async () => (await world.carrierControl<Room[]>('GET', 'conferences'))[0];

  async function bothTalk(): Promise<void> {
    const { friendlyName, participants } = await until(
      'rep and customer are in the conference',
      async () => {
        const now = await room();
        return now?.participants.length === 2 ? now : undefined;
      },
    );
    customerCallSid = participants.find((p) => p.label === 'customer')!.callSid;
    await becomesLive(world, 'ravi', friendlyName);
  }

  async function aSecondPasses(): Promise<void> {
    const before = new Map((await mixesNow()).map(({ callSid, blocks }) => [callSid, blocks]));
    await until('a second has been mixed for everybody', async () => {
      const mixes = await mixesNow();
      return (await room())!.participants.every(({ callSid }) => {
        const blocks = mixes.find((one) => one.callSid === callSid)?.blocks ?? 0;
        return blocks >= (before.get(callSid) ?? 0) + BLOCKS_OF_A_SECOND;
      });
    });
  }

  /**
   * By what the carrier gave the customer's leg until now: as many frames as any other leg in the
   * same time, and whose tones were in them.
   */
  async function customerHears(since: number): Promise<Speaker[]> {
    const asked = `since=${since}&until=${Date.now()}&hz=${Object.values(TONE).join(',')}`;
    const levelsAt = (callSid: string) =>
      world.carrierControl<Level[]>('GET', `levels?callSid=${callSid}&${asked}`);
    const others = (await room())!.participants.filter((p) => p.callSid !== customerCallSid);
    const most = Math.max(
      ...(await Promise.all(others.map(({ callSid }) => levelsAt(callSid)))).map(
        ([level]) => level?.frames ?? 0,
      ),
    );
    const levels = await levelsAt(customerCallSid!);
    assert.ok(
      levels[0]!.frames > 0.9 * most,
      `the customer's sound is never interrupted: ${levels[0]!.frames} frames, another leg had ${most}`,
    );
    return (Object.keys(TONE) as Speaker[]).filter((_, i) => levels[i]!.sustained > -50);
  }

  async function matrix(): Promise<Matrix> {
    await pause(SETTLED_MS);
    const since = Date.now();
    await pause(MEASURED_MS);
    const labels = (await room())!.participants.map(roleOf);
    const ear = (seat: Seat): Promise<Heard> =>
      heardSince(seat.page, since).then(
        (heard) => heard ?? 'gone',
        () => 'unclear',
      );
    const at = async (seat: Seat, role: string) => (labels.includes(role) ? ear(seat) : 'gone');
    return {
      rep: await at(rep, 'rep'),
      supervisor: await at(manager, 'supervisor'),
      customer: await customerHears(since),
    };
  }

  async function assertHeard(expected: Matrix): Promise<void> {
    const since = await nextBlock(expected);
    let heard: Matrix | undefined;
    await until('each hears whom it must', async () =>
      isDeepStrictEqual((heard = await matrix()), expected),
    ).catch(() => undefined);
    assert.deepEqual(heard, expected);
    assert.deepEqual(await strangersInTheMixes(expected, since), []);
  }

  /**
   * When the next block has been mixed for all who must be there, and who must be gone is: the block
   * at work began before who is there now was.
   */
  async function nextBlock(expected: Matrix): Promise<number> {
    const from = Date.now();
    await until('a block is mixed for those who must be there, and for nobody else', async () => {
      const there = (await room())!.participants;
      const mixedAt = new Map((await mixesNow()).map(({ callSid, lastAt }) => [callSid, lastAt]));
      return (
        (Object.keys(expected) as Speaker[]).every(
          (role) => there.some((one) => roleOf(one) === role) === (expected[role] !== 'gone'),
        ) && there.every(({ callSid }) => (mixedAt.get(callSid) ?? 0) > from)
      );
    });
    return Date.now();
  }

  const mixesNow = async () =>
    world.carrierControl<ListenerMixes[]>(
      'GET',
      `mixes?conference=${encodeURIComponent((await room())!.friendlyName)}`,
    );

  async function strangersInTheMixes(expected: Matrix, since: number): Promise<string[]> {
    const mixes = await mixesNow();
    const roles = new Map(
      mixes.map(({ callSid, label }) => [callSid, label!.split('-')[0] as Speaker]),
    );
    return mixes
      .filter(({ lastAt }) => lastAt >= since)
      .flatMap(({ callSid, changes }) => {
        const listener = roles.get(callSid)!;
        const may = expected[listener];
        const now = Math.max(
          0,
          changes.findLastIndex(({ at }) => at <= since),
        );
        const strangers = changes
          .slice(now)
          .flatMap(({ voices }) => voices.map((voice) => roles.get(voice.callSid)!))
          .filter((speaker) => !may.includes(speaker));
        return strangers.map((speaker) => `${listener} heard ${speaker}`);
      });
  }

  async function customerStays(): Promise<void> {
    const now = customerCallSid && (await room());
    if (!now) return;
    const customer = now.participants.find((p) => p.callSid === customerCallSid);
    assert.ok(customer, 'the customer is on the same leg as at the start');
    assert.equal(customer.hold, false);
  }

  return { room, aSecondPasses, bothTalk, customerHears, matrix, assertHeard, customerStays };
}
