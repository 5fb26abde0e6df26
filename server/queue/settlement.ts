import {
  CrmProblem,
  type ClaimedMessage,
  type Clock,
  type FailedMessage,
  type Log,
  type Outbox,
} from '../ports/index.ts';
import { asError, type DeliveryResult } from './handlers.ts';
import { AWAY_RETRY_MS, retryDelayMs } from './retryDelays.ts';

/** How often one message is tried for an org that is away. The first try comes earlier. */
const PROBE_MS = 10_000;
const FIRST_PROBE_MS = 1_000;

/**
 * How often a record is tried whose field or object the CRM does not have, over more than three hours:
 * while the server is updated and the package is not yet.
 */
const PACKAGE_ATTEMPTS = 10;
const isPackageOlder = ({ fault }: CrmProblem): boolean =>
  fault?.code === 'field_missing' || fault?.code === 'object_missing';

export const isAway = (problem: DeliveryResult): boolean =>
  problem instanceof CrmProblem && problem.isAway;

export interface SettlementDeps {
  readonly outbox: Pick<Outbox, 'done' | 'failed' | 'hurry' | 'probe'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The orgs for which failed messages may be waiting from before this process started. */
  readonly orgIds: readonly string[];
}

/** Stores the results of deliveries, and knows which orgs are away. */
export interface Settlement {
  settle(messages: readonly ClaimedMessage[], results: readonly DeliveryResult[]): Promise<void>;
  /**
   * If a try is due, delivers one message of each org that is away, to find out whether the org is
   * back.
   */
  probe(): Promise<void>;
  isAnyOrgAway(): boolean;
}

export function createSettlement({ outbox, clock, log, orgIds }: SettlementDeps): Settlement {
  const nowMs = (): number => Date.parse(clock.now());
  /** When each org that is away is tried next, in epoch ms. */
  const orgsAway = new Map<string, number>(orgIds.map((orgId) => [orgId, nowMs()]));

  async function settle(
    messages: readonly ClaimedMessage[],
    results: readonly DeliveryResult[],
  ): Promise<void> {
    const done = messages.filter((_message, n) => !results[n]);
    const failures = messages.flatMap((message, n) => {
      const problem = results[n];
      return problem ? [failureOf(message, problem)] : [];
    });
    try {
      if (done.length > 0) await outbox.done(done.map(({ messageId }) => messageId));
      if (failures.length > 0) await outbox.failed(failures);
      await noteReturn(messages[0]!.orgId, results);
    } catch (fault) {
      log.warn(
        { count: messages.length, fault: asError(fault).message },
        'outbox messages could not be settled; delivered again after their lease',
      );
    }
  }

  function failureOf(message: ClaimedMessage, problem: Error): FailedMessage {
    const isFinal =
      problem instanceof CrmProblem &&
      problem.kind === 'refused' &&
      !(isPackageOlder(problem) && message.attempts < PACKAGE_ATTEMPTS);
    const delayMs = isFinal
      ? undefined
      : isAway(problem)
        ? AWAY_RETRY_MS
        : retryDelayMs(message.attempts);
    const retryAt = delayMs === undefined ? undefined : new Date(nowMs() + delayMs).toISOString();
    const { key, attempts, messageId } = message;
    const fields = { key, attempts, problem: problem.message, retryAt };
    if (retryAt) log.warn(fields, 'outbox message failed; retry scheduled');
    else log.error(fields, 'outbox message dead-lettered');
    const fault = problem instanceof CrmProblem ? problem.fault : undefined;
    return { messageId, error: problem.message, fault, retryAt };
  }

  /**
   * When an org that was away accepts a message again, makes all its failed messages due at once.
   */
  async function noteReturn(orgId: string, results: readonly DeliveryResult[]): Promise<void> {
    if (results.some(isAway)) orgsAway.set(orgId, orgsAway.get(orgId) ?? nowMs() + FIRST_PROBE_MS);
    else if (results.includes(undefined) && orgsAway.delete(orgId)) {
      await outbox.hurry(orgId);
      log.info({ orgId }, 'CRM accepts messages again; those that failed before are due now');
    }
  }

  async function probe(): Promise<void> {
    for (const [orgId, at] of orgsAway) {
      if (at > nowMs()) continue;
      if (await outbox.probe(orgId)) orgsAway.set(orgId, nowMs() + PROBE_MS);
      else orgsAway.delete(orgId);
    }
  }

  return { settle, probe, isAnyOrgAway: () => orgsAway.size > 0 };
}
