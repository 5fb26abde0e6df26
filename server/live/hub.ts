import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';
import { createAudience, type Audience } from './audience.ts';
import { createConsoleRights, type ConsoleRightsDeps } from './consoleRights.ts';
import type { Console, Consoles } from './consoles.ts';
import { sendCrmAges, type CrmAgesDeps } from './crmAges.ts';
import { sendHeartbeats } from './heartbeats.ts';
import type { LivePresenter } from './livePresenter.ts';
import type { OpenCalls } from './openCalls.ts';
import { createOpenCalls } from './openCalls.ts';
import { createPages, type PagePerson, type PageWatcher } from './pages.ts';
import type { Snapshots } from './snapshots.ts';
import { createSnapshots } from './snapshots.ts';
import type { EventStream } from './sse.ts';

/** How often the rights of each connected person are checked again. */
const RENEW_MS = 15_000;

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
   * Sends an event about an open call to consoles that list it. `dataFor` returns what to send to a
   * person; if it returns undefined, nothing is sent to them. An object that it returns for several
   * people becomes JSON once.
   */
  notifyReaders(
    about: { readonly orgId: string; readonly callId: string },
    event: string,
    dataFor: (call: Call, person: Person) => unknown,
  ): void;
  /** An open call of the org from memory; undefined if there is none with this id. */
  openCall(orgId: string, callId: string): Call | undefined;
  openCalls(): Iterable<Call>;
  /** The open calls of an org from memory. Waits until they have been read for the first time. */
  openCallsOf(orgId: string): Promise<readonly Call[]>;
  consoles(): number;
  /** The people whose pages are connected to this instance. */
  people(): readonly PagePerson[];
  /**
   * Reports when a person's last page on this instance closes, and when they open one. Returns a
   * function that ends the reports.
   */
  watchPages(watcher: PageWatcher): () => void;
  close(): void;
}

export interface HubDeps extends Pick<ConsoleRightsDeps, 'currentPerson' | 'covertProgress'> {
  readonly store: Pick<Store, 'loadCalls' | 'findOpenCalls' | 'findCallsWithOutcomeDue'>;
  readonly changes: CallChanges;
  readonly present: LivePresenter;
  readonly crmAge: CrmAgesDeps['ageOf'];
  readonly log: Log;
  readonly renewMs?: number;
  readonly heartbeatMs?: number;
}

/**
 * The hub of the live feed: sends each changed call to the consoles that are allowed to see it, and
 * to no others. Serves open calls from memory.
 */
export function createHub(deps: HubDeps): Hub {
  const { store, changes, present, log, renewMs = RENEW_MS, heartbeatMs } = deps;
  const consoles: Consoles = new Map();
  const audience = createAudience<Console>({
    readersOf: (orgId) => [...consoles.values()].filter(({ person }) => person.orgId === orgId),
    maySee: present.maySee,
    scopeOf: present.scopeOf,
  });
  const pushCall = callPush({ consoles, audience, present });
  const openCalls = createOpenCalls({
    store,
    changes,
    log,
    onChanged: (calls) => calls.forEach(pushCall),
    // Also removes calls whose end was missed.
    onReloaded: refreshAll,
  });
  const snapshots = createSnapshots({ consoles, audience, openCalls, store, present, log });
  const pages = createPages(consoles);
  const rights = createConsoleRights({
    ...deps,
    isConnected: (console) => consoles.get(console.stream) === console,
    async onChanged(console) {
      audience.forget(console);
      await snapshots.send([console]);
    },
  });
  const unsubscribe = changes.subscribe({
    onChange: () => undefined,
    onGap: () => undefined,
    onWritten: (callIds) =>
      void notifyOfWritten(callIds, { consoles, audience, snapshots, store, present, log }),
  });
  const heartbeats = sendHeartbeats(heartbeatMs);
  const crmAges = sendCrmAges({ consoles: () => consoles.values(), ageOf: deps.crmAge });
  const renewing = setInterval(() => {
    for (const console of consoles.values()) void rights.renew(console);
  }, renewMs);
  let isClosed = false;

  function refreshAll(): void {
    audience.clear();
    void snapshots.send(consoles.values());
  }

  return {
    async attach(person, stream) {
      // This request was accepted before the server began to stop; an open feed would keep it from
      // stopping.
      if (isClosed) return stream.close();
      const console = { person, stream };
      consoles.set(stream, console);
      heartbeats.add(stream);
      pages.opened(person);
      rights.opened(console);
      crmAges.opened(console);
      await snapshots.send([console]);
    },
    detach(stream) {
      const console = consoles.get(stream);
      consoles.delete(stream);
      heartbeats.remove(stream);
      if (!console) return;
      snapshots.forget(console);
      audience.forget(console);
      pages.closed(console.person);
    },
    refreshAll,
    ...consolePushes({ consoles, openCalls, audience, snapshots }),
    openCall: (orgId, callId) => openCalls.known(orgId, callId),
    openCalls: () => openCalls.all(),
    openCallsOf: (orgId) => openCalls.of(orgId),
    consoles: () => consoles.size,
    people: () => [...consoles.values()].map(({ person }) => person),
    watchPages: pages.watch,
    close() {
      isClosed = true;
      unsubscribe();
      openCalls.close();
      heartbeats.stop();
      crmAges.stop();
      clearInterval(renewing);
      for (const stream of consoles.keys()) stream.close();
      consoles.clear();
    },
  };
}

