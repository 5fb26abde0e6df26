import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { labelIn } from '../../domain/vocabulary/vocabulary.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Directory,
  type Policies,
  type Roster,
  type TrainingBell,
  type TrainingBells,
  type TrainingSignals,
  type WriteResult,
} from '../../ports/index.ts';
import { recipientsOfSignal } from '../supervision/trainingSignals.ts';

export interface DeliverTrainingDeps {
  readonly trainingSignals: Pick<TrainingSignals, 'find' | 'calls'>;
  readonly trainingBells: TrainingBells;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly roster: Roster;
}

/** The handler of notifications of training signals. What was decided meanwhile rings for nobody. */
export const deliverTrainingBells =
  (deps: DeliverTrainingDeps) =>
  async (
    messages: readonly OutboxMessageOf<'crm.trainingBell'>[],
  ): Promise<readonly WriteResult[]> => {
    const bells = await Promise.all(messages.map((message) => bellOf(deps, message)));
    const due = bells.filter((bell): bell is TrainingBell => isBell(bell));
    const rung = due.length > 0 ? await deps.trainingBells.notifyOfTraining(due) : [];
    const results = new Map(due.map((bell, n) => [bell, rung[n]]));
    return bells.map((bell) => (isBell(bell) ? results.get(bell) : bell));
  };

const isBell = (bell: TrainingBell | CrmProblem | undefined): bell is TrainingBell =>
  bell !== undefined && !(bell instanceof CrmProblem);

async function bellOf(
  deps: DeliverTrainingDeps,
  { orgId, payload: { signalId } }: OutboxMessageOf<'crm.trainingBell'>,
): Promise<TrainingBell | CrmProblem | undefined> {
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
