import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/people/people.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';
import type { EventStream } from './sse.ts';

/** Changes of one call within this time reach a console as one. */
const COALESCE_MS = 40;
const PING_MS = 15_000;

/** How calls look to a person; the HTTP side owns the shapes. */
export interface LivePresenter {
  /** Whether a call is on this person's lists at all. */
  maySee(person: Person, call: Call): boolean;
  call(call: Call, person: Person): unknown;
  noticesFor(calls: readonly Call[], person: Person): unknown[];
  interventionsDue(calls: readonly Call[], person: Person): unknown[];
}

export interface Hub {
  /** Streams what this person may see, from now until the stream closes. Begins with a snapshot. */
  attach(person: Person, stream: EventStream): Promise<void>;
  detach(stream: EventStream): void;
  /** Brings every console up to date, because of something that concerns all calls. */
  refreshAll(): void;
  /** Tells the consoles of those it is for something that is no call. */
  alert(event: string, data: unknown, isFor: (person: Person) => boolean): void;
  consoles(): number;
  close(): void;
}

export interface HubDeps {
  readonly store: Pick<Store, 'loadCall' | 'findCalls'>;
  readonly changes: CallChanges;
  readonly present: LivePresenter;
  /** The person as the CRM knows them now; undefined when they are gone. Throws CrmUnavailable. */
  readonly whoIs: (person: Person) => Promise<Person | undefined>;
  readonly log: Log;
  readonly pingMs?: number;
}

/** Pushes each changed call to the consoles that may see it, and nothing to the others. */
export function createHub({ store, changes, present, whoIs, log, pingMs = PING_MS }: HubDeps): Hub {
  const consoles = new Map<EventStream, Person>();
  const due = new Map<string, NodeJS.Timeout>();

  async function push(callId: string): Promise<void> {
    due.delete(callId);
    const call = await store.loadCall(callId);
    if (!call) return;
    for (const [stream, person] of consoles) tell(stream, person, call);
  }

  function tell(stream: EventStream, person: Person, call: Call): void {
    if (call.orgId !== person.orgId || !present.maySee(person, call)) return;
    stream.send('call', present.call(call, person));
    for (const notice of present.noticesFor([call], person)) stream.send('notice', notice);
    for (const intervention of present.interventionsDue([call], person)) stream.send('intervention', intervention);
  }

  async function snapshot(person: Person): Promise<unknown> {
    const [open, waiting] = await Promise.all([
      store.findCalls({ orgId: person.orgId, status: ['ringing', 'live'] }),
      store.findCalls({ orgId: person.orgId, outcomeDueBy: person.userId }),
    ]);
    const visible = open.filter((call) => present.maySee(person, call));
    return {
      calls: visible.map((call) => present.call(call, person)),
      notices: present.noticesFor(visible, person),
      interventionsDue: present.interventionsDue(waiting, person),
    };
  }

  async function refresh(stream: EventStream, person: Person): Promise<void> {
    try {
      stream.send('snapshot', await snapshot(person));
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'a console could not be brought up to date');
      stream.close();
    }
  }

  /** A stream outlives the sign-in it began with, so rights are looked at again while it lasts. */
  async function renew(stream: EventStream, known: Person): Promise<void> {
    try {
      const person = await whoIs(known);
      if (!consoles.has(stream)) return;
      if (!person?.active) stream.close();
      else {
        consoles.set(stream, person);
        if (rightsOf(person) !== rightsOf(known)) await refresh(stream, person);
      }
    } catch (fault) {
      // With the CRM away what was granted stays visible; anything that is asked for anew is refused.
      log.warn({ fault: String(fault) }, 'the rights of a console could not be looked at again');
    }
  }

  const unsubscribe = changes.subscribe({
    onChange(callId) {
      if (due.has(callId)) return;
      due.set(callId, setTimeout(() => {
        push(callId).catch((fault) => log.warn({ callId, fault: String(fault) }, 'a change could not be pushed'));
      }, COALESCE_MS));
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
      for (const timer of due.values()) clearTimeout(timer);
      for (const stream of consoles.keys()) stream.close();
      consoles.clear();
    },
  };
}

/** All that policy asks about a person, and nothing that merely ages. */
const rightsOf = ({ asOf: _asOf, name: _name, ...rights }: Person): string => JSON.stringify(rights);
