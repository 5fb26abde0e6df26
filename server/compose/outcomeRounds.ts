import { dropOrTell } from '../commands/jobs/dropOutcomes.ts';
import { reconcileOutcomes } from '../commands/jobs/reconcileOutcomes.ts';
import { recordDealSnapshots } from '../commands/jobs/recordDealSnapshots.ts';
import { remindOfOutcomes } from '../commands/supervision/lateOutcomes.ts';
import type { Repeated } from '../everyMs.ts';
import { outcomeDropOf } from '../store/outcomes/outcomeDrop.ts';
import type { Closing } from './closing.ts';
import { countingRounds } from './countingRounds.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

/** At most 288 rounds a day, with a few requests each if something is due. */
const SNAPSHOTS_EVERY_MS = 5 * 60_000;
const LOOK_EVERY_MS = 10 * 60_000;
const REMIND_EVERY_MS = 60_000;
/** UTC. If the server was down at night, the next night makes up for it. */
const HOUR = 3;
const DAY_MS = 86_400_000;
/**
 * How many days are compared each night. What changes later, such as a call-back, is thus included.
 */
const DAYS = 35;

/**
 * The rounds over outcomes: reminders of outcomes that are missing, snapshots of deals, customers'
 * ratings and files of outcomes where an org has them, and the nightly comparison with the CRM.
 */
export function outcomeRounds(shared: Shared, repeat: RepeatRound): Closing {
  const { dueOutcomes, crm, clock, log } = shared;
  const { coachingRules } = crm;
  const orgIds = shared.config.orgs.map(({ orgId }) => orgId);
  const rounds = [
    nightlyComparison(shared, orgIds, repeat),
    repeat({
      everyMs: SNAPSHOTS_EVERY_MS,
      memory: () => undefined,
      async act() {
        const deps = { snapshots: shared.dealSnapshots, crm, now: () => clock.now() };
        for (const orgId of orgIds)
          await recordDealSnapshots(deps, orgId).catch((fault: unknown) =>
            log.warn({ orgId, fault: String(fault) }, 'snapshots of deals not taken'),
          );
      },
      onFault: 'snapshots of deals not taken',
    }),
    ...countingRounds(shared, repeat),
    repeat({
      everyMs: REMIND_EVERY_MS,
      memory: () => undefined,
      async act() {
        for (const orgId of orgIds)
          await remindOfOutcomes({ dueOutcomes, coachingRules, clock }, orgId);
      },
      onFault: 'supervisors not reminded of outcomes',
    }),
    dropRound(shared, orgIds, repeat),
  ];
  return rounds.map((one) => () => one.stop());
}

/** Compares calls, totals and the CRM once a night, and repairs differences. */
const nightlyComparison = (
  { store, callDays, dayTotals, crm, clock, log }: Shared,
  orgIds: readonly string[],
  repeat: RepeatRound,
): Repeated =>
  repeat({
    everyMs: LOOK_EVERY_MS,
    memory: () => ({ doneOn: '' }),
    async act(memory) {
      const now = clock.now();
      const today = now.slice(0, 10);
      if (memory.doneOn === today || new Date(now).getUTCHours() !== HOUR) return;
      memory.doneOn = today;
      for (const orgId of orgIds) {
        try {
          // Words may come after the count that followed the last change of their call.
          await dayTotals.makeDue(orgId, [dayOf(Date.parse(now) - DAY_MS)]);
          const found = await reconcileOutcomes(
            { store, callDays, dayTotals, crm },
            { orgId, from: dayOf(Date.parse(now) - DAYS * DAY_MS), to: today, mends: true },
          );
          const [counted, written] = [found.counted.length, found.written.length];
          const calls = found.calls.length;
          if (counted + written + calls > 0)
            log.warn(
              { orgId, counted, written, calls },
              'totals or calls differed and were repaired',
            );
        } catch (fault) {
          log.warn({ orgId, fault: String(fault) }, 'totals not compared');
        }
      }
    },
    onFault: 'totals not compared',
  });

/** Writes the outcomes of each day to files, if a place for them is configured. */
function dropRound(shared: Shared, orgIds: readonly string[], repeat: RepeatRound): Repeated {
  const drop = outcomeDropOf(shared.config);
  return repeat({
    everyMs: LOOK_EVERY_MS,
    memory: () => undefined,
    async act() {
      if (!drop) return;
      for (const orgId of orgIds) await dropOrTell({ ...shared, drop }, orgId);
    },
    onFault: 'outcomes not written to files',
  });
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
