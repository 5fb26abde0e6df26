import type { ServerResponse } from 'node:http';
import type { CarrierHealth } from '../domain/audioCheck/audioCheck.ts';
import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';
import { covertProgress, monitoringScope } from '../domain/policy/monitoringScope.ts';
import { everyMs, warning } from '../everyMs.ts';
import { interventionsDue } from '../http/views/dueOutcomeViews.ts';
import { goneView } from '../http/views/goneView.ts';
import { noticesFor } from '../http/views/noticeViews.ts';
import {
  callView,
  isShownTo,
  visibilityScope,
  type ViewContext,
} from '../http/views/presenters.ts';
import { viewsByKind } from '../http/views/readerKinds.ts';
import { createHub, type Hub } from '../live/hub.ts';
import { openEventStream } from '../live/sse.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import { gathered } from '../store/database/gathered.ts';
import type { Closing } from './closing.ts';
import { crmAgeOf } from './crmAgeOf.ts';
import type { Shared } from './shared.ts';

/** How often the people with connected pages are stored. */
const PRESENCE_EVERY_MS = 20_000;

export interface LiveFeed {
  readonly hub: Pick<
    Hub,
    | 'consoles'
    | 'notifyReaders'
    | 'openCall'
    | 'openCalls'
    | 'openCallsOf'
    | 'people'
    | 'watchPages'
  >;
  /** What a person's views of calls depend on at this moment. */
  readonly viewing: (person: Pick<Person, 'orgId'>) => ViewContext;
  /** Sends the feed to a person until the response closes. */
  readonly stream: (person: Person, res: ServerResponse) => void;
  /** Sends everything again, after a change that concerns all calls. */
  readonly refreshAll: () => void;
  readonly closing: Closing;
}

/**
 * The live feed: changes of calls as each person may see them, and incidents for administrators.
 */
export function composeLiveFeed(
  { store, changes, crm, policies, audit, clock, log }: Shared,
  carrierHealth: () => CarrierHealth,
): LiveFeed {
  const viewing: LiveFeed['viewing'] = ({ orgId }) => ({
    policy: policies.lastKnown(orgId),
    now: clock.now(),
    carrierHealth: carrierHealth(),
    coaching: crm.coachingRules.of(orgId),
  });
  const viewingNow = oncePerTurn((orgId) => viewing({ orgId }));
  const viewNow = (call: Call, person: Person) => callView(call, person, viewingNow(person.orgId));
  const hub = createHub({
    store,
    changes,
    log,
    currentPerson: ({ orgId, userId }) => crm.directory.person(orgId, userId),
    crmAge: crmAgeOf({ crm, policies, clock }),
    covertProgress(person) {
      const { policy, now } = viewingNow(person.orgId);
      return covertProgress(policy, person, now);
    },
    present: {
      maySee: (person, call) => isShownTo(person, call, viewingNow(person.orgId)),
      scopeOf: (call) => visibilityScope(call, viewingNow(call.orgId)),
      call: viewNow,
      callForEach: viewsByKind(viewNow),
      gone: goneView,
      noticesFor: (calls, person) => noticesFor(calls, person, viewingNow(person.orgId)),
      interventionsDue: (calls, person) =>
        interventionsDue(calls, person, crm.coachingRules.of(person.orgId)),
      monitors: (person) => {
        const { policy, now } = viewingNow(person.orgId);
        return monitoringScope(policy, person, now);
      },
      policyVersion: (orgId) => viewingNow(orgId).policy.version,
    },
  });
  policies.onChange(() => hub.refreshAll());
  const activities = createRepActivities(store.pool);
  const seenNow = gathered(async (people: readonly Person[]) => {
    await activities.seen(people, clock.now());
    return [];
  });
  const presence = everyMs(
    PRESENCE_EVERY_MS,
    () => activities.seen(hub.people(), clock.now()),
    warning(log, 'presence not written'),
  );
  const unsubscribe = audit.onIncident(changes, (incident) =>
    hub.alert(
      'incident',
      incident,
      ({ orgId, roles }) => orgId === incident.orgId && roles.includes('admin'),
    ),
  );

  return {
    hub,
    viewing,
    refreshAll: () => hub.refreshAll(),
    stream(person, res) {
      const stream = openEventStream(res, () => hub.detach(stream));
      void hub.attach(person, stream);
      void seenNow(person).catch(warning(log, 'presence not written'));
    },
    closing: [() => presence.stop(), () => hub.close(), unsubscribe],
  };
}

/**
 * Keeps the values until the event loop turns, because thousands of views are made at one moment.
 */
function oncePerTurn<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size === 0) setImmediate(() => made.clear());
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
