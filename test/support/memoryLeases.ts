import type { InterventionKeys, Leases } from '../../server/ports/index.ts';

/** Leases of interventions on call c1, by when they end in epoch ms. */
export const memoryLeases = (leases: Map<string, number>): Leases => ({
  async renew(interventionId, until) {
    leases.set(interventionId, Date.parse(until));
    return true;
  },
  expired: async (now) =>
    [...leases]
      .filter(([, until]) => until < Date.parse(now))
      .map(([interventionId]) => ({ callId: 'c1', interventionId })),
});

/** Keys of one person, such as `key-of-i1`, of interventions that may have ended. */
export function memoryKeys(holder: {
  orgId: string;
  userId: () => string;
  hasEnded: () => boolean;
}): InterventionKeys {
  const held = new Map<string, string>();
  return {
    async issue(interventionId) {
      held.set(interventionId, `key-of-${interventionId}`);
      return held.get(interventionId)!;
    },
    holder: async (interventionId, key) =>
      held.get(interventionId) === key
        ? {
            orgId: holder.orgId,
            userId: holder.userId(),
            hasEnded: holder.hasEnded(),
          }
        : undefined,
  };
}
