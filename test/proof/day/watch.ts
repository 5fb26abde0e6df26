import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../../support/world.ts';
import type { Alias, People } from './people.ts';

interface Room {
  readonly participants: readonly { readonly callSid: string; readonly label: string }[];
}
interface Leg {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
}

const LOOK_EVERY_MS = 500;
/** A softphone that is not ready for longer is dead; renewing its registration takes less. */
const DEAD_AFTER_MS = 10_000;

/** With whom somebody has to be talking: a customer's number; `anything` while that changes. */
type Expected = string | 'nobody' | 'anything';

export interface Watch {
  /** From now on, at every look. */
  expects(alias: Alias, customer: Expected): void;
  /** The customers with whom this person is in a conference now. */
  customersOf(alias: Alias): Promise<string[]>;
  /** Whether this customer's leg has ended. */
  hasEnded(customer: string): Promise<boolean>;
  readonly seen: Seen;
  stop(): Promise<void>;
}

/** What was seen, in plain words where it is wrong. */
export interface Seen {
  looks: number;
  lost: string[];
  wrong: string[];
  dead: string[];
  longestNotReadyMs: number;
  /** Looks that the carrier did not answer; those at the phones are made all the same. */
  unanswered: number;
}

/** Looks every half second who talks with whom at the carrier, and whether each softphone is ready. */
export function watchWork(world: World, people: People): Watch {
  const expected = new Map<Alias, Expected>();
  const notReadySince = new Map<Alias, number>();
  const seen: Seen = {
    looks: 0,
    lost: [],
    wrong: [],
    dead: [],
    longestNotReadyMs: 0,
    unanswered: 0,
  };
  let isStopped = false;

  async function together(): Promise<Map<Alias, string[]>> {
    const [rooms, legs] = await Promise.all([
      world.carrierControl<Room[]>('GET', 'conferences'),
      world.carrierControl<Leg[]>('GET', 'legs'),
    ]);
    const legOf = new Map(legs.map((leg) => [leg.callSid, leg]));
    const customerOf = ({ from, to }: Leg): string => (from.startsWith('+1500555') ? to : from);
    const found = new Map<Alias, string[]>();
    for (const { participants } of rooms) {
      const present = participants.flatMap(({ callSid, label }) => {
        const leg = legOf.get(callSid);
        return leg && leg.status === 'in-progress' ? [{ leg, label }] : [];
      });
      const customers = present
        .filter(({ label }) => label === 'customer')
        .map(({ leg }) => customerOf(leg));
      for (const { alias, address } of Object.values(people)) {
        const isThere = present.some(
          ({ leg, label }) =>
            label !== 'customer' && [leg.from, leg.to].some((one) => one.split('?')[0] === address),
        );
        if (isThere) found.set(alias, [...(found.get(alias) ?? []), ...customers]);
      }
    }
    return found;
  }

  async function look(): Promise<void> {
    const asked = new Map(expected);
    const found = await together().catch(() => undefined);
    for (const worker of Object.values(people)) await lookAtPhone(worker.alias);
    if (!found) return void (seen.unanswered += 1);
    seen.looks += 1;
    for (const [alias, customer] of asked) {
      // It was changed while this looked.
      if (customer === 'anything' || expected.get(alias) !== customer) continue;
      const customers = found.get(alias) ?? [];
      const wanted = customer === 'nobody' ? [] : [customer];
      const at = new Date().toISOString();
      if (wanted.some((one) => !customers.includes(one)))
        seen.lost.push(`${at} ${alias} is not with ${customer}`);
      for (const other of customers.filter((one) => !wanted.includes(one)))
        seen.wrong.push(`${at} ${alias} is with ${other} instead of ${customer}`);
    }
  }

  async function lookAtPhone(alias: Alias): Promise<void> {
    const why = await people[alias].notReady();
    const now = Date.now();
    if (why === undefined) return void notReadySince.delete(alias);
    const since = notReadySince.get(alias) ?? now;
    notReadySince.set(alias, since);
    const tookMs = now - since;
    seen.longestNotReadyMs = Math.max(seen.longestNotReadyMs, tookMs);
    if (tookMs > DEAD_AFTER_MS && !seen.dead.some((line) => line.startsWith(`${alias} `)))
      seen.dead.push(`${alias} has no phone since ${new Date(since).toISOString()}: ${why}`);
  }

  const looking = (async () => {
    while (!isStopped) {
      await look();
      await pause(LOOK_EVERY_MS);
    }
  })();
  looking.catch((fault: unknown) => seen.dead.push(`the watch ended: ${String(fault)}`));

  return {
    expects: (alias, customer) => void expected.set(alias, customer),
    customersOf: async (alias) => (await together()).get(alias) ?? [],
    async hasEnded(customer) {
      const legs = await world.carrierControl<Leg[]>('GET', 'legs');
      return legs
        .filter(({ from, to }) => [from, to].includes(customer))
        .every(({ status }) => status !== 'in-progress' && status !== 'ringing');
    },
    seen,
    async stop() {
      isStopped = true;
      await looking.catch(() => undefined);
    },
  };
}
