import { planRepLoss, type PlanRepLossDeps } from '../commands/calls/planRepLoss.ts';
import { ringReadyReps } from '../commands/calls/readyReps.ts';
import { reconcileByList, type ListMemory } from '../commands/jobs/reconcileByList.ts';
import { reconcileDueCalls } from '../commands/jobs/reconcileDueCalls.ts';
import { reconcileSupervisedCalls } from '../commands/jobs/reconcileSupervisedCalls.ts';
import { removeOldRecordings } from '../commands/jobs/removeOldRecordings.ts';
import { removeOldRows } from '../commands/jobs/removeOldRows.ts';
import { removeOldWords } from '../commands/jobs/removeOldWords.ts';
import { revokeLostRights } from '../commands/jobs/revokeLostRights.ts';
import { lacksCourse } from '../commands/people/courses.ts';
import { isUnnotified } from '../commands/people/employeeNotices.ts';
import { dropExpiredLeases } from '../commands/supervision/dropExpiredLeases.ts';
import type { Config } from '../config.ts';
import { LEASE_BEAT_MS } from '../domain/supervision/leaseClock.ts';
import type { Repeated } from '../everyMs.ts';
import { createQuietRounds } from '../store/calls/quietRounds.ts';
import { createOldRecordings } from '../store/retention/oldRecordings.ts';
import { createSaidRetention } from '../store/retention/retention.ts';
import { createRecordingMedia } from '../telephony/recordings/recordings.ts';
import type { Closing } from './closing.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

export const RECONCILE_EVERY_MS = 2_000;
/**
 * Less than a lease, so that a supervisor who lost the right to be on a call is removed for that
 * reason and not because the lease ran out.
 */
export const RIGHTS_EVERY_MS = 2_000;
const REMOVE_EVERY_MS = 10 * 60_000;

/**
 * The rounds over calls: leases, calls that are due, supervised calls, the comparison with the
 * carrier's list, and rights. Each has its own timer, so that none waits for another.
 */
export function callRounds(
  shared: Shared,
  repeat: RepeatRound,
  planning: PlanRepLossDeps,
): Closing {
  const { dueCalls, leases, changes, carrier } = shared;
  const quiet = createQuietRounds({ dueCalls, leases, changes });
  const removals = new Map<string, Promise<void>>();
  const rounds = [
    ...reconciliationRounds({ ...shared, quiet, removals, planning }, repeat),
    rightsRound({ ...shared, quiet }, repeat),
    ...removalRounds(shared, repeat),
  ];
  return [
    () => carrier.pace.close(),
    ...rounds.map((round) => () => round.stop()),
    () => Promise.all(removals.values()),
    quiet.close,
  ];
}

interface Reconciliation extends Pick<Shared, 'config' | 'calls' | 'carrier'> {
  readonly quiet: ReturnType<typeof createQuietRounds>;
  /** Removals of supervisors from calls that are under way. */
  readonly removals: Map<string, Promise<void>>;
  readonly planning: PlanRepLossDeps;
}

/** Expired leases, and calls compared with the carrier's observations. */
function reconciliationRounds(
  { config, calls, carrier, quiet, removals, planning }: Reconciliation,
  repeat: RepeatRound,
): readonly Repeated[] {
  const { dueCalls } = quiet;
  const unhurried = { ...calls, dueCalls, control: carrier.unhurriedControl };
  return [
    repeat({
      everyMs: LEASE_BEAT_MS,
      memory: () => ({ removals }),
      act: (memory) => dropExpiredLeases({ ...calls, leases: quiet.leases }, memory),
      onFault: 'leases not read',
    }),
    repeat({
      everyMs: RECONCILE_EVERY_MS,
      memory: () => new Map<string, string>(),
      act: (lookedAt) =>
        reconcileDueCalls(
          {
            ...calls,
            dueCalls,
            planRepLoss: (call) => planRepLoss(planning, call),
            ringReadyReps: (call) => ringReadyReps({ ...planning, ...calls }, call),
          },
          lookedAt,
        ),
      onFault: 'round over calls that are due failed',
    }),
    repeat({
      everyMs: RECONCILE_EVERY_MS,
      memory: () => ({ lookedAt: new Map(), supervisedAt: new Map() }),
      act: (memory) => reconcileSupervisedCalls(unhurried, memory),
      onFault: 'round over supervised calls failed',
    }),
    repeat({
      everyMs: RECONCILE_EVERY_MS,
      memory: (): ListMemory => ({}),
      act: (memory) =>
        reconcileByList({ ...unhurried, looksPerSecond: config.CARRIER_LOOKS_PER_SECOND }, memory),
      onFault: 'comparison with the carrier’s list failed',
    }),
  ];
}

