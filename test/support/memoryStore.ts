import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import { connectedParticipant, type Call } from '../../server/domain/call/call.ts';
import type { OtherCall } from '../../server/domain/call/otherCall.ts';
import { isPractice } from '../../server/domain/call/purpose.ts';
import { wrapUpDueBy } from '../../server/domain/call/wrapUp.ts';
import { dueAt } from '../../server/domain/carrier/dueAt.ts';
import type { KnownConference } from '../../server/domain/carrier/listedConferences.ts';
import type { OutboxMessage } from '../../server/domain/outbox/message.ts';
import type { CallChanges, CallQuery, DueCalls, Outbox, Store } from '../../server/ports/index.ts';
import { createMemoryOutbox } from './memoryOutbox.ts';

type Filters<Query> = {
  readonly [Field in keyof Required<Query>]: (
    call: Call,
    value: NonNullable<Query[Field]>,
  ) => boolean;
};

const FILTERS: Filters<CallQuery> = {
  orgId: (call, orgId) => call.orgId === orgId,
  opportunityId: (call, opportunityId) => call.opportunity?.opportunityId === opportunityId,
  repUserId: (call, userId) => call.rep.userId === userId,
  status: (call, status) => status.includes(call.status),
  supervisedBy: (call, userId) =>
    call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended'),
  outcomeDueBy: (call, userId) =>
    call.interventions.some(
      (i) => i.supervisor.userId === userId && i.status === 'ended' && i.outcome.status === 'due',
    ),
};

function matches(call: Call, query: CallQuery): boolean {
  const passes = <Field extends keyof CallQuery>(field: Field): boolean => {
    const value = query[field];
    return value === undefined || FILTERS[field](call, value);
  };
  return (Object.keys(FILTERS) as (keyof CallQuery)[]).every(passes);
}

function otherCallOf(call: Call, userId: string): OtherCall[] {
  if (call.status !== 'live') return [];
  const { callId, rep, customer } = call;
  const own = connectedParticipant(call, 'rep') && rep.userId === userId;
  return [
    ...call.interventions.flatMap(({ supervisor, status, interventionId }): OtherCall[] =>
      supervisor.userId === userId && status !== 'ended'
        ? [{ as: 'supervisor', callId, interventionId, repName: rep.name }]
        : [],
    ),
    ...(own ? [{ as: 'rep', callId, customerName: customer.name } as const] : []),
  ];
}

/**
 * A call as a database returns it: other objects, without the keys that are undefined. Who changes
 * a call can be given the objects that were written.
 */
const readAgain = (call: Call | undefined): Call | undefined => call && copyOf(call);

/** Of what JSON can say; by hand, because tests of sequences read calls a million times. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy = {} as T;
  for (const key in value) if (value[key] !== undefined) copy[key] = copyOf(value[key]);
  return copy;
}

/**
 * Store, outbox, notifications of changes and due calls in memory, with exactly the behavior that the
 * ports
 * define.
 */
export function createMemoryStore(nowMs: () => number = Date.now): {
  store: Store;
  outbox: Outbox;
  changes: CallChanges;
  dueCalls: DueCalls;
} {
  const calls = new Map<string, Call>();
  const dueTimes = new Map<string, string | undefined>();
  const audit: AuditEntry[] = [];
  const outbox = createMemoryOutbox(nowMs);
  const receipts = new Set<string>();
  const listeners = new Set<Parameters<CallChanges['subscribe']>[0]>();

  function save(
    call: Call | undefined,
    entries: readonly AuditEntry[],
    outgoing: readonly OutboxMessage[],
  ): void {
    if (call) {
      calls.set(call.callId, call);
      dueTimes.set(call.callId, dueAt(call));
    }
    audit.push(...entries);
    outbox.add(outgoing);
    if (call) for (const listener of listeners) listener.onChange(call.callId, call);
  }

  const store: Store = {
    async changeCall(callId, decide, { callbackKey } = {}) {
      if (callbackKey && receipts.has(callbackKey)) return 'repeated';
      const call = calls.get(callId);
      if (!call) return undefined;
      const change = decide(call);
      if (callbackKey) receipts.add(callbackKey);
      save(change.call, change.audit, change.outbox);
      return { answer: change.answer };
    },
    async changeSupervisedCall({ orgId, userId }, callId, decide) {
      const otherCalls = [...calls.values()].flatMap((call) =>
        call.orgId === orgId && call.callId !== callId ? otherCallOf(call, userId) : [],
      );
      const changed = await store.changeCall(callId, (call) => decide(call, otherCalls));
      return changed === 'repeated' ? undefined : changed;
    },
    async createCall(call, entries, outgoing) {
      if (calls.has(call.callId)) return false;
      save(call, entries, outgoing);
      return true;
    },
    async recordAudit(entries) {
      audit.push(...entries);
    },
    ...memoryFinders(calls),
    findAudit: async ({ orgId, callId, limit = 200 }) =>
      audit
        .filter(
          (entry) => (!orgId || entry.orgId === orgId) && (!callId || entry.callId === callId),
        )
        .toReversed()
        .slice(0, limit),
  };

  const changes: CallChanges = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const dueCalls = memoryDueCalls(calls, dueTimes);
  return { store, outbox, changes, dueCalls };
}