interface ConsolePushParts {
  readonly consoles: Consoles;
  readonly openCalls: Pick<OpenCalls, 'known'>;
  readonly audience: Pick<Audience<Console>, 'known'>;
  readonly snapshots: Pick<Snapshots, 'unserved'>;
}

/** Sends events to the consoles of those whom they are for. */
const consolePushes = ({
  consoles,
  openCalls,
  audience,
  snapshots,
}: ConsolePushParts): Pick<Hub, 'alert' | 'notifyReaders'> => ({
  alert(event, data, isFor) {
    for (const { stream, person } of consoles.values()) if (isFor(person)) stream.send(event, data);
  },

  notifyReaders({ orgId, callId }, event, dataFor) {
    const call = openCalls.known(orgId, callId);
    if (!call) return;
    for (const { stream, person } of possibleReaders(call, { consoles, audience, snapshots })) {
      const data = person.orgId === call.orgId ? dataFor(call, person) : undefined;
      if (data !== undefined) stream.send(event, data);
    }
  },
});

interface CallPushParts extends Pick<HubDeps, 'present'> {
  readonly consoles: Consoles;
  readonly audience: Audience<Console>;
}

/** Sends a changed call to its readers, and removes it from consoles that may no longer see it. */
const callPush =
  ({ consoles, audience, present }: CallPushParts) =>
  (call: Call): void => {
    // Without a console there is nothing to send. An ended call still goes through `audience`,
    // which then removes its entry.
    if (consoles.size === 0 && call.status !== 'ended') return;
    const { readers, gone } = audience.of(call);
    const viewFor = present.callForEach(call);
    for (const console of readers) {
      if (consoles.get(console.stream) === console)
        sendCall(present, console, { call, view: viewFor(console.person) });
    }
    for (const { stream, person } of gone) stream.send('gone', present.gone(call, person));
  };

function sendCall(
  present: LivePresenter,
  { stream, person }: Console,
  { call, view }: { readonly call: Call; readonly view: unknown },
): void {
  stream.send('call', view);
  for (const notice of present.noticesFor([call], person)) stream.send('notice', notice);
  for (const intervention of present.interventionsDue([call], person))
    stream.send('intervention', intervention);
}

type AudienceParts = Pick<ConsolePushParts, 'consoles' | 'audience' | 'snapshots'>;

/** The consoles among which all are that see the call: few, if its readers are known. */
const possibleReaders = (
  call: Call,
  { consoles, audience, snapshots }: AudienceParts,
): Iterable<Console> => {
  const known = audience.known(call);
  return known ? new Set([...known, ...snapshots.unserved()]) : consoles.values();
};

/** A failure is only logged: the page shows the records when it is loaded again. */
async function notifyOfWritten(
  callIds: readonly string[],
  { store, present, log, ...parts }: Pick<HubDeps, 'store' | 'present' | 'log'> & AudienceParts,
): Promise<void> {
  if (parts.consoles.size === 0) return;
  try {
    for (const call of (await store.loadCalls(callIds)).values()) {
      const written = { callId: call.callId, recordIds: recordsOf(call) };
      for (const { stream, person } of possibleReaders(call, parts))
        if (person.orgId === call.orgId && present.maySee(person, call))
          stream.send('written', written);
    }
  } catch (fault) {
    log.warn({ fault: String(fault) }, 'pages could not be notified of written records');
  }
}

/** The CRM records that a call is about. */
const recordsOf = ({ opportunity, customer }: Call): string[] =>
  [opportunity?.opportunityId, customer.contactId, customer.accountId].filter(
    (id) => id !== undefined,
  );
