import { DEFAULT_COACHING_RULES } from '../../server/domain/call/coachingRules.ts';

/** What a new call asks about an earlier choice of its customer: nobody has said anything. */
export const NO_CHOICES = {
  coachingRules: { of: () => DEFAULT_COACHING_RULES },
  customerChoices: { declines: async () => false },
};
