import { interventionOf, type Call } from '../../domain/call/call.ts';
import { allHelpRequests, openHelpRequest } from '../../domain/call/helpRequest.ts';
import type { Person } from '../../domain/call/people.ts';
import { isSummonedAt, openSummonses } from '../../domain/call/summons.ts';
import type { OutboxMessageOf, OutboxTopic } from '../../domain/outbox/message.ts';
import { isAddedAt } from '../../domain/supervision/helpOffers.ts';
import { firstHeardAt, repeatsAfter } from '../../domain/transcript/repeats.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type CallAlerts,
  type CrmActivities,
  type CrmHelpRecords,
  type CrmRepCalls,
  type CrmMissedCalls,
  type InterventionWrite,
  type Store,
  type RepCallWrite,
  type Transcripts,
  type WriteResult,
} from '../../ports/index.ts';
import { saysTheSame } from '../transact/saysTheSame.ts';
import { withCallersIdentified, type IdentifyCaller } from './identifyCaller.ts';

type Topic = Exclude<
  OutboxTopic,
  | 'carrier.helpCall'
  | 'carrier.summonsCall'
  | 'crm.callDay'
  | 'crm.checkpoint'
  | 'crm.coachingRatings'
  | 'crm.debriefRecord'
  | 'crm.debriefNotification'
  | 'crm.debriefEvent'
  | 'crm.trainingNotification'
  | 'crm.jointCallEvent'
  | 'crm.jointCallNotification'
>;
type CrmHandlers = {
  readonly [T in Topic]: (
    messages: readonly OutboxMessageOf<T>[],
  ) => Promise<readonly WriteResult[]>;
};

interface DeliverToCrmDeps {
  readonly store: Pick<Store, 'loadCalls'>;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
  readonly repCalls: Pick<CrmRepCalls, 'recordRepCalls'>;
  readonly missedCalls: CrmMissedCalls;
  readonly identifyCaller: IdentifyCaller;
  readonly transcripts: Pick<Transcripts, 'ofEach'>;
  readonly alerts: Pick<CallAlerts, 'ofCalls'>;
  /** A record of each of these calls is in the CRM now. Pages that miss it show it later. */
  readonly onWritten: (callIds: readonly string[]) => void;
  /** Everybody who may join this call now. Throws CrmUnavailable. */
  readonly findHelpers: (call: Call) => Promise<readonly Person[]>;
}

/** Adds the number of lines repeated after the customer first heard each supervisor, if known. */
async function withRepeats(
  transcripts: Pick<Transcripts, 'ofEach'>,
  writes: readonly InterventionWrite[],
): Promise<InterventionWrite[]> {
  const heard = writes.map(({ call, interventionId }) =>
    call.transcribes
      ? firstHeardAt(interventionOf(call, interventionId)?.modeHistory ?? [])
      : undefined,
  );
  const lines = await transcripts.ofEach(
    writes.flatMap(({ call }, n) => (heard[n] ? [call.callId] : [])),
  );
  return writes.map((write, n) => {
    const said = lines.get(write.call.callId) ?? [];
    const heardAt = heard[n];
    return heardAt && said.length > 0
      ? { ...write, repeats: repeatsAfter(said, heardAt).length }
      : write;
  });
}

/** Adds the number of alerts that supervisors were shown while the call was the rep's. */
async function withAlerts(
  alerts: Pick<CallAlerts, 'ofCalls'>,
  writes: readonly RepCallWrite[],
): Promise<RepCallWrite[]> {
  const raised = await alerts.ofCalls([...new Set(writes.map(({ call }) => call.callId))]);
  return writes.map((write) => ({
    ...write,
    alerts: raised.filter(
      (one) =>
        one.status === 'shown' &&
        one.callId === write.call.callId &&
        one.repUserId === write.repUserId,
    ).length,
  }));
}

/** After this many writes the next outbox message of the call continues. */
const MAX_WRITES = 5;

/** How messages about one record become writes of it. */
interface BatchWriter<Payload, Write> {
  /** Messages with the same key are about one record, which is written once. */
  key(payload: Payload): string;
  /** The parts of the call that are in the record; without it, one write is enough. */
  relevant?(call: Call, payload: Payload): unknown;
  write(call: Call, payload: Payload): Write;
  save(writes: readonly Write[]): Promise<readonly WriteResult[]>;
  /** Nothing that a page shows: somebody is notified. */
  readonly isNotification?: true;
}

