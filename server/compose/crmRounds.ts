import type { OrgRounds } from '../crm/session/orgs.ts';
import type { Log } from '../ports/index.ts';
import type { Closing } from './closing.ts';

/** Something that is read from the CRM along with the people of an org. */
type Renewal = (orgId: string) => Promise<unknown>;

export interface CrmRounds {
  /** Also reads this in each round. Reads that start together share requests. */
  join(renewal: Renewal): void;
  readonly closing: Closing;
}

/**
 * Keeps the data of each org up to date while anybody uses it, as often as the org's share of
 * requests allows.
 */
export function startCrmRounds(
  orgIds: readonly string[],
  { rounds, log }: { readonly rounds: OrgRounds; readonly log: Log },
): CrmRounds {
  const renewals: Renewal[] = [(orgId) => rounds.renew(orgId)];
  const stops = orgIds.map((orgId) => runRounds(orgId));

  function runRounds(orgId: string): () => Promise<void> {
    let stopped = false;
    let wasSlowed = false;
    let timer: NodeJS.Timeout;
    let running: Promise<void> = Promise.resolve();

    async function round(): Promise<void> {
      const totalBefore = rounds.total(orgId);
      if (rounds.isInUse(orgId)) await renewAll(orgId);
      const { everyMs, isSlowed } = rounds.pace(orgId, totalBefore);
      if (isSlowed !== wasSlowed)
        log.warn(
          { orgId, everyMs },
          isSlowed
            ? 'reading from the CRM slowed, near its share of requests'
            : 'reading from the CRM at its usual pace again',
        );
      wasSlowed = isSlowed;
      if (!stopped) next(everyMs);
    }

    const next = (everyMs: number): void => {
      timer = setTimeout(() => {
        running = round();
      }, everyMs);
    };
    next(rounds.pace(orgId, rounds.total(orgId)).everyMs);
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    };
  }

  async function renewAll(orgId: string): Promise<void> {
    const answers = await Promise.allSettled(renewals.map((renewal) => renewal(orgId)));
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed)
      log.warn({ orgId, fault: String(failed.reason) }, 'not everything was read from the CRM');
  }

  return { join: (renewal) => void renewals.push(renewal), closing: stops };
}
