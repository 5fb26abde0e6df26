import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';
import type { EventStream } from './sse.ts';

/** Changes of one call within this time are sent as one. */
const COALESCE_MS = 40;
const PING_MS = 15_000;

/**
 * Builds what a person sees of calls. Implemented by the HTTP presenters, which define the JSON
 * shapes.
 */
interface LivePresenter {
  /** Whether the call is on this person's lists. */
  maySee(person: Person, call: Call): boolean;
  call(call: Call, person: Person): unknown;
  noticesFor(calls: readonly Call[], person: Person): unknown[];
  interventionsDue(calls: readonly Call[], person: Person): unknown[];
}

export interface Hub {
  /**
   * Sends a snapshot of what the person is allowed to see, then changes until the stream closes.
   */
  attach(person: Person, stream: EventStream): Promise<void>;
  detach(stream: EventStream): void;
  /** Sends every console a new snapshot, after a change that concerns all calls. */
  refreshAll(): void;
  /** Sends an event that is not about a call to the consoles of the selected people. */
  alert(event: string, data: unknown, isFor: (person: Person) => boolean): void;
  consoles(): number;
  close(): void;
}

export interface HubDeps {
  readonly store: Pick<Store, 'loadCall' | 'findCalls'>;
  readonly changes: CallChanges;
  readonly present: LivePresenter;
  /** The person as they are known now; undefined if the CRM no longer has them. */
  readonly currentPerson: (person: Person) => Promise<Person | undefined>;
  /** From when this person's rights are, while the CRM does not confirm them; else undefined. */
  readonly staleSince: (person: Person) => string | undefined;
  readonly log: Log;
  readonly pingMs?: number;
}

/**
 * The hub of the live feed: sends each changed call to the consoles that are allowed to see it, and
 * to no others.
 */
export function createHub({
  store,
  changes,
  present,
  currentPerson,
  staleSince,
  log,
  pingMs = PING_MS,
}: HubDeps): Hub {
  const consoles = new Map<EventStream, Person>();
  const pendingPushes = new Map<string, NodeJS.Timeout>();
  /** What each console was last told of the age of its rights. */
  const toldStaleSince = new WeakMap<EventStream, string | undefined>();

  async function push(callId: string): Promise<void> {
    pendingPushes.delete(callId);
    const call = await store.loadCall(callId);
    if (!call) return;
    for (const [stream, person] of consoles) sendCall(stream, person, call);
  }

  function sendCall(stream: EventStream, person: Person, call: Call): void {
    if (call.orgId !== person.orgId || !present.maySee(person, call)) return;
    stream.send('call', present.call(call, person));
    for (const notice of present.noticesFor([call], person)) stream.send('notice', notice);
    for (const intervention of present.interventionsDue([call], person))
      stream.send('intervention', intervention);
  }

  async function snapshot(person: Person): Promise<unknown> {
    const [open, withOutcomeDue] = await Promise.all([
      store.findCalls({ orgId: person.orgId, status: ['ringing', 'live'] }),
      store.findCalls({ orgId: person.orgId, outcomeDueBy: person.userId }),
    ]);
    const visible = open.filter((call) => present.maySee(person, call));
    return {
      calls: visible.map((call) => present.call(call, person)),
      notices: present.noticesFor(visible, person),
      interventionsDue: present.interventionsDue(withOutcomeDue, person),
    };
  }

  async function refresh(stream: EventStream, person: Person): Promise<void> {
    try {
      stream.send('snapshot', await snapshot(person));
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'console snapshot failed');
      stream.close();
    }
  }

  /** Checks the person's rights again, because a stream outlives the session it was opened with. */
  async function renew(stream: EventStream, previous: Person): Promise<void> {
    try {
      const person = await currentPerson(previous);
      if (!consoles.has(stream)) return;
      if (!person?.active) stream.close();
      else {
        consoles.set(stream, person);
        if (rightsOf(person) !== rightsOf(previous)) await refresh(stream, person);
        tellAge(stream, person);
      }
    } catch (fault) {
      // A console whose person is not in memory keeps its view while the CRM is unavailable.
      log.warn({ fault: String(fault) }, 'console rights check failed');
    }
  }

  function tellAge(stream: EventStream, person: Person): void {
    const since = staleSince(person);
    if (toldStaleSince.has(stream) && toldStaleSince.get(stream) === since) return;
    toldStaleSince.set(stream, since);
    stream.send('rights', { staleSince: since });
  }

  const unsubscribe = changes.subscribe({
    onChange(callId) {
      if (pendingPushes.has(callId)) return;
      pendingPushes.set(
        callId,
        setTimeout(() => {
          push(callId).catch((fault) =>
            log.warn({ callId, fault: String(fault) }, 'console update failed'),
          );
        }, COALESCE_MS),
      );
    },
    onGap() {
      for (const [stream, person] of consoles) void refresh(stream, person);
    },
  });
  const pinging = setInterval(() => {
    for (const [stream, person] of consoles) {
      stream.send('ping', {});
      void renew(stream, person);
    }
  }, pingMs);

  return {
    async attach(person, stream) {
      consoles.set(stream, person);
      await refresh(stream, person);
    },
    detach: (stream) => void consoles.delete(stream),
    refreshAll() {
      for (const [stream, person] of consoles) void refresh(stream, person);
    },
    alert(event, data, isFor) {
      for (const [stream, person] of consoles) if (isFor(person)) stream.send(event, data);
    },
    consoles: () => consoles.size,
    close() {
      unsubscribe();
      clearInterval(pinging);
      for (const timer of pendingPushes.values()) clearTimeout(timer);
      for (const stream of consoles.keys()) stream.close();
      consoles.clear();
    },
  };
}

/** What the policy reads of a person, as text to compare; without the age of the data. */
const rightsOf = ({ asOf: _asOf, name: _name, ...rights }: Person): string =>
  JSON.stringify(rights);