const rightsRound = (
  { calls, crm, policies, notified, audioCheckRuns, quiet }: Shared & Pick<Reconciliation, 'quiet'>,
  repeat: RepeatRound,
): Repeated =>
  repeat({
    everyMs: RIGHTS_EVERY_MS,
    memory: () => new Map<string, number>(),
    act: (unknownSince) =>
      revokeLostRights(
        {
          ...calls,
          dueCalls: quiet.dueCalls,
          directory: crm.directory,
          policies,
          isRepUnnotified: (orgId, rep) => isUnnotified(notified, orgId, rep),
          audioCheckRuns,
          lacksCourse: (person, mode) =>
            lacksCourse({ ...notified, coachingRules: crm.coachingRules }, person, { mode }),
          ageLimits: (orgId) => crm.ageLimits.of(orgId),
        },
        unknownSince,
      ),
    onFault: 'round over rights failed',
  });

/** Deletes rows and recordings that were kept for their full time. */
function removalRounds(
  { config, calls, carrier, retention, policies, store }: Shared,
  repeat: RepeatRound,
): readonly Repeated[] {
  const oldRecordings = createOldRecordings(store.pool);
  const media = createRecordingMedia(carrier.account);
  const words = { ...calls, said: createSaidRetention(store.pool), policies, store };
  return [
    repeat({
      everyMs: REMOVE_EVERY_MS,
      memory: () => undefined,
      act: () => removeOldRows({ ...calls, retention, keptDays: keptDays(config) }),
      onFault: 'old rows not removed',
    }),
    repeat({
      everyMs: REMOVE_EVERY_MS,
      memory: () => undefined,
      act: async () => {
        for (const { orgId } of config.orgs)
          await removeOldWords({ ...words, limitDays: config.KEEP_TRANSCRIPTS_DAYS }, orgId);
      },
      onFault: 'old transcripts not removed',
    }),
    repeat({
      everyMs: REMOVE_EVERY_MS,
      memory: () => undefined,
      act: async () => {
        if (config.KEEP_RECORDINGS_DAYS === undefined) return;
        await removeOldRecordings({ ...calls, oldRecordings, media }, config.KEEP_RECORDINGS_DAYS);
      },
      onFault: 'old recordings not removed',
    }),
  ];
}

const keptDays = (config: Config) => ({
  receipts: config.KEEP_RECEIPTS_DAYS,
  delivered_messages: config.KEEP_DELIVERED_DAYS,
  latencies: config.KEEP_LATENCIES_DAYS,
  audio_checks: config.KEEP_AUDIO_CHECKS_DAYS,
  simulations: config.KEEP_SIMULATIONS_DAYS,
  transcripts: config.KEEP_TRANSCRIPTS_DAYS,
  alerts: config.KEEP_ALERTS_DAYS,
  transcribed_connections: config.KEEP_RECEIPTS_DAYS,
  backtests: config.KEEP_TRANSCRIPTS_DAYS,
  claims: config.KEEP_RECEIPTS_DAYS,
  joint_calls: config.KEEP_LATENCIES_DAYS,
});
