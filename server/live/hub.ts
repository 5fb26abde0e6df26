import type { WhileAway } from '../domain/call/ageLimits.ts';
import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';
import { createAudience } from './audience.ts';
import { sendHeartbeats } from './heartbeats.ts';
import { createOpenCalls } from './openCalls.ts';
import { sharedViews } from './sharedViews.ts';
import type { EventStream } from './sse.ts';
import { takeTurns } from './turns.ts';

/** How often it is asked whether a person may still see what they see. */
const RENEW_MS = 15_000;
/** Consoles that open within this time are served by one query. */
const GATHER_MS = 10;

/**
 * Builds what a person sees of calls. Implemented by the HTTP presenters, which define the JSON
 * shapes.
 */
interface LivePresenter {
  /** Whether the call is on this person's lists. */
  maySee(person: Person, call: Call): boolean;
  /** What `maySee` depends on besides the person, as a text to compare. */
  scopeOf(call: Call): string;
  call(call: Call, person: Person): unknown;
  /**
   * The same for many readers of one state of a call, at one moment: those who are to see the same
   * get the same object.
   */
  callForEach(call: Call): (person: Person) => unknown;
  noticesFor(calls: readonly Call[], person: Person): unknown[];
  interventionsDue(calls: readonly Call[], person: Person): unknown[];
  /** The version of the policy, which is another when the words to choose from are. */
  policyVersion(orgId: string): string;
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
  /**
   * Sends an event about an open call to each console for which there is something to say. What it
   * says depends on call and person; where it is undefined, nothing is sent.
   */
  tell(
    about: { readonly orgId: string; readonly callId: string },
    event: string,
    dataFor: (call: Call, person: Person) => unknown,
  ): void;
  /** Like `tell`, but only to consoles that have the call on their lists. */
  tellReaders(...telling: Parameters<Hub['tell']>): void;
  /** An open call of the org as it is known now; undefined for another one. */
  openCall(orgId: string, callId: string): Call | undefined;
  openCalls(): Iterable<Call>;
  consoles(): number;
  /** Whose pages are connected to this instance. */
  people(): readonly PagePerson[];
  /**
   * Reports people whose last page here is gone, and those who open one. Returns how to stop it.
   */
  watchPages(watcher: PageWatcher): () => void;
  close(): void;
}

type PagePerson = Pick<Person, 'orgId' | 'userId'>;

interface PageWatcher {
  gone(person: PagePerson): void;
  back(person: PagePerson): void;
}

export interface HubDeps {
  readonly store: Pick<Store, 'loadCalls' | 'findOpenCalls' | 'findCallsWithOutcomeDue'>;
  readonly changes: CallChanges;
  readonly present: LivePresenter;
  /** The person as they are known now; undefined if the CRM no longer has them. */
  readonly currentPerson: (person: Person) => Promise<Person | undefined>;
  /** From when this person's rights are, while the CRM does not confirm them; else undefined. */
  readonly staleSince: (person: Person) => string | undefined;
  /** What becomes of a running intervention of a person whose permissions are from then. */
  readonly whileAway: (person: Person, staleSince: string) => WhileAway;
  readonly log: Log;
  readonly renewMs?: number;
  readonly heartbeatMs?: number;
}

interface Console {
  person: Person;
  readonly stream: EventStream;
}

/**
 * The hub of the live feed: sends each changed call to the consoles that are allowed to see it, and
 * to no others. Reads no call that is open: it follows them in memory.
 */