/**
 * Writes the records that the messages are about, each until what was written is what its call says:
 * of two messages about one record, the later never leaves the older state.
 */
const recordWriter =
  ({ store, onWritten }: Pick<DeliverToCrmDeps, 'store' | 'onWritten'>) =>
  <Payload extends { readonly callId: string }, Write>({
    key,
    relevant,
    write,
    save,
    isNotification,
  }: BatchWriter<Payload, Write>) =>
  async (messages: readonly { readonly payload: Payload }[]): Promise<WriteResult[]> => {
    const results = new Map<string, WriteResult>();
    let due = [...new Map(messages.map(({ payload }) => [key(payload), payload])).values()];
    let calls = await store.loadCalls(due.map(({ callId }) => callId));
    for (let writes = 0; due.length > 0 && writes < MAX_WRITES; writes += 1) {
      const present = due.filter(({ callId }) => calls.has(callId));
      if (present.length === 0) break;
      const saved = await save(present.map((one) => write(calls.get(one.callId)!, one)));
      present.forEach((one, n) => results.set(key(one), saved[n]));
      if (!relevant) break;
      const now = await store.loadCalls(present.map(({ callId }) => callId));
      const before = calls;
      due = present.filter((one) => {
        const [was, is] = [before.get(one.callId)!, now.get(one.callId)];
        return (
          !results.get(key(one)) &&
          is !== undefined &&
          !saysTheSame(relevant(is, one), relevant(was, one))
        );
      });
      calls = now;
    }
    const isWritten = (payload: Payload): boolean =>
      results.has(key(payload)) && !results.get(key(payload));
    const written = messages.flatMap(({ payload }) => (isWritten(payload) ? [payload.callId] : []));
    if (!isNotification && written.length > 0) onWritten([...new Set(written)]);
    return messages.map(({ payload }) => results.get(key(payload)));
  };

/** The handlers of outbox messages that are for the CRM. */
export function crmHandlers(deps: DeliverToCrmDeps): CrmHandlers {
  const { activities, helpRecords, repCalls, missedCalls, identifyCaller } = deps;
  const { findHelpers, transcripts, alerts } = deps;
  const writer = recordWriter(deps);
  return {
    'crm.intervention': writer({
      key: ({ interventionId }) => interventionId,
      relevant: (call, { interventionId }) => [
        interventionOf(call, interventionId),
        call.recordings,
        call.moments,
        call.notices.filter((notice) => notice.interventionId === interventionId),
      ],
      write: (call, { interventionId }) => ({ call, interventionId }),
      save: async (writes) =>
        activities.recordInterventions(await withRepeats(transcripts, writes)),
    }),
    'crm.call': writer({
      key: ({ callId, repUserId }) => `${callId}:${repUserId}`,
      relevant: (call) => [call.status, call.recordings, call.wrapUps, call.pastReps],
      write: (call, { repUserId }) => ({ call, repUserId }),
      save: withCallersIdentified(identifyCaller, async (writes: readonly RepCallWrite[]) =>
        repCalls.recordRepCalls(await withAlerts(alerts, writes)),
      ),
    }),
    'crm.help': writer({
      key: ({ helpRequestId }) => helpRequestId,
      relevant: (call, { helpRequestId }) =>
        allHelpRequests(call).find((help) => help.helpRequestId === helpRequestId),
      write: (call, { helpRequestId }) => ({ call, helpRequestId }),
      save: (writes) => helpRecords.recordHelp(writes),
    }),
    'crm.helpNotification': writer({
      isNotification: true,
      key: ({ helpRequestId, step = 0 }) => `${helpRequestId}:${step}`,
      write: (call, { helpRequestId, step = 0 }) => ({ call, helpRequestId, step }),
      save: (writes) => notifyOfHelpRequests({ helpRecords, findHelpers }, writes),
    }),
    'crm.summonsNotification': writer({
      isNotification: true,
      key: ({ alertId, step }) => `${alertId}:${step}`,
      write: (call, { alertId, step }) => ({ call, alertId, step }),
      save: (writes) => notifyOfSummonses({ helpRecords, findHelpers }, writes),
    }),
    'crm.followNotification': writer({
      isNotification: true,
      key: ({ callId, userId }) => `${callId}:${userId}`,
      write: (call, { userId }) => ({ call, userId }),
      save: (writes) => notifyFollowers({ helpRecords, findHelpers }, writes),
    }),
    'crm.acknowledgement': writer({
      key: ({ noticeId }) => noticeId,
      write: (call, { noticeId }) => ({ call, noticeId }),
      save: (writes) => helpRecords.recordAcknowledgements(writes),
    }),
    'crm.notification': writer({
      isNotification: true,
      key: ({ interventionId, about }) => `${interventionId}:${about}`,
      write: (call, { interventionId, about }) => ({ call, interventionId, about }),
      save: (writes) => activities.notify(writes),
    }),
    'crm.missedCall': writer({
      key: ({ callId }) => callId,
      relevant: (call) => call.recordings,
      write: (call) => ({ call }),
      save: withCallersIdentified(identifyCaller, (writes: readonly { readonly call: Call }[]) =>
        missedCalls.recordMissedCalls(writes),
      ),
    }),
    'crm.missedCallNotification': writer({
      isNotification: true,
      key: ({ callId }) => callId,
      write: (call) => ({ call }),
      save: (writes) => missedCalls.notifyOfMissedCalls(writes),
    }),
  };
}

