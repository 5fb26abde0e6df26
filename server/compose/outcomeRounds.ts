import { dropOutcomes } from '../commands/jobs/dropOutcomes.ts';
import { readRatings } from '../commands/jobs/readRatings.ts';
import { reconcileOutcomes } from '../commands/jobs/reconcileOutcomes.ts';
import { takeDealSnapshots } from '../commands/jobs/takeDealSnapshots.ts';
import { remindOfOutcomes } from '../commands/supervision/lateOutcomes.ts';
import { outcomeDropOf } from '../store/outcomes/outcomeDrop.ts';
import type { Closing } from './closing.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

/** At most 288 rounds a day, of a few requests each where something is due. */
const SNAPSHOTS_EVERY_MS = 5 * 60_000;
const LOOK_EVERY_MS = 10 * 60_000;
const REMIND_EVERY_MS = 60_000;
/** Of each org one request in five minutes, and one a minute as long as there are more answers. */
const RATINGS_EVERY_MS = 60_000;
const RATINGS_REST_MS = 5 * 60_000;
/** From then on a drop that fails is an error, and is tried on. */
const TELL_AFTER_MS = 48 * 3_600_000;
/** In UTC. A night without the server is made up for in the next. */
const HOUR = 3;
const DAY_MS = 86_400_000;
/** What changes a day later, such as a customer who calls again, is in each night's comparison. */
const DAYS = 35;

/**
 * Reminders of outcomes that supervisors owe; snapshots of deals that are due; what customers say of
 * calls in a survey, and files of outcomes, where an org has them; and each night calls, totals and the CRM are compared, and mended.
 */
export function outcomeRounds(
  {
    config,
    store,
    dueOutcomes,
    callDays,
    dayTotals,
    dealSnapshots,
    ratings,
    surveys,
    crm,
    log,
    clock,
    ids,
  }: Shared,
  repeat: RepeatRound,
): Closing {
  const round = repeat({
    everyMs: LOOK_EVERY_MS,
    memory: () => ({ doneOn: '' }),
    async act(memory) {
      const now = clock.now();
      const today = now.slice(0, 10);
      if (memory.doneOn === today || new Date(now).getUTCHours() !== HOUR) return;
      memory.doneOn = today;
      for (const { orgId } of config.orgs) {
        try {
          const found = await reconcileOutcomes(
            { store, callDays, dayTotals, crm },
            { orgId, from: dayOf(Date.parse(now) - DAYS * DAY_MS), to: today, mends: true },
          );
          const [counted, written] = [found.counted.length, found.written.length];
          const calls = found.calls.length;
          if (counted + written + calls > 0)
            log.warn({ orgId, counted, written, calls }, 'totals or calls differed; mended');
        } catch (fault) {
          log.warn({ orgId, fault: String(fault) }, 'totals not compared');
        }
      }
    },
    onFault: 'totals not compared',
  });
  const snapshots = repeat({
    everyMs: SNAPSHOTS_EVERY_MS,
    memory: () => undefined,
    async act() {
      for (const { orgId } of config.orgs)
        try {
          await takeDealSnapshots({ snapshots: dealSnapshots, crm, now: () => clock.now() }, orgId);
        } catch (fault) {
          log.warn({ orgId, fault: String(fault) }, 'snapshots of deals not taken');
        }
    },
    onFault: 'snapshots of deals not taken',
  });
  const answers = repeat({
    everyMs: RATINGS_EVERY_MS,
    memory: () => ({ restsUntil: new Map<string, number>() }),
    async act({ restsUntil }) {
      for (const { orgId } of config.orgs) {
        const nowMs = Date.parse(clock.now());
        if (nowMs < (restsUntil.get(orgId) ?? 0)) continue;
        try {
          const { isMoreLeft } = await readRatings({ ratings, surveys, crm, clock }, orgId);
          restsUntil.set(orgId, isMoreLeft ? 0 : nowMs + RATINGS_REST_MS);
        } catch (fault) {
          restsUntil.set(orgId, nowMs + RATINGS_REST_MS);
          log.warn({ orgId, fault: String(fault) }, 'what customers say of calls not read');
        }
      }
    },
    onFault: 'what customers say of calls not read',
  });
  const reminders = repeat({
    everyMs: REMIND_EVERY_MS,
    memory: () => undefined,
    async act() {
      for (const { orgId } of config.orgs)
        await remindOfOutcomes({ dueOutcomes, coachingRules: crm.coachingRules, clock }, orgId);
    },
    onFault: 'supervisors not reminded of outcomes',
  });
  const drop = outcomeDropOf(config);
  const drops = repeat({
    everyMs: LOOK_EVERY_MS,
    memory: () => ({ failingSince: new Map<string, number>() }),
    async act({ failingSince }) {
      if (!drop) return;
      for (const { orgId } of config.orgs)
        try {
          const files = await dropOutcomes({ callDays, drop, store, clock, ids }, orgId);
          failingSince.delete(orgId);
          if (files > 0) log.info({ orgId, files }, 'outcomes left as files');
        } catch (fault) {
          const nowMs = Date.parse(clock.now());
          const since = failingSince.get(orgId) ?? nowMs;
          failingSince.set(orgId, since);
          const level = nowMs - since >= TELL_AFTER_MS ? 'error' : 'warn';
          log[level](
            { orgId, fault: String(fault), since: new Date(since).toISOString() },
            'outcomes not left as files',
          );
        }
    },
    onFault: 'outcomes not left as files',
  });
  return [round, snapshots, answers, reminders, drops].map((one) => () => one.stop());
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
