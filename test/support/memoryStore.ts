import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import { connectedParticipant, type Call } from '../../server/domain/call/call.ts';
import type { OtherCall } from '../../server/domain/call/otherCall.ts';
import { isPractice } from '../../server/domain/call/purpose.ts';
import { wrapUpDueBy } from '../../server/domain/call/wrapUp.ts';
import { dueAt } from '../../server/domain/carrier/dueAt.ts';
import type { KnownConference } from '../../server/domain/carrier/listedConferences.ts';
import type { OutboxMessage } from '../../server/domain/outbox/message.ts';
import type { CallChanges, CallQuery, DueCalls, Outbox, Store } from '../../server/ports/index.ts';

type StoredMessage = OutboxMessage & {
  readonly messageId: string;
  attempts: number;
  availableAtMs: number;
  problem?: string;
  state: 'waiting' | 'done' | 'dead-letter';
  readonly createdAt: string;
};

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
  const messages: StoredMessage[] = [];
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
    for (const message of outgoing) {
      if (messages.some((existing) => existing.key === message.key)) continue;
      messages.push({
        ...message,
        messageId: String(messages.length + 1),
        attempts: 0,
        availableAtMs: nowMs(),
        state: 'waiting',
        createdAt: new Date(nowMs()).toISOString(),
      });
    }
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
    findAudit: async ({ orgId, callId, limit = 200 }) =>
      audit
        .filter(
          (entry) => (!orgId || entry.orgId === orgId) && (!callId || entry.callId === callId),
        )
        .toReversed()
        .slice(0, limit),
  };

  const outbox: Outbox = {
    async claim(limit, leaseMs, except = []) {
      const due = messages
        .filter(
          (message) =>
            message.state === 'waiting' &&
            message.availableAtMs <= nowMs() &&
            !except.some(
              ({ orgId, topics }) =>
                orgId === message.orgId && (topics?.includes(message.topic) ?? true),
            ),
        )
        .slice(0, limit);
      return due.map((message) => {
        message.availableAtMs = nowMs() + leaseMs;
        message.attempts += 1;
        message.problem = undefined;
        const {
          availableAtMs: _availableAtMs,
          state: _state,
          createdAt: _createdAt,
          problem: _problem,
          ...claimed
        } = message;
        return claimed;
      });
    },
    async nextDueAt() {
      const waiting = messages.filter(({ state }) => state === 'waiting');
      const first = Math.min(...waiting.map(({ availableAtMs }) => availableAtMs));
      return waiting.length > 0 ? new Date(first).toISOString() : undefined;
    },
    async renew(messageIds, leaseMs) {
      for (const id of messageIds)
        if (find(id).state === 'waiting') find(id).availableAtMs = nowMs() + leaseMs;
    },
    async done(messageIds) {
      for (const id of messageIds) find(id).state = 'done';
    },
    async failed(failures) {
      for (const { messageId, error, retryAt } of failures) {
        const message = find(messageId);
        message.problem = error;
        if (retryAt) message.availableAtMs = Date.parse(retryAt);
        else message.state = 'dead-letter';
      }
    },
    async hurry(orgId) {
      for (const message of messages)
        if (message.orgId === orgId && message.state === 'waiting' && message.problem)
          message.availableAtMs = Math.min(message.availableAtMs, nowMs());
    },
    async probe(orgId) {
      const oldest = messages.find(
        (message) =>
          message.orgId === orgId &&
          message.state === 'waiting' &&
          message.problem &&
          message.availableAtMs > nowMs(),
      );
      if (oldest)
        Object.assign(oldest, {
          availableAtMs: nowMs(),
          attempts: Math.max(0, oldest.attempts - 1),
        });
      return oldest !== undefined;
    },
    async deadLetters(orgId) {
      return messages
        .filter((message) => message.orgId === orgId && message.state === 'dead-letter')
        .map(({ messageId, topic, payload, createdAt, problem = '' }) => ({
          messageId,
          topic,
          payload,
          deadLetteredAt: createdAt,
          problem,
        }));
    },
    async retry(orgId, messageId) {
      const message = messages.find(
        (one) => one.orgId === orgId && one.messageId === messageId && one.state === 'dead-letter',
      );
      if (message)
        Object.assign(message, { state: 'waiting', availableAtMs: nowMs(), attempts: 0 });
      return message !== undefined;
    },
    async backlog(orgId) {
      const own = messages.filter((message) => !orgId || message.orgId === orgId);
      const waiting = own.filter((message) => message.state === 'waiting');
      return {
        waiting: waiting.length,
        deadLetters: own.filter((message) => message.state === 'dead-letter').length,
        ...(waiting[0] && { oldestAt: waiting[0].createdAt }),
      };
    },
  };
  const find = (messageId: string): StoredMessage =>
    messages.find((message) => message.messageId === messageId)!;

  const changes: CallChanges = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const open = () => [...calls.values()].filter(({ status }) => status !== 'ended');
  const supervised = () =>
    open().filter(({ interventions }) => interventions.some(({ status }) => status !== 'ended'));
  const dueCalls: DueCalls = {
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
  return { store, outbox, changes, dueCalls };
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
