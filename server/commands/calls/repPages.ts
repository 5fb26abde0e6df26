import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import {
  dependsOnPageOf,
  ONE_MOMENT_AFTER_MS,
  ONE_MOMENT_AFTER_HEARTBEAT_MS,
  sayOneMoment,
} from '../../domain/carrier/oneMoment.ts';
import type { Clock, RepActivities, Speech, SpeechSource } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { applyEvents } from '../transact/applyEvents.ts';

type RepPerson = Pick<Person, 'orgId' | 'userId'>;

export interface RepPagesDeps extends CallDeps {
  readonly openCalls: () => Iterable<Call>;
  /** How many people's pages are connected here. */
  readonly connected: () => number;
  readonly activities: Pick<RepActivities, 'of' | 'heartbeats'>;
  readonly speech: SpeechSource;
  /** Whether the CRM is away: then pages have no session to send a heartbeat with. */
  readonly isCrmAway: (orgId: string) => boolean;
  readonly clock: Clock;
  /** Runs `act` after the delay; the returned function cancels it. */
  readonly after: (delayMs: number, act: () => Promise<void>) => () => void;
}

/**
 * If at least this many pages disappear together, the network to the server failed rather than
 * browsers.
 */
const MANY = 5;
const TOGETHER_MS = 10_000;

/** A softphone that sends a heartbeat every 4 s has missed one. */
const HEARTBEAT_MISSED_MS = 6_000;
/** How long heartbeats are gathered before they are stored together. */
const WRITE_WITHIN_MS = 2_000;

export interface RepPages {
  gone(person: RepPerson): void;
  back(person: RepPerson): void;
  /** The person's softphone sent a heartbeat in a call. */
  heartbeat(person: RepPerson): void;
  stop(): void;
}

interface Quiet {
  /** When the page disconnected or sent its last heartbeat. */
  readonly since: string;
  /** Whether its connection is open, as far as anybody knows. */
  readonly isOpen: boolean;
}

/**
 * Plays an announcement to customers of reps whose page has disconnected or stopped sending
 * heartbeats, because the browser may have died and the carrier takes much longer to notice. A page
 * that returns or sends a heartbeat, here or at another instance, cancels it. If more pages
 * disappear at once than remain, the network failed and nothing is played.
 */
export function watchRepPages(deps: RepPagesDeps): RepPages {
  const waiting = new Map<string, Quiet & { readonly cancel: () => void }>();
  /** When each person's page disconnected, in epoch ms. */
  const goneSince = new Map<string, number>();
  const unwritten = new Map<string, RepPerson & { readonly at: string }>();
  let cancelWriting: (() => void) | undefined;
  const keyOf = ({ orgId, userId }: RepPerson): string => `${orgId}/${userId}`;
  const nowMs = (): number => Date.parse(deps.clock.now());
  const isCurrent = (person: RepPerson, { since, isOpen }: Quiet): boolean => {
    const now = waiting.get(keyOf(person));
    return now?.since === since && now.isOpen === isOpen;
  };

  function forget(person: RepPerson): void {
    waiting.get(keyOf(person))?.cancel();
    waiting.delete(keyOf(person));
  }

  function lookLater(person: RepPerson, quiet: Quiet, [atMs, ...later]: readonly number[]): void {
    if (atMs === undefined) return forget(person);
    const cancel = deps.after(Math.max(0, atMs - (nowMs() - Date.parse(quiet.since))), async () => {
      const isQuiet = await isStillQuiet(person, quiet);
      // Meanwhile it may have sent a heartbeat, and be waited for anew.
      if (!isCurrent(person, quiet)) return;
      if (isQuiet) lookLater(person, quiet, later);
      else forget(person);
    });
    waiting.set(keyOf(person), { ...quiet, cancel });
  }

  /**
   * Plays the announcement on calls whose customer may be alone. Returns false if there are none or
   * the page is back.
   */
  async function isStillQuiet(person: RepPerson, { since, isOpen }: Quiet): Promise<boolean> {
    const { orgId, userId } = person;
    const calls = [...deps.openCalls()].filter(
      (call) => call.orgId === orgId && dependsOnPageOf(call, userId),
    );
    if (calls.length === 0) return false;
    const isNoBrowsersFault = isOpen
      ? areManySilent() || deps.isCrmAway(orgId)
      : isOneOfMany(Date.parse(since));
    if (isNoBrowsersFault) return true;
    const { seenAt, heartbeatAt } = (await deps.activities.of(orgId, [userId])).get(userId) ?? {};
    // A page that only holds its connection open is seen, too.
    const back = isOpen ? [heartbeatAt] : [seenAt, heartbeatAt];
    if (back.some((at) => at !== undefined && at > since)) return false;
    const own = await wordings(orgId);
    for (const { callId } of calls) {
      if (!isCurrent(person, { since, isOpen })) return false;
      const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, (call, now) =>
        sayOneMoment(call, userId, { now, own }),
      );
      if (applied.status === 'applied') await followUp(deps, applied);
    }
    return true;
  }

  /** The org's own words; while they cannot be read the default ones are said. */
  const wordings = async (orgId: string): Promise<Speech['wordings']> =>
    deps.speech.of(orgId).then(
      (speech) => speech.wordings,
      () => [],
    );

  function isOneOfMany(goneAtMs: number): boolean {
    const together = [...goneSince.values()].filter(
      (one) => Math.abs(one - goneAtMs) < TOGETHER_MS,
    ).length;
    return together >= MANY && together > deps.connected();
  }

  /**
   * Whether so many heartbeats are missing that the network to the server is more likely to have
   * failed than the browsers.
   */
  function areManySilent(): boolean {
    const ages = [...waiting.values()].flatMap(({ isOpen, since }) =>
      isOpen ? [nowMs() - Date.parse(since)] : [],
    );
    const silent = ages.filter((age) => age >= HEARTBEAT_MISSED_MS).length;
    return silent >= MANY && silent > ages.length - silent;
  }

  function forgetOld(): void {
    for (const [key, since] of goneSince)
      if (nowMs() - since > ONE_MOMENT_AFTER_MS.at(-1)! + TOGETHER_MS) goneSince.delete(key);
  }

  /** Stores the heartbeats for the other instances, many in one write. */
  function writeHeartbeats(): void {
    cancelWriting = undefined;
    const heartbeats = [...unwritten.values()];
    unwritten.clear();
    void deps.activities
      .heartbeats(heartbeats)
      .catch((fault) => deps.log.warn({ fault: String(fault) }, 'heartbeats not written'));
  }

  return {
    gone(person) {
      const since = deps.clock.now();
      forget(person);
      forgetOld();
      goneSince.set(keyOf(person), Date.parse(since));
      lookLater(person, { since, isOpen: false }, ONE_MOMENT_AFTER_MS);
    },
    back(person) {
      forget(person);
      goneSince.delete(keyOf(person));
    },
    heartbeat({ orgId, userId }) {
      const person = { orgId, userId };
      const at = deps.clock.now();
      forget(person);
      goneSince.delete(keyOf(person));
      unwritten.set(keyOf(person), { ...person, at });
      cancelWriting ??= deps.after(WRITE_WITHIN_MS, async () => writeHeartbeats());
      lookLater(person, { since: at, isOpen: true }, ONE_MOMENT_AFTER_HEARTBEAT_MS);
    },
    stop() {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
      cancelWriting?.();
    },
  };
}
