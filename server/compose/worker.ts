import { endRefusalTallies } from '../commands/calls/guardDial.ts';
import { callForHelp } from '../commands/jobs/callForHelp.ts';
import { callOfSummonses } from '../commands/jobs/callOfSummonses.ts';
import { deliverCallDays } from '../commands/jobs/deliverCallDays.ts';
import { debriefHandlers } from '../commands/jobs/deliverDebriefs.ts';
import { deliverJointCallEvents } from '../commands/jobs/deliverJointCallEvents.ts';
import { deliverJointCallNotifications } from '../commands/jobs/deliverJointCallNotifications.ts';
import { crmHandlers } from '../commands/jobs/deliverToCrm.ts';
import { deliverTrainingNotifications } from '../commands/jobs/deliverTrainingNotifications.ts';
import { callerIdentifier, type IdentifyCallerDeps } from '../commands/jobs/identifyCaller.ts';
import { whereToRing } from '../commands/people/reach.ts';
import { findHelpers, possibleHelpers } from '../commands/supervision/helpers.ts';
import { createInboundSource } from '../crm/inbound/inboundRules.ts';
import { createRingGroups } from '../crm/inbound/ringGroups.ts';
import type { Call } from '../domain/call/call.ts';
import { atMostEvery } from '../everyMs.ts';
import { createHoldBack } from '../queue/holdBack.ts';
import { inProcessTransport } from '../queue/inProcess.ts';
import { startRelay, type Relay } from '../queue/relay.ts';
import { notifyOfWritten } from '../store/calls/notifyOfWritten.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import { ownRounds } from '../store/locks/roundOwnership.ts';
import { createDebriefs } from '../store/supervision/debriefs.ts';
import { createJointCalls } from '../store/supervision/jointCalls.ts';
import { createTrainingSignals } from '../store/supervision/trainingSignals.ts';
import { createCallAlerts } from '../store/words/alerts.ts';
import { createTranscripts } from '../store/words/transcripts.ts';
import { callRounds } from './callRounds.ts';
import type { Closing } from './closing.ts';
import { debriefRounds } from './debriefRounds.ts';
import { jointCallRounds } from './jointCalls.ts';
import { outcomeRounds } from './outcomeRounds.ts';
import { ownedRounds } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

/** How the worker finds the reps of inbound calls. */
type InboundParts = Pick<IdentifyCallerDeps, 'inboundRules' | 'ringGroups'>;

const TALLIES_EVERY_MS = 60_000;

/**
 * Few changes have a message for the CRM, which collects messages for a second anyway, so a look at
 * the outbox after every commit is not needed.
 */
const RELAY_WAKES_EVERY_MS = 100;

/**
 * Starts the worker role: the outbox relay, and the rounds over calls, rights and audit. Only one
 * worker at a time runs the rounds; all workers deliver.
 */
export async function startWorker(shared: Shared): Promise<Closing> {
  const { config, store, dials, changes, crm, audit, clock, ids, log } = shared;
  const inboundRules = createInboundSource(crm.connectionTo);
  const ringGroups = createRingGroups(crm.connectionTo);
  const relay = await startOutboxRelay(shared, { inboundRules, ringGroups });
  const wakeRelay = atMostEvery(RELAY_WAKES_EVERY_MS, () => relay.kick());
  const unsubscribe = changes.subscribe({ onChange: wakeRelay.soon, onGap: wakeRelay.soon });
  const ownership = ownRounds(config.DATABASE_URL, log);
  const repeat = ownedRounds(ownership, log);
  const auditing = audit.work(repeat);
  shared.crmRounds.join((orgId) => inboundRules.renew(orgId));
  const tallies = repeat({
    everyMs: TALLIES_EVERY_MS,
    memory: () => undefined,
    act: async () => void (await endRefusalTallies({ dials, clock, ids })),
    onFault: 'tallies of refused calls not written',
  });
  return [
    unsubscribe,
    wakeRelay.cancel,
    ...callRounds(shared, repeat, {
      ...shared.calls,
      directory: crm.directory,
      inboundRules,
      ringGroups,
      activities: createRepActivities(store.pool),
    }),
    ...outcomeRounds(shared, repeat),
    ...debriefRounds(shared, repeat),
    ...jointCallRounds(shared, repeat),
    () => auditing.stop(),
    () => tallies.stop(),
    () => ownership.close(),
    () => relay.stop(),
  ];
}

async function startOutboxRelay(shared: Shared, inbound: InboundParts): Promise<Relay> {
  const { config, outbox, crm, clock, log } = shared;
  const orgIds = config.orgs.map(({ orgId }) => orgId);
  return startRelay({
    outbox,
    clock,
    log,
    holdBack: createHoldBack(crm, orgIds, { log }),
    orgIds,
    transport: config.REDIS_URL
      ? (await import('../queue/redis.ts')).redisTransport(config.REDIS_URL, log)
      : inProcessTransport(),
    handlers: outboxHandlers(shared, inbound),
  });
}

/** The handler for the messages of each topic. */
function outboxHandlers(shared: Shared, inbound: InboundParts) {
  const { store, crm, policies, clock, ids, log } = shared;
  const { directory, roster } = crm;
  const helpersOf = (call: Call) => findHelpers({ roster, directory, policies, clock }, call);
  const onWritten = (callIds: readonly string[]): void =>
    void notifyOfWritten(store.pool, callIds).catch((fault: unknown) =>
      log.warn({ fault: String(fault) }, 'pages could not be notified of written records'),
    );
  return {
    ...crmHandlers({
      store,
      activities: crm.activities,
      helpRecords: crm.helpRecords,
      repCalls: crm.repCalls,
      missedCalls: crm.missedCalls,
      identifyCaller: callerIdentifier({
        ...inbound,
        store,
        customers: crm.customers,
        directory,
        clock,
        ids,
      }),
      transcripts: createTranscripts(store.pool),
      alerts: createCallAlerts(store.pool),
      onWritten,
      findHelpers: helpersOf,
    }),
    ...debriefHandlers({
      debriefs: createDebriefs(store.pool),
      store,
      calendar: crm.calendar,
      records: crm.calendar,
      notifications: crm.calendar,
      ratings: crm.calendar,
      directory,
      onWritten,
    }),
    'crm.trainingNotification': deliverTrainingNotifications({
      trainingSignals: createTrainingSignals(store.pool),
      trainingNotifications: crm.calendar,
      directory,
      policies,
      roster,
    }),
    'crm.jointCallEvent': deliverJointCallEvents({
      jointCalls: createJointCalls(store.pool),
      calendars: crm.calendar,
      directory,
    }),
    'crm.jointCallNotification': deliverJointCallNotifications({
      jointCalls: createJointCalls(store.pool),
      jointCallNotifications: crm.calendar,
      directory,
    }),
    'carrier.helpCall': callForHelp({
      store,
      coachingRules: crm.coachingRules,
      possibleHelpers: (call) =>
        possibleHelpers(
          { roster, directory, policies, clock, activities: createRepActivities(store.pool) },
          call,
        ),
      control: shared.carrier.control,
      whereToRing: (person) => whereToRing({ ...shared, directory }, person),
      clock,
      log,
    }),
    'carrier.summonsCall': callOfSummonses({
      store,
      control: shared.carrier.control,
      findHelpers: helpersOf,
      whereToRing: (person) => whereToRing({ ...shared, directory }, person),
      log,
    }),
    'crm.callDay': deliverCallDays({ dayTotals: shared.dayTotals, callDays: crm.callDays }),
    ...shared.audit.handlers,
  };
}
