import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import {
  dependsOnPageOf,
  ONE_MOMENT_AFTER_MS,
  sayOneMoment,
} from '../../domain/carrier/oneMoment.ts';
import type { Clock, RepActivities } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { applyEvents } from '../transact/applyEvents.ts';

type RepPerson = Pick<Person, 'orgId' | 'userId'>;

export interface RepPagesDeps extends CallDeps {
  readonly openCalls: () => Iterable<Call>;
  /** How many people's pages are connected here. */
  readonly connected: () => number;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly clock: Clock;
  /** Does something later, unless it is cancelled by what this returns. */
  readonly after: (delayMs: number, act: () => Promise<void>) => () => void;
}

/** From so many on, pages that are gone together say more of the way to the server than of browsers. */
const MANY = 5;
const TOGETHER_MS = 10_000;

export interface RepPages {
  gone(person: RepPerson): void;
  back(person: RepPerson): void;
  stop(): void;
}

/**
 * Has the customers of reps whose page is gone hear a word, in case the browser has died: the carrier
 * takes much longer to notice. A page that came back, here or at another instance, ends it; when
 * more pages are gone at once than are left, none of them has died.
 */
export function watchRepPages(deps: RepPagesDeps): RepPages {
  const waiting = new Map<string, () => void>();
  /** Since when whose page is gone, in epoch ms. */
  const goneSince = new Map<string, number>();
  const keyOf = ({ orgId, userId }: RepPerson): string => `${orgId}/${userId}`;

  function forget(person: RepPerson): void {
    waiting.get(keyOf(person))?.();
    waiting.delete(keyOf(person));
  }

  function lookLater(person: RepPerson, goneAt: string, [atMs, ...later]: readonly number[]): void {
    if (atMs === undefined) return forget(person);
    const waitMs = atMs - (Date.parse(deps.clock.now()) - Date.parse(goneAt));
    waiting.set(
      keyOf(person),
      deps.after(Math.max(0, waitMs), async () => {
        if (await isStillGone(person, goneAt)) lookLater(person, goneAt, later);
        else forget(person);
      }),
    );
  }

  /** Says the word where somebody may wait for it; false once nobody does. */
  async function isStillGone(person: RepPerson, goneAt: string): Promise<boolean> {
    const { orgId, userId } = person;
    const calls = [...deps.openCalls()].filter(
      (call) => call.orgId === orgId && dependsOnPageOf(call, userId),
    );
    if (calls.length === 0) return false;
    if (isOneOfMany(Date.parse(goneAt))) return true;
    const seenAt = (await deps.activities.of(orgId, [userId])).get(userId)?.seenAt;
    if (seenAt !== undefined && seenAt > goneAt) return false;
    for (const { callId } of calls) {
      if (!waiting.has(keyOf(person))) return false;
      const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, (call, now) =>
        sayOneMoment(call, userId, now),
      );
      if (applied.status === 'applied') await followUp(deps, applied);
    }
    return true;
  }

  function isOneOfMany(goneAtMs: number): boolean {
    const together = [...goneSince.values()].filter(
      (one) => Math.abs(one - goneAtMs) < TOGETHER_MS,
    ).length;
    return together >= MANY && together > deps.connected();
  }

  function forgetOld(nowMs: number): void {
    for (const [key, since] of goneSince)
      if (nowMs - since > ONE_MOMENT_AFTER_MS.at(-1)! + TOGETHER_MS) goneSince.delete(key);
  }

  return {
    gone(person) {
      const now = deps.clock.now();
      forget(person);
      forgetOld(Date.parse(now));
      goneSince.set(keyOf(person), Date.parse(now));
      lookLater(person, now, ONE_MOMENT_AFTER_MS);
    },
    back(person) {
      forget(person);
      goneSince.delete(keyOf(person));
    },
    stop() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
