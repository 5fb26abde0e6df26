import { isPractice } from '../../domain/call/purpose.ts';
import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Calendar,
  type CrmDebriefRecords,
  type CrmRatings,
  type DebriefNotification,
  type DebriefNotifications,
  type DebriefOfCall,
  type DebriefRecipient,
  type Debriefs,
  type Directory,
  type Store,
  type WriteResult,
} from '../../ports/index.ts';
import { onceForEach } from './onceForEach.ts';

interface DeliverDebriefsDeps {
  readonly debriefs: Pick<Debriefs, 'find'>;
  readonly store: Pick<Store, 'loadCalls'>;
  readonly records: CrmDebriefRecords;
  readonly calendar: Pick<Calendar, 'book'>;
  readonly notifications: DebriefNotifications;
  readonly ratings: CrmRatings;
  readonly directory: Pick<Directory, 'person'>;
  /** An event or a task of this call is in the CRM now. */
  readonly onWritten: (callIds: readonly string[]) => void;
}

type Topic =
  | 'crm.debriefRecord'
  | 'crm.debriefEvent'
  | 'crm.debriefNotification'
  | 'crm.coachingRatings';
type Handler<T extends Topic> = (
  messages: readonly OutboxMessageOf<T>[],
) => Promise<readonly WriteResult[]>;

/**
 * The handlers of messages about debriefs. An event is written as the debrief is now, so of two
 * messages neither leaves an older time; what does not exist any more is done with.
 */
export function debriefHandlers(deps: DeliverDebriefsDeps): {
  readonly 'crm.debriefRecord': Handler<'crm.debriefRecord'>;
  readonly 'crm.debriefEvent': Handler<'crm.debriefEvent'>;
  readonly 'crm.debriefNotification': Handler<'crm.debriefNotification'>;
  readonly 'crm.coachingRatings': Handler<'crm.coachingRatings'>;
} {
  /** Saves each debrief once, and has pages look at the calls of those that were saved. */
  const saveOnce =
    (save: (debriefs: readonly DebriefOfCall[]) => Promise<readonly WriteResult[]>) =>
    async (
      messages: readonly OutboxMessageOf<'crm.debriefRecord' | 'crm.debriefEvent'>[],
    ): Promise<WriteResult[]> => {
      const results = await eachKnown(deps, messages, (known) =>
        onceForEach(
          known.map(({ call, debrief }) => ({ call, debrief })),
          ({ debrief }) => debrief.debriefId,
          save,
        ),
      );
      const written = messages.filter((_message, n) => !results[n]);
      if (written.length > 0) deps.onWritten(written.map(({ payload }) => payload.callId));
      return results;
    };
  return {
    'crm.debriefRecord': saveOnce(deps.records.recordDebriefs),
    'crm.debriefEvent': saveOnce(deps.calendar.book),
    'crm.coachingRatings': (messages) =>
      eachKnown(deps, messages, (known) =>
        deps.ratings.recordRatings(known.map(({ debrief }) => debrief)),
      ),
    'crm.debriefNotification': (messages) =>
      eachKnown(deps, messages, async (known) => {
        const notifications = await Promise.all(
          known.map(
            async ({ call, debrief, message }): Promise<DebriefNotification | CrmProblem> => {
              const { about, toUserId } = message.payload;
              // A person who has closed the debrief needs no notification.
              const to = debrief.progress.closedAt
                ? []
                : toUserId
                  ? [toUserId]
                  : [debrief.rep.userId, debrief.supervisor.userId];
              try {
                const recipients = await recipientsOf(deps, debrief.orgId, to);
                return { call, debrief, about, recipients };
              } catch (fault) {
                if (!(fault instanceof CrmUnavailable)) throw fault;
                return new CrmProblem('retry', fault.message, undefined, { isAway: true });
              }
            },
          ),
        );
        const due = notifications.flatMap((notification) =>
          notification instanceof CrmProblem ? [] : [notification],
        );
        const sent = due.length > 0 ? await deps.notifications.notifyOfDebriefs(due) : [];
        const results = new Map(due.map((notification, n) => [notification, sent[n]]));
        return notifications.map((notification) =>
          notification instanceof CrmProblem ? notification : results.get(notification),
        );
      }),
  };
}

type Message = { readonly [T in Topic]: OutboxMessageOf<T> }[Topic];

/** Runs `save` with those that still exist; no other system hears of practice. Answers for all. */
async function eachKnown<M extends Message>(
  { debriefs, store }: DeliverDebriefsDeps,
  messages: readonly M[],
  save: (
    known: readonly (Pick<DebriefNotification, 'call' | 'debrief'> & { readonly message: M })[],
  ) => Promise<readonly WriteResult[]>,
): Promise<WriteResult[]> {
  const calls = await store.loadCalls(messages.map(({ payload }) => payload.callId));
  const known = (
    await Promise.all(
      messages.map(async (message) => {
        const call = calls.get(message.payload.callId);
        const debrief =
          call &&
          !isPractice(call) &&
          (await debriefs.find(message.orgId, message.payload.interventionId));
        return debrief ? [{ call, debrief, message }] : [];
      }),
    )
  ).flat();
  const saved = known.length > 0 ? await save(known) : [];
  const results = new Map<M, WriteResult>(known.map(({ message }, n) => [message, saved[n]]));
  return messages.map((message) => results.get(message));
}

/** Those of the people whom the org still has. Throws CrmUnavailable. */
const recipientsOf = async (
  { directory }: DeliverDebriefsDeps,
  orgId: string,
  userIds: readonly string[],
): Promise<DebriefRecipient[]> =>
  (
    await Promise.all(
      userIds.map(async (userId): Promise<DebriefRecipient[]> => {
        const person = await directory.person(orgId, userId);
        if (!person) return [];
        const { timeZone, locale, region } = person;
        return [{ userId, timeZone, ...(locale && { locale }), ...(region && { region }) }];
      }),
    )
  ).flat();