type Finders = Pick<
  Store,
  | 'loadCall'
  | 'loadCalls'
  | 'findOpenCalls'
  | 'findCallsWithOutcomeDue'
  | 'findPracticeCalls'
  | 'findCallsToWrapUp'
  | 'findCalls'
  | 'findCallByIntervention'
  | 'placeOfIntervention'
  | 'findCallByRecording'
  | 'findCallByNotice'
>;

/** Finds calls in memory. */
function memoryFinders(calls: ReadonlyMap<string, Call>): Finders {
  return {
    loadCall: async (callId) => readAgain(calls.get(callId)),
    loadCalls: async (callIds) =>
      new Map(
        callIds.flatMap((callId): [string, Call][] => {
          const call = readAgain(calls.get(callId));
          return call ? [[callId, call]] : [];
        }),
      ),
    findOpenCalls: async () => [...calls.values()].filter((call) => call.status !== 'ended'),
    findCallsWithOutcomeDue: async (people) =>
      [...calls.values()].filter((call) =>
        people.some(({ userId }) => matches(call, { orgId: call.orgId, outcomeDueBy: userId })),
      ),
    findPracticeCalls: async ({ orgId, userId, ofEverybody, limit }) => {
      const shown = [...calls.values()]
        .filter(
          (call) =>
            call.orgId === orgId &&
            isPractice(call) &&
            (ofEverybody ||
              call.rep.userId === userId ||
              call.rep.managerIds.includes(userId) ||
              call.interventions.some(({ supervisor }) => supervisor.userId === userId)),
        )
        .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
      return { calls: shown.slice(0, limit), total: shown.length };
    },
    findCallsToWrapUp: async ({ orgId, userId, onOpportunityOnly, limit }) => {
      const due = [...calls.values()]
        .filter(
          (call) =>
            call.orgId === orgId &&
            wrapUpDueBy(call).includes(userId) &&
            (!onOpportunityOnly || call.opportunity),
        )
        .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
      return { calls: due.slice(0, limit), total: due.length };
    },
    findCalls: async (query) =>
      [...calls.values()]
        .filter((call) => matches(call, query))
        .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)),
    findCallByIntervention: async (id) =>
      [...calls.values()].find((call) => call.interventions.some((i) => i.interventionId === id)),
    placeOfIntervention: async (id) =>
      [...calls.values()].find((call) => call.interventions.some((i) => i.interventionId === id)),
    findCallByRecording: async (id) =>
      [...calls.values()].find((call) => call.recordings.some((one) => one.recordingId === id)),
    findCallByNotice: async (id) =>
      [...calls.values()].find((call) => call.notices.some((n) => n.noticeId === id)),
  };
}

/** Calls that are due, in memory. */
function memoryDueCalls(
  calls: ReadonlyMap<string, Call>,
  dueTimes: Map<string, string | undefined>,
): DueCalls {
  const open = () => [...calls.values()].filter(({ status }) => status !== 'ended');
  const supervised = () =>
    open().filter(({ interventions }) => interventions.some(({ status }) => status !== 'ended'));
  return {
    due: async (now, limit) =>
      open()
        .flatMap((call) => {
          const due = dueTimes.get(call.callId);
          return due !== undefined && due <= now ? [{ call, dueAt: due }] : [];
        })
        .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
        .slice(0, limit),
    nextDueAt: async () =>
      open()
        .flatMap(({ callId }) => dueTimes.get(callId) ?? [])
        .toSorted()[0],
    async reschedule(callId, due, next) {
      if (dueTimes.get(callId) === due) dueTimes.set(callId, next);
    },
    supervisedCalls: async () => supervised(),
    supervisedCallIds: async () => supervised().map(({ callId }) => callId),
    openConferences: async () =>
      open()
        .map(conferenceOf)
        .toSorted((a, b) => (a.callId < b.callId ? -1 : 1)),
    conferencesOf: async (callIds) =>
      [...calls.values()].filter(({ callId }) => callIds.includes(callId)).map(conferenceOf),
  };
}

const conferenceOf = (call: Call): KnownConference => ({
  callId: call.callId,
  status: call.status,
  ...(call.conferenceId !== undefined && { conferenceId: call.conferenceId }),
  since:
    call.status === 'ringing'
      ? call.startedAt
      : call.status === 'live'
        ? call.answeredAt
        : call.endedAt,
});
