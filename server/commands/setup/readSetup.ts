import type { SetupFacts } from '../../domain/setup/setupFacts.ts';
import { checkSetup, type SetupFinding } from '../../domain/setup/checkSetup.ts';
import type {
  AudioCheckRuns,
  CallbackTimes,
  Clock,
  CrmSetup,
  CrmUsage,
  InboundNumbers,
  Outbox,
  PolicyStanding,
} from '../../ports/index.ts';
import type { CarrierCrossCheck } from '../../ports/carrierCrossCheck.ts';

export interface ReadSetupDeps {
  readonly crmSetup: Pick<CrmSetup, 'read'>;
  readonly crm: Pick<CrmUsage, 'usage' | 'accessGaps'>;
  readonly inboundNumbers: InboundNumbers;
  readonly callbackTimes: CallbackTimes;
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'recent'>;
  readonly policies: { standing(orgId: string): PolicyStanding };
  readonly outbox: Pick<Outbox, 'backlog'>;
  readonly crossCheck: Pick<CarrierCrossCheck, 'incidents'>;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly serverVersion: string;
  /** Until when the latest of the org's registered certificates is taken. */
  readonly certificateUntil: (orgId: string) => string | undefined;
}

/** As many runs as tell when one last passed. */
const RUNS_LOOKED_AT = 50;

/**
 * Every check of an org's setup with how it ended. What cannot be read is unknown, and keeps
 * nothing else from being told; never rejects.
 */
export async function readSetup(
  deps: ReadSetupDeps,
  { orgId, packageVersion }: { readonly orgId: string; readonly packageVersion?: string },
): Promise<readonly SetupFinding[]> {
  const { crmSetup, crm, inboundNumbers, callbackTimes, outbox, crossCheck } = deps;
  const [inCrm, accessGaps, numbers, callbacks, audioCheck, backlog, openIncidents] =
    await Promise.all([
      orAbsent(crmSetup.read(orgId)),
      orAbsent(crm.accessGaps(orgId)),
      orAbsent(inboundNumbers.of(orgId)),
      orAbsent(callbackTimes.of(orgId)),
      orAbsent(audioCheckFacts(deps)),
      orAbsent(outbox.backlog(orgId)),
      orAbsent(crossCheck.incidents({ orgId, open: true }).then(({ length }) => length)),
    ]);
  const { policy, refused } = deps.policies.standing(orgId);
  const usage = crm.usage(orgId);
  const certificateUntil = deps.certificateUntil(orgId);
  return checkSetup({
    now: deps.clock.now(),
    publicUrl: deps.publicUrl,
    serverVersion: deps.serverVersion,
    ...inCrm,
    ...(packageVersion && { packageVersion }),
    ...(certificateUntil && { certificateUntil }),
    ...(accessGaps && { accessGaps }),
    ...(numbers && { numbers }),
    ...(callbacks && { callbacks }),
    ...(audioCheck && { audioCheck }),
    ...(backlog && { outbox: backlog }),
    ...(usage && { apiLimit: { used: usage.used, limit: usage.limit } }),
    ...(openIncidents !== undefined && { openIncidents }),
    policy: {
      ...(policy.rules.length > 0 && { version: policy.version }),
      isRefused: refused !== undefined,
    },
  });
}

async function audioCheckFacts({
  audioCheckRuns,
}: Pick<ReadSetupDeps, 'audioCheckRuns'>): Promise<NonNullable<SetupFacts['audioCheck']>> {
  const runs = await audioCheckRuns.recent(RUNS_LOOKED_AT);
  const ended = runs.find(({ status }) => status !== 'running');
  const passed = runs.find(({ status }) => status === 'passed');
  return {
    ...(ended &&
      ended.status !== 'running' && {
        lastStatus: ended.status,
        lastAt: ended.concludedAt ?? ended.startedAt,
      }),
    ...(passed && { passedAt: passed.concludedAt ?? passed.startedAt }),
  };
}

const orAbsent = async <T>(read: Promise<T>): Promise<T | undefined> => {
  try {
    return await read;
  } catch {
    return undefined;
  }
};
