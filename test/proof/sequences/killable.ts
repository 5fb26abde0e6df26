import type { Call } from '../../../server/domain/call/call.ts';
import type { Leases } from '../../../server/ports/index.ts';

/** Wraps a dependency so that its calls never resolve for a process that was killed. */
export function untilKilled<T extends object>(dependency: T, isAlive: () => boolean): T {
  const never = new Promise<never>(() => undefined);
  return new Proxy(dependency, {
    get(target, name) {
      const method = (target as Record<string | symbol, unknown>)[name];
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (!isAlive()) return never;
        try {
          const answer: unknown = await method.apply(target, args);
          return isAlive() ? answer : never;
        } catch (error) {
          if (!isAlive()) return never;
          throw error;
        }
      };
    },
  });
}

export function leasesInMemory(supervisedCalls: () => Promise<Call[]>): Leases {
  const until = new Map<string, string>();
  const running = async () =>
    (await supervisedCalls()).flatMap(({ callId, interventions }) =>
      interventions.map((intervention) => ({ callId, ...intervention })),
    );
  return {
    async renew(interventionId, at) {
      if (
        !(await running()).some(
          (one) => one.interventionId === interventionId && one.status !== 'ended',
        )
      )
        return false;
      until.set(interventionId, at);
      return true;
    },
    async expired(now) {
      return (await running())
        .filter(
          ({ interventionId, status }) =>
            status === 'active' && (until.get(interventionId) ?? now) < now,
        )
        .map(({ callId, interventionId }) => ({ callId, interventionId }));
    },
  };
}