export function createHub({
  store,
  changes,
  present,
  currentPerson,
  staleSince,
  whileAway,
  log,
  renewMs = RENEW_MS,
  heartbeatMs,
}: HubDeps): Hub {
  const consoles = new Map<EventStream, Console>();
  const audience = createAudience<Console>({
    readersOf: (orgId) => [...consoles.values()].filter(({ person }) => person.orgId === orgId),
    maySee: present.maySee,
    scopeOf: present.scopeOf,
  });
  const openCalls = createOpenCalls({
    store,
    changes,
    log,
    onChanged: (calls) => calls.forEach(push),
    onReloaded() {
      // Calls that ended unnoticed are not remembered either.
      audience.clear();
      void refreshEach(consoles.values());
    },
  });
  const opening = new Set<Console>();
  /** Consoles without a snapshot so far: it is not known which calls they see. */
  const unserved = new Set<Console>();
  const pageWatchers = new Set<PageWatcher>();
  const hasPage = ({ orgId, userId }: PagePerson): boolean =>
    [...consoles.values()].some(({ person }) => person.userId === userId && person.orgId === orgId);
  let isClosed = false;
  let opened: Promise<void> | undefined;
  /** What each console was last told of the age of its rights. */
  const toldStaleSince = new WeakMap<EventStream, string | undefined>();

  function push(call: Call): void {
    // Nobody is to be told; who saw it before is asked again, because its scope is another then.
    if (consoles.size === 0 && call.status !== 'ended') return;
    const { readers, gone } = audience.of(call);
    const viewFor = present.callForEach(call);
    for (const console of readers) {
      if (consoles.get(console.stream) === console)
        sendCall(console, call, viewFor(console.person));
    }
    for (const { stream } of gone) stream.send('gone', { callId: call.callId });
  }

  function sendCall({ stream, person }: Console, call: Call, view: unknown): void {
    stream.send('call', view);
    for (const notice of present.noticesFor([call], person)) stream.send('notice', notice);
    for (const intervention of present.interventionsDue([call], person))
      stream.send('intervention', intervention);
  }

  function snapshot(
    console: Console,
    open: readonly Call[],
    due: readonly Call[],
    viewOf: (call: Call, person: Person) => unknown,
  ): unknown {
    const { person } = console;
    const visible = newestFirst(audience.visibleTo(console, open));
    return {
      policyVersion: present.policyVersion(person.orgId),
      calls: visible.map((call) => viewOf(call, person)),
      notices: present.noticesFor(visible, person),
      interventionsDue: present.interventionsDue(
        due.filter((call) => call.orgId === person.orgId),
        person,
      ),
    };
  }

  /**
   * Sends a snapshot to each, and resolves when that is done; those asked for at about the same
   * time share a query.
   */
  function refreshEach(some: Iterable<Console>): Promise<void> {
    for (const console of some) {
      opening.add(console);
      unserved.add(console);
    }
    opened ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(refreshOpening);
    return opened;
  }

  async function refreshOpening(): Promise<void> {
    const these = [...opening];
    opening.clear();
    opened = undefined;
    try {
      const due = newestFirst(
        await store.findCallsWithOutcomeDue(these.map(({ person }) => person)),
      );
      // A single console has no views to share, and looking for them takes time.
      const viewOf = these.length > 1 ? sharedViews(present.callForEach) : present.call;
      const letOthers = takeTurns();
      for (const console of these) {
        const open = await openCalls.of(console.person.orgId);
        if (!opening.has(console)) unserved.delete(console);
        if (consoles.get(console.stream) === console)
          console.stream.send('snapshot', snapshot(console, open, due, viewOf));
        await letOthers();
      }
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'console snapshot failed');
      for (const { stream } of these) stream.close();
    }
  }

  /** Checks the person's rights again, because a stream outlives the session it was opened with. */
  async function renew(console: Console): Promise<void> {
    const previous = console.person;
    try {
      const person = await currentPerson(previous);
      if (consoles.get(console.stream) !== console) return;
      if (!person?.active) console.stream.close();
      else {
        console.person = person;
        if (person !== previous && rightsOf(person) !== rightsOf(previous)) {
          audience.forget(console);
          await refreshEach([console]);
        }
        tellAge(console);
      }
    } catch (fault) {
      // A console whose person is not in memory keeps its view while the CRM is unavailable.
      log.warn({ fault: String(fault) }, 'console rights check failed');
    }
  }

  function tellAge({ stream, person }: Console): void {
    const since = staleSince(person);
    if (toldStaleSince.has(stream) && toldStaleSince.get(stream) === since) return;
    toldStaleSince.set(stream, since);
    stream.send('rights', {
      staleSince: since,
      ...(since && { whileAway: whileAway(person, since) }),
    });
  }

  /** A page that misses this shows the records when it is loaded again. */
  async function tellWritten(callIds: readonly string[]): Promise<void> {
    if (consoles.size === 0) return;
    try {
      for (const call of (await store.loadCalls(callIds)).values())
        for (const { stream, person } of consoles.values())
          if (person.orgId === call.orgId && present.maySee(person, call))
            stream.send('written', { callId: call.callId, recordIds: recordsOf(call) });
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'pages not told of written records');
    }
  }

  const unsubscribe = changes.subscribe({
    onChange: () => undefined,
    onGap: () => undefined,
    onWritten: (callIds) => void tellWritten(callIds),
  });
  const heartbeats = sendHeartbeats(heartbeatMs);
  const renewing = setInterval(() => {
    for (const console of consoles.values()) void renew(console);
  }, renewMs);

  return {
    async attach(person, stream) {
      // The request was accepted before the stop; a feed left open would keep the server from
      // stopping.
      if (isClosed) return stream.close();
      const console = { person, stream };
      consoles.set(stream, console);
      heartbeats.add(stream);
      for (const watcher of pageWatchers) watcher.back(person);
      await refreshEach([console]);
    },
    detach(stream) {
      const console = consoles.get(stream);
      consoles.delete(stream);
      if (console) unserved.delete(console);
      heartbeats.remove(stream);
      if (!console) return;
      audience.forget(console);
      if (!hasPage(console.person))
        for (const watcher of pageWatchers) watcher.gone(console.person);
    },
    refreshAll() {
      audience.clear();
      void refreshEach(consoles.values());
    },
    alert(event, data, isFor) {
      for (const { stream, person } of consoles.values())
        if (isFor(person)) stream.send(event, data);
    },
    tell({ orgId, callId }, event, dataFor) {
      const call = openCalls.known(orgId, callId);
      if (!call) return;
      for (const { stream, person } of consoles.values()) {
        const data = person.orgId === orgId ? dataFor(call, person) : undefined;
        if (data !== undefined) stream.send(event, data);
      }
    },
    tellReaders({ orgId, callId }, event, dataFor) {
      const call = openCalls.known(orgId, callId);
      if (!call) return;
      for (const { stream, person } of new Set([
        ...(audience.known(call) ?? consoles.values()),
        ...unserved,
      ])) {
        const data = person.orgId === orgId ? dataFor(call, person) : undefined;
        if (data !== undefined) stream.send(event, data);
      }
    },
    openCall: (orgId, callId) => openCalls.known(orgId, callId),
    openCalls: () => openCalls.all(),
    consoles: () => consoles.size,
    people: () => [...consoles.values()].map(({ person }) => person),
    watchPages(watcher) {
      pageWatchers.add(watcher);
      return () => void pageWatchers.delete(watcher);
    },
    close() {
      isClosed = true;
      unsubscribe();
      openCalls.close();
      heartbeats.stop();
      clearInterval(renewing);
      for (const stream of consoles.keys()) stream.close();
      consoles.clear();
    },
  };
}

/** The records of the CRM that a call is about. */
const recordsOf = ({ opportunity, customer }: Call): string[] =>
  [opportunity?.opportunityId, customer.contactId, customer.accountId].filter(
    (id) => id !== undefined,
  );

const newestFirst = (calls: readonly Call[]): Call[] =>
  calls.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));

/** What the policy reads of a person, as text to compare; without the age of the data. */
const rightsOf = ({ asOf: _asOf, name: _name, ...rights }: Person): string =>
  JSON.stringify(rights);
