import { checkSetup, type SetupFinding } from '../../domain/setup/checkSetup.ts';
import type { PackageVersion, SetupFacts, UnknownCallers } from '../../domain/setup/setupFacts.ts';
import type { ScorecardFault } from '../../domain/supervision/scorecardRecords.ts';
import type { CarrierCrossCheck } from '../../ports/audit/carrierCrossCheck.ts';
import type {
  AudioCheckRuns,
  CallbackTimes,
  Clock,
  CrmSetup,
  CrmSurveys,
  CrmUsage,
  Directory,
  InboundNumbers,
  InboundSource,
  Log,
  OutcomeDrop,
  Outbox,
  PolicyStanding,
  Relays,
  Ratings,
  RingGroups,
} from '../../ports/index.ts';
import { groupFor, missedCallRecipient } from '../calls/ringGroup.ts';

export interface ReadSetupDeps {
  readonly crmSetup: Pick<CrmSetup, 'read' | 'deployedPackage'>;
  readonly crm: Pick<CrmUsage, 'usage' | 'accessGaps'>;
  readonly inboundNumbers: InboundNumbers;
  /** Read anew, so that the page shows at once what an administrator has set. */
  readonly inboundRules: InboundSource & { renew(orgId: string): Promise<unknown> };
  readonly ringGroups: RingGroups;
  readonly directory: Pick<Directory, 'person'>;
  readonly callbackTimes: CallbackTimes;
  readonly audioCheckRuns: Pick<AudioCheckRuns, 'recent'>;
  readonly policies: { standing(orgId: string): PolicyStanding };
  readonly outbox: Pick<Outbox, 'backlog'>;
  readonly relays: Pick<Relays, 'check'>;
  readonly crossCheck: Pick<CarrierCrossCheck, 'countIncidents'>;
  /** Absent where no place for files of outcomes is set. */
  readonly outcomeDrop?: Pick<OutcomeDrop, 'check'> | undefined;
  readonly surveys: Pick<CrmSurveys, 'of'>;
  readonly ratings: Pick<Ratings, 'counts'>;
  /** What the records of the scorecard say; undefined before they were read. */
  readonly scorecardStanding: (orgId: string) =>
    | {
        readonly items: readonly unknown[];
        readonly faults: readonly (ScorecardFault & { readonly recordField: string })[];
      }
    | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
  /** The package that was delivered with this server. */
  readonly neededPackage: () => Promise<PackageVersion>;
  /** Until when the latest of the org's registered certificates is taken. */
  readonly certificateUntil: (orgId: string) => string | undefined;
}

/** As many runs as tell when one last passed. */
const RUNS_LOOKED_AT = 50;

/**
 * Every check of an org's setup with how it ended. A check that fails is `unknown` and does not
 * affect the others; never rejects.
 */
