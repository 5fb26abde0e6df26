import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';
import type { Log, Store } from '../ports/index.ts';
import type { Audience } from './audience.ts';
import type { Console, Consoles } from './consoles.ts';
import { createYield } from './createYield.ts';
import type { LivePresenter } from './livePresenter.ts';
import type { OpenCalls } from './openCalls.ts';
import { sharedViews } from './sharedViews.ts';

/** Consoles that open within this time share one query. */
const GATHER_MS = 10;

export interface SnapshotDeps {
  readonly consoles: Pick<Consoles, 'get'>;
  readonly audience: Pick<Audience<Console>, 'visibleTo'>;
  readonly openCalls: Pick<OpenCalls, 'of'>;
  readonly store: Pick<Store, 'findCallsWithOutcomeDue'>;
  readonly present: LivePresenter;
  readonly log: Log;
}

/** Sends consoles everything that their people may see. */
export interface Snapshots {
  /** Resolves when each console has its snapshot. Concurrent requests share one query. */
  send(consoles: Iterable<Console>): Promise<void>;
  /** Consoles that have no snapshot yet. Which calls they see is not known yet. */
  unserved(): Iterable<Console>;
  forget(console: Console): void;
}

export function createSnapshots(deps: SnapshotDeps): Snapshots {
  const { consoles, openCalls, store, present, log } = deps;
  const opening = new Set<Console>();
  const unserved = new Set<Console>();
  let opened: Promise<void> | undefined;

  async function sendToOpening(): Promise<void> {
    const these = [...opening];
    opening.clear();
    opened = undefined;
    try {
      const due = newestFirst(
        await store.findCallsWithOutcomeDue(these.map(({ person }) => person)),
      );
      // For a single console there is nothing to share, and the lookup would take time.
      const viewOf = these.length > 1 ? sharedViews(present.callForEach) : present.call;
      const letOthers = createYield();
      for (const console of these) {
        const open = await openCalls.of(console.person.orgId);
        if (!opening.has(console)) unserved.delete(console);
        if (consoles.get(console.stream) === console)
          console.stream.send('snapshot', snapshotFor(deps, console, { open, due, viewOf }));
        await letOthers();
      }
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'console snapshot failed');
      for (const { stream } of these) stream.close();
    }
  }

  return {
    send(some) {
      for (const console of some) {
        opening.add(console);
        unserved.add(console);
      }
      opened ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(sendToOpening);
      return opened;
    },
    unserved: () => unserved,
    forget: (console) => void unserved.delete(console),
  };
}

interface SnapshotCalls {
  readonly open: readonly Call[];
  readonly due: readonly Call[];
  readonly viewOf: (call: Call, person: Person) => unknown;
}

function snapshotFor(
  { audience, present }: Pick<SnapshotDeps, 'audience' | 'present'>,
  console: Console,
  { open, due, viewOf }: SnapshotCalls,
): unknown {
  const { person } = console;
  const visible = newestFirst(audience.visibleTo(console, open));
  const seen = new Set(visible);
  // The event that says it may have come while this snapshot was still awaited.
  const gone = open
    .filter((call) => call.interventions.length > 0 && !seen.has(call))
    .map((call) => present.gone(call, person))
    .filter(({ takenOff }) => takenOff !== undefined);
  return {
    policyVersion: present.policyVersion(person.orgId),
    mayMonitor: person.permittedModes.includes('monitor'),
    monitors: present.monitors(person),
    calls: visible.map((call) => viewOf(call, person)),
    notices: present.noticesFor(visible, person),
    interventionsDue: present.interventionsDue(
      due.filter((call) => call.orgId === person.orgId),
      person,
    ),
    ...(gone.length > 0 && { gone }),
  };
}

const newestFirst = (calls: readonly Call[]): Call[] =>
  calls.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