type NotifyDeps = Pick<DeliverToCrmDeps, 'helpRecords' | 'findHelpers'>;

/**
 * Notifies people who may join, and whom this step of the offer adds, of requests that still wait.
 */
const notifyOfHelpRequests = (
  { helpRecords, findHelpers }: NotifyDeps,
  writes: readonly {
    readonly call: Call;
    readonly helpRequestId: string;
    readonly step: number;
  }[],
): Promise<readonly WriteResult[]> =>
  notifyAmong(findHelpers, writes, {
    isFor: ({ call, helpRequestId, step }) => {
      const help = openHelpRequest(call);
      const isWaiting = help?.helpRequestId === helpRequestId && help.status === 'open';
      return isWaiting ? ({ userId }) => isAddedAt(help, step, userId) : undefined;
    },
    notify: (notifications) => helpRecords.notifyOfHelp(notifications),
  });

/** Notifies people who may join, and whom this step names, of unanswered summonses. */
const notifyOfSummonses = (
  { helpRecords, findHelpers }: NotifyDeps,
  writes: readonly {
    readonly call: Call;
    readonly alertId: string;
    readonly step: number;
  }[],
): Promise<readonly WriteResult[]> =>
  notifyAmong(findHelpers, writes, {
    isFor: ({ call, alertId, step }) => {
      const summons = openSummonses(call).find((one) => one.alertId === alertId);
      return summons && (({ userId }) => isSummonedAt(summons, step, userId));
    },
    notify: (notifications) => helpRecords.notifyOfSummons(notifications),
  });

/** Notifies people who follow the rep and may join, of calls that are live and that they are not on. */
const notifyFollowers = (
  { helpRecords, findHelpers }: NotifyDeps,
  writes: readonly { readonly call: Call; readonly userId: string }[],
): Promise<readonly WriteResult[]> =>
  notifyAmong(findHelpers, writes, {
    isFor: ({ call, userId }) => {
      const isOn = call.interventions.some((one) => one.supervisor.userId === userId);
      return call.status === 'live' && !isOn ? (person) => person.userId === userId : undefined;
    },
    notify: (notifications) => helpRecords.notifyOfFollowed(notifications),
  });

/** Notifies the possible helpers that `isFor` selects for each write; nobody if it is undefined. */
async function notifyAmong<Write extends { readonly call: Call }>(
  findHelpers: NotifyDeps['findHelpers'],
  writes: readonly Write[],
  {
    isFor,
    notify,
  }: {
    readonly isFor: (write: Write) => ((person: Person) => boolean) | undefined;
    readonly notify: (
      notifications: readonly (Write & { readonly recipients: readonly Person[] })[],
    ) => Promise<readonly WriteResult[]>;
  },
): Promise<readonly WriteResult[]> {
  const notifications = await Promise.all(
    writes.map(async (write) => {
      const isRecipient = isFor(write);
      if (!isRecipient) return { ...write, recipients: [] };
      try {
        const helpers = await findHelpers(write.call);
        return { ...write, recipients: helpers.filter(isRecipient) };
      } catch (fault) {
        if (!(fault instanceof CrmUnavailable)) throw fault;
        return new CrmProblem('retry', fault.message, undefined, { isAway: true });
      }
    }),
  );
  const due = notifications.flatMap((notification) =>
    notification instanceof CrmProblem ? [] : [notification],
  );
  const sent = await notify(due);
  const results = new Map(due.map((notification, n) => [notification, sent[n]]));
  return notifications.map((notification) =>
    notification instanceof CrmProblem ? notification : results.get(notification),
  );
}
