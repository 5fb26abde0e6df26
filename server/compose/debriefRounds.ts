import { sayDueDebriefs } from '../commands/jobs/sayDueDebriefs.ts';
import { createDueDebriefs } from '../store/supervision/debriefs.ts';
import type { Closing } from './closing.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

/** Debriefs are due at full hours; a minute more or less is said to nobody. */
const EVERY_MS = 30_000;

/** Reminds of debriefs that are due, and escalates those that are overdue. */
export function debriefRounds(
  { store, crm, clock }: Pick<Shared, 'store' | 'crm' | 'clock'>,
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
    onFault: 'debriefs that are due not looked at',
  });
  return [() => round.stop()];
}
