import { auditAct } from '../../domain/audit/entries.ts';
import { differenceOf } from '../../domain/policy/difference.ts';
import { EMPTY_POLICY, vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import { withGone } from '../../domain/vocabulary/gone.ts';
import {
  CrmUnavailable,
  type Clock,
  type Ids,
  type Log,
  type PolicyHistory,
  type PolicyInForce,
  type PolicyCache,
  type PolicyReading,
  type PolicySource,
  type PolicyStanding,
  type Store,
} from '../../ports/index.ts';

export interface PolicyCacheDeps {
  readonly source: PolicySource;
  readonly history: PolicyHistory;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly store: Pick<Store, 'recordAudit'>;
  /** How old the CRM's answer may be for granting something new, in milliseconds. */
  readonly grantingMs: (orgId: string) => number;
}

/** For this long after a failure, callers do not wait for another attempt. */
const AWAY_FOR_MS = 30_000;
const SYSTEM = { kind: 'system' } as const;

interface KnownPolicy extends Omit<PolicyStanding, 'policy'> {
  readonly policy?: Policy;
}

export interface RunningPolicyCache extends PolicyCache {
  /**
   * Reads the policy that was in force before this process started, to have one while the CRM does
   * not answer.
   */
  recall(orgId: string): Promise<void>;
  /** Whether the last reading of the org's policy failed. */
  isAway(orgId: string): boolean;
  /** Calls the listener when another policy has come into force for an org. */
  onChange(listener: (orgId: string) => void): void;
}

/**
 * Keeps the policy in force for each org. A newer version that has faults is not used: the last
 * valid one stays, which is logged, audited and part of the standing. Without any policy, nothing
 * is granted.
 */
export function createPolicyCache({
  source,
  history,
  clock,
  ids,
  log,
  store,
  grantingMs,
}: PolicyCacheDeps): RunningPolicyCache {
  const kept = new Map<string, KnownPolicy>();
  /** The reading that is under way, by org, and the one that follows it. */
  const asking = new Map<string, Promise<PolicyStanding>>();
  const following = new Map<string, Promise<PolicyStanding>>();
  const failedAt = new Map<string, number>();
  const listeners: ((orgId: string) => void)[] = [];
  const context = { actor: SYSTEM, nextId: () => ids.next() };
  const of = (orgId: string): KnownPolicy => kept.get(orgId) ?? {};

  async function read(orgId: string): Promise<PolicyReading> {
    try {
      const reading = await source.read(orgId);
      failedAt.delete(orgId);
      return reading;
    } catch (fault) {
      failedAt.set(orgId, Date.parse(clock.now()));
      throw fault;
    }
  }

  async function ask(orgId: string): Promise<PolicyStanding> {
    const askedAt = clock.now();
    await recall(orgId);
    const reading = await read(orgId);
    if ('policy' in reading) await adopt(orgId, { policy: reading.policy, since: askedAt });
    else await refuse(orgId, reading, askedAt);
    kept.set(orgId, { ...of(orgId), readAt: askedAt });
    return standing(orgId);
  }

  async function adopt(orgId: string, next: PolicyInForce): Promise<void> {
    const { version } = next.policy;
    const current = of(orgId).policy;
    if (current?.version !== version) {
      const policy = current ? withGoneEntries(current, next.policy) : next.policy;
      await history.comesIntoForce(orgId, { ...next, policy }, (before) => [
        auditAct(
          {
            orgId,
            at: next.since,
            action: 'PolicyChanged',
            details: {
              version,
              before: before?.version,
              difference: differenceOf(before ?? EMPTY_POLICY, next.policy),
            },
          },
          context,
        ),
      ]);
      const latest = (await history.latest(orgId)) ?? { ...next, policy };
      kept.set(orgId, { ...of(orgId), policy: latest.policy, since: latest.since });
      log.info({ orgId, version }, 'policy in force changed');
      for (const tell of listeners) tell(orgId);
    }
    kept.set(orgId, { ...of(orgId), refused: undefined });
  }

  async function refuse(
    orgId: string,
    { version, faults }: Extract<PolicyReading, { faults: unknown }>,
    at: string,
  ): Promise<void> {
    if (of(orgId).refused?.version === version) return;
    kept.set(orgId, { ...of(orgId), refused: { version, faults, seenAt: at } });
    const named = faults.map(({ rule, field, code }) => ({ rule, field, code }));
    log.error(
      { orgId, version, stays: of(orgId).policy?.version ?? 'none', faults: named },
      'policy in the CRM has faults, not used',
    );
    await store.recordAudit([
      auditAct(
        {
          orgId,
          at,
          action: 'PolicyRefused',
          details: { version, stays: of(orgId).policy?.version, faults: named },
        },
        context,
      ),
    ]);
  }

  async function recall(orgId: string): Promise<void> {
    if (of(orgId).policy) return;
    const latest = await history.latest(orgId);
    if (latest) kept.set(orgId, { ...of(orgId), policy: latest.policy, since: latest.since });
  }

  /** The new policy, in which codes that it lacks keep their last labels. */
  const withGoneEntries = (before: Policy, after: Policy): Policy =>
    after.vocabulary
      ? { ...after, vocabulary: withGone(vocabularyOf(before), after.vocabulary) }
      : after;

  /** Asks, and shares the answer with those who ask meanwhile. */
  function share(orgId: string): Promise<PolicyStanding> {
    const running = asking.get(orgId) ?? ask(orgId).finally(() => asking.delete(orgId));
    asking.set(orgId, running);
    return running;
  }

  /**
   * What is under way may have read before the change for which this is asked: once it is over, it
   * is read again, for all who asked meanwhile.
   */
  function refresh(orgId: string): Promise<PolicyStanding> {
    const underWay = asking.get(orgId);
    if (!underWay) return share(orgId);
    const next =
      following.get(orgId) ??
      underWay
        .catch(() => undefined)
        .then(() => {
          following.delete(orgId);
          return share(orgId);
        });
    following.set(orgId, next);
    return next;
  }

  const standing = (orgId: string): PolicyStanding => ({
    ...of(orgId),
    policy: of(orgId).policy ?? EMPTY_POLICY,
  });

  return {
    recall,
    isAway: (orgId) => failedAt.has(orgId),
    refresh,
    standing,
    lastKnown: (orgId) => standing(orgId).policy,
    async inForce(orgId) {
      const { readAt, policy } = standing(orgId);
      const now = Date.parse(clock.now());
      const isFresh = readAt !== undefined && now - Date.parse(readAt) < grantingMs(orgId);
      if (isFresh) return policy;
      if (now - (failedAt.get(orgId) ?? -Infinity) < AWAY_FOR_MS)
        throw new CrmUnavailable('what the CRM said of the policy is too old', { asOf: readAt });
      return (await share(orgId)).policy;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