export async function readSetup(
  deps: ReadSetupDeps,
  orgId: string,
): Promise<readonly SetupFinding[]> {
  const { crmSetup, crm, inboundNumbers, callbackTimes, outbox, crossCheck, log } = deps;
  /** A failed check shows as unknown on the page; the log has the reason. */
  const orAbsent = async <T>(what: string, read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read;
    } catch (fault) {
      log.warn({ orgId, what, fault: String(fault) }, 'reading an org’s setup failed');
      return undefined;
    }
  };
  const [
    inCrm,
    deployedPackage,
    neededPackage,
    accessGaps,
    numbers,
    unknownCallers,
    callbacks,
    audioCheck,
    soundRelays,
    backlog,
    openIncidents,
    files,
    survey,
  ] = await Promise.all([
    orAbsent('setup of the org', crmSetup.read(orgId)),
    orAbsent('package of the org', crmSetup.deployedPackage(orgId)),
    orAbsent('package of this server', deps.neededPackage()),
    orAbsent('access', crm.accessGaps(orgId)),
    orAbsent('numbers', inboundNumbers.of(orgId)),
    orAbsent('unknown callers', unknownCallersOf(deps, orgId)),
    orAbsent('callbacks', callbackTimes.of(orgId)),
    orAbsent('audio check', audioCheckFacts(deps)),
    orAbsent('relays', deps.relays.check(orgId)),
    orAbsent('backlog', outbox.backlog(orgId)),
    orAbsent('incidents', crossCheck.countIncidents({ orgId, open: true })),
    outcomeFiles(deps, orgId),
    orAbsent('survey', surveyFacts(deps, orgId)),
  ]);
  const { policy, refused } = deps.policies.standing(orgId);
  const usage = crm.usage(orgId);
  const certificateUntil = deps.certificateUntil(orgId);
  return checkSetup({
    now: deps.clock.now(),
    publicUrl: deps.publicUrl,
    ...inCrm,
    ...(deployedPackage && { deployedPackage }),
    ...(neededPackage && { neededPackage }),
    ...(certificateUntil && { certificateUntil }),
    ...(accessGaps && { accessGaps }),
    ...(numbers && { numbers }),
    ...(unknownCallers && { unknownCallers }),
    ...(callbacks && { callbacks }),
    ...(audioCheck && { audioCheck }),
    ...(soundRelays && { soundRelays }),
    ...(backlog && { outbox: backlog }),
    ...(usage && { apiLimit: { used: usage.used, limit: usage.limit } }),
    ...(openIncidents !== undefined && { openIncidents }),
    outcomeFiles: files,
    ...(survey && { survey }),
    ...scorecardFacts(deps, orgId),
    policy: {
      ...(policy.rules.length > 0 && { version: policy.version }),
      isRefused: refused !== undefined,
    },
  });
}

function scorecardFacts(
  { scorecardStanding }: Pick<ReadSetupDeps, 'scorecardStanding'>,
  orgId: string,
): Pick<SetupFacts, 'scorecard'> {
  const standing = scorecardStanding(orgId);
  if (!standing) return {};
  const { items, faults } = standing;
  const [first] = faults;
  if (!first) return { scorecard: { status: 'read', items: items.length } };
  const { item, recordField, code, value } = first;
  return {
    scorecard: {
      status: 'faulty',
      item,
      field: recordField,
      code,
      ...(value !== undefined && { value }),
      count: faults.length,
    },
  };
}

async function unknownCallersOf(
  deps: Pick<ReadSetupDeps, 'inboundRules' | 'ringGroups' | 'directory'>,
  orgId: string,
): Promise<UnknownCallers> {
  await deps.inboundRules.renew(orgId);
  const { rules } = await deps.inboundRules.of(orgId);
  const ringGroup = rules.unknownCallers ?? rules.group;
  const group = ringGroup && { group: ringGroup.name };
  const rung = ringGroup ? await groupFor(deps, orgId, { ringGroup, managerId: undefined }) : [];
  if (rung.length > 0) return { ...group, users: rung.length };
  const recipient = await missedCallRecipient(deps, orgId, ringGroup);
  return { ...group, users: 0, ...(recipient && { notifiedInstead: recipient.name }) };
}

async function outcomeFiles(
  { outcomeDrop, log }: Pick<ReadSetupDeps, 'outcomeDrop' | 'log'>,
  orgId: string,
): Promise<NonNullable<SetupFacts['outcomeFiles']>> {
  if (!outcomeDrop) return 'not_set';
  try {
    await outcomeDrop.check();
    return 'ready';
  } catch (fault) {
    log.warn({ orgId, fault: String(fault) }, 'files of outcomes could not be written');
    return 'failing';
  }
}

async function surveyFacts(
  { surveys, ratings }: Pick<ReadSetupDeps, 'surveys' | 'ratings'>,
  orgId: string,
): Promise<NonNullable<SetupFacts['survey']>> {
  const standing = await surveys.of(orgId);
  if (standing.status === 'none') return standing;
  if (standing.status === 'faulty') {
    const { recordField: field, rule, value } = standing.fault;
    return { status: 'faulty', field, rule, ...(value && { value }) };
  }
  const { object } = standing.survey;
  return { status: 'read', object, ...(await ratings.counts(orgId)) };
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
