import { sayDueDebriefs } from '../commands/jobs/sayDueDebriefs.ts';
import { sendLateRatings } from '../commands/jobs/sendLateRatings.ts';
import { raiseTrainingSignals } from '../commands/supervision/trainingSignals.ts';
import { createDueDebriefs, createHalfRatedDebriefs } from '../store/supervision/debriefs.ts';
import { createTrainingSignals } from '../store/supervision/trainingSignals.ts';
import type { Closing } from './closing.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

/** Debriefs are due on the hour, and a minute makes no difference. */
const EVERY_MS = 30_000;
/** Training signals develop over weeks. */
const TRAINING_EVERY_MS = 10 * 60_000;
/** Ratings are final after 30 days, and an hour makes no difference. */
const RATINGS_EVERY_MS = 60 * 60_000;

/**
 * Reminds people of debriefs that are due, escalates overdue ones, raises training signals, and
 * sends ratings that only one of the two people gave.
 */
export function debriefRounds(
  { config, store, crm, policies, clock, ids, log }: Shared,
  repeat: RepeatRound,
): Closing {
  const round = repeat({
    everyMs: EVERY_MS,
    memory: () => undefined,
    act: async () =>
      void (await sayDueDebriefs({
        dueDebriefs: createDueDebriefs(store.pool),
        coachingRules: crm.coachingRules,
        directory: crm.directory,
        clock,
      })),
    onFault: 'due debriefs not checked',
  });
  const trainingSignals = createTrainingSignals(store.pool);
  const training = repeat({
    everyMs: TRAINING_EVERY_MS,
    memory: () => undefined,
    async act() {
      for (const { orgId } of config.orgs)
        try {
          await raiseTrainingSignals(
            { trainingSignals, policies, coachingRules: crm.coachingRules, clock, ids },
            orgId,
          );
        } catch (fault) {
          log.warn({ orgId, fault: String(fault) }, 'training signals not looked for');
        }
    },
    onFault: 'training signals not looked for',
  });
  const halfRated = createHalfRatedDebriefs(store.pool);
  const ratings = repeat({
    everyMs: RATINGS_EVERY_MS,
    memory: () => undefined,
    async act() {
      for (const { orgId } of config.orgs) await sendLateRatings({ halfRated, clock }, orgId);
    },
    onFault: 'ratings by one of two people not sent',
  });
  return [() => round.stop(), () => training.stop(), () => ratings.stop()];
}
