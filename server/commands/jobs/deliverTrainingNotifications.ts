import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { labelIn } from '../../domain/vocabulary/vocabulary.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Directory,
  type Policies,
  type Roster,
  type TrainingNotification,
  type TrainingNotifications,
  type TrainingSignals,
  type WriteResult,
} from '../../ports/index.ts';
import { recipientsOfSignal } from '../supervision/trainingSignals.ts';

export interface DeliverTrainingDeps {
  readonly trainingSignals: Pick<TrainingSignals, 'find' | 'calls'>;
  readonly trainingNotifications: TrainingNotifications;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly roster: Roster;
}

/**
 * The handler of notifications of training signals. A signal that was decided in the meantime
 * causes no notification.
 */
export const deliverTrainingNotifications =
  (deps: DeliverTrainingDeps) =>
  async (
    messages: readonly OutboxMessageOf<'crm.trainingNotification'>[],
  ): Promise<readonly WriteResult[]> => {
    const notifications = await Promise.all(
      messages.map((message) => notificationOf(deps, message)),
    );
    const due = notifications.filter((notification): notification is TrainingNotification =>
      isNotification(notification),
    );
    const sent = due.length > 0 ? await deps.trainingNotifications.notifyOfTraining(due) : [];
    const results = new Map(due.map((notification, n) => [notification, sent[n]]));
    return notifications.map((notification) =>
      isNotification(notification) ? results.get(notification) : notification,
    );
  };

const isNotification = (
  notification: TrainingNotification | CrmProblem | undefined,
): notification is TrainingNotification =>
  notification !== undefined && !(notification instanceof CrmProblem);

async function notificationOf(
  deps: DeliverTrainingDeps,
  { orgId, payload: { signalId } }: OutboxMessageOf<'crm.trainingNotification'>,
): Promise<TrainingNotification | CrmProblem | undefined> {
  const signal = await deps.trainingSignals.find(orgId, signalId);
  if (!signal || signal.decision) return undefined;
  try {
    const [recipients, policy, { total }] = await Promise.all([
      recipientsOfSignal(deps, signal),
      deps.policies.inForce(orgId),
      deps.trainingSignals.calls(orgId, signalId, 1),
    ]);
    const { reasons } = vocabularyOf(policy);
    const { reasonCode, repUserIds } = signal;
    return {
      orgId,
      signalId,
      reasonCode,
      calls: total,
      reps: repUserIds.length,
      reasonIn: (locale) => labelIn(reasons, reasonCode, locale),
      recipients,
    };
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    return new CrmProblem('retry', fault.message, undefined, { isAway: true });
  }
}
