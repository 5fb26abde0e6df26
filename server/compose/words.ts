import { createAlertRuleCache, type AlertRuleCache } from '../commands/alerts/alertRuleCache.ts';
import { holdOutOfAlerts } from '../commands/alerts/holdOutOfAlerts.ts';
import { createIsRepNew, type IsRepNew } from '../commands/alerts/newReps.ts';
import { createAlertRaiser, type AlertRaiser } from '../commands/alerts/raiseAlerts.ts';
import { createHearing, type Hearing } from '../commands/words/hearing.ts';
import { createLiveTranscripts } from '../commands/words/liveTranscripts.ts';
import { createAlertRuleSource } from '../crm/policy/alertRuleRecords.ts';
import type { Call } from '../domain/call/call.ts';
import { followMessages } from '../domain/outbox/follows.ts';
import { followersNamedToRep } from '../domain/supervision/followNotices.ts';
import { mayReadWords } from '../domain/supervision/transcriptReaders.ts';
import { cuesView } from '../http/views/cueViews.ts';
import type { ConsentSource, WordsNews, WordsNewsChannel } from '../ports/index.ts';
import type { PostgresStore } from '../store/calls/postgresStore.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import { createRepFirstCalls } from '../store/calls/repFirstCalls.ts';
import { insertOutbox } from '../store/outbox/insertOutbox.ts';
import {
  createAlertBacktests,
  createAlertMutes,
  createAlertRuleHistory,
  createCallAlerts,
} from '../store/words/alerts.ts';
import { createCallClaims, createRepFollows } from '../store/words/attention.ts';
import { createTranscribedLegs, createTranscripts } from '../store/words/transcripts.ts';
import { listenForWordsNews } from '../store/words/wordsNews.ts';
import { createJointCallNews } from './jointCalls.ts';
import type { LiveFeed } from './liveFeed.ts';
import type { Shared } from './shared.ts';
import { createAttention, type Attention } from './words/attention.ts';
import { composeCues, type Cues } from './words/cues.ts';
import { createFollowerNotifier, type FollowerNotifierDeps } from './words/followerNotifier.ts';
import { composeFreeHelpers } from './words/freeHelpers.ts';
import { handleWordsNews } from './words/news.ts';
import { startWordsRounds } from './words/rounds.ts';
import { composeSummoner, type Summoner } from './words/summoner.ts';
import { composeTranscriptionSync } from './words/transcriptionSync.ts';
import { createIsRepUnnotified } from './words/unnotifiedReps.ts';

export type Words = Awaited<ReturnType<typeof composeWords>>;

/** Transcripts, alerts and the attention queue of the calls of this instance's orgs. */
export async function composeWords(shared: Shared, feed: LiveFeed, consent: ConsentSource) {
  const { config, store, log } = shared;
  const news = await listenForWordsNews(config.DATABASE_URL, store.pool, log);
  const tables = wordsTables(store);
  const { transcripts, legs, follows } = tables;
  const alertRules = await composeAlertRules(shared);
  const isRepNew = createIsRepNew({
    firstCalls: createRepFirstCalls(store.pool),
    coachingRules: shared.crm.coachingRules,
    clock: shared.clock,
  });
  const summoner = composeSummoner(shared);
  const { raiser, attention } = composeAlerts({
    shared,
    feed,
    tables,
    alertRules,
    isRepNew,
    summoner,
    news,
  });
  const handleNews = (one: WordsNews, isOwn: boolean): void => handle(one, isOwn);
  const callOf = openOrStoredCall(shared, feed);
  const live = createLiveTranscripts({ transcripts, legs, news, callOf, log, onNews: handleNews });
  // An ended call's lines may have been erased from the store, so those in memory are not used.
  const linesOf = (call: Call) =>
    call.status === 'ended' ? transcripts.of(call.callId) : live.of(call.callId);
  const cues = composeCues(shared, feed, linesOf);
  const jointCalls = createJointCallNews(shared, feed);
  const handle = handleWordsNews({ ...feed, raiser, live, cues, attention, jointCalls, log });
  const isRepUnnotified = createIsRepUnnotified(shared);
  const transcriptionSync = composeTranscriptionSync(shared, consent, { legs, isRepUnnotified });
  const hearing = composeHearing(shared, feed, legs);
  const freeHelpers = composeFreeHelpers({
    ...shared,
    ...shared.crm,
    activities: createRepActivities(store.pool),
  });
  const followerNotifier = createFollowerNotifier({
    follows,
    namesForRep: followerNamesForRep(shared),
    jointCalls,
    log,
    // The people concerned may be connected to another instance.
    tell(one) {
      news.publish(one);
      handleNews(one, true);
    },
    notify: (call, followers) => insertOutbox(store.pool, followMessages(call, followers)),
  });
  const parts = {
    alertRules,
    raiser,
    live,
    cues,
    attention,
    summoner,
    transcriptionSync,
    isRepUnnotified,
    hearing,
    freeHelpers,
    followerNotifier,
  };
  const rounds = startWordsRounds(shared, feed, parts);
  return {
    alertRules,
    hear: live.hear,
    cues: { cues: cues.source, readerOf: cues.boards.readerOf },
    closing: [...rounds, () => live.close(), () => news.close()],
    linesOf,
    transcripts,
    words: wordRouteDeps({ shared, feed, tables, ...parts, isRepNew, news }),
    backtest: backtestDeps(shared, tables),
  };
}

const followerNamesForRep =
  ({ policies, crm, clock }: Shared): FollowerNotifierDeps['namesForRep'] =>
  async (call, followers) => {
    const { orgId } = call;
    const [policy, ...people] = await Promise.all([
      policies.inForce(orgId),
      ...followers.map((userId) => crm.directory.person(orgId, userId)),
    ]);
    const known = people.filter((person) => person !== undefined);
    return followersNamedToRep(known, { policy, call, now: clock.now() }).map(({ name }) => name);
  };

/** Consoles that may read the words of a call hear when some of them are lost. */
const composeHearing = (
  { clock }: Pick<Shared, 'clock'>,
  { hub, viewing }: LiveFeed,
  legs: Tables['legs'],
): Hearing => {
  const hearing = createHearing({
    legs,
    clock,
    onChanged({ orgId, callId }) {
      const lost = { callId, lost: hearing.lostWords(callId) };
      hub.notifyReaders({ orgId, callId }, 'words', (call, person) =>
        mayReadWords(call, person, viewing(person)) ? lost : undefined,
      );
    },
  });
  return hearing;
};

type Tables = ReturnType<typeof wordsTables>;

const wordsTables = ({ pool, hot }: PostgresStore) => ({
  transcripts: createTranscripts(pool),
  legs: createTranscribedLegs(pool),
  alerts: createCallAlerts(pool),
  claims: createCallClaims(pool),
  follows: createRepFollows(hot),
});

/**
 * The alert rules of each org: the last known ones at startup, then those read in the CRM's rounds.
 */
async function composeAlertRules(shared: Shared): Promise<AlertRuleCache> {
  const { config, store, crm, wordsSettings, clock, ids, log } = shared;
  const alertRules = createAlertRuleCache({
    source: createAlertRuleSource(crm.connectionTo, wordsSettings),
    transcribes: async (orgId) => (await wordsSettings.of(orgId)).transcribesCalls,
    history: createAlertRuleHistory(store.pool),
    store,
    clock,
    ids,
    log,
  });
  await Promise.allSettled(config.orgs.map(({ orgId }) => alertRules.recall(orgId)));
  shared.crmRounds.join((orgId) => alertRules.refresh(orgId));
  return alertRules;
}

interface AlertParts {
  readonly shared: Shared;
  readonly feed: LiveFeed;
  readonly tables: Tables;
  readonly alertRules: AlertRuleCache;
  readonly isRepNew: IsRepNew;
  readonly summoner: Summoner;
  readonly news: WordsNewsChannel;
}

/** Raises alerts and sends them to consoles, including alerts that other instances raise. */
function composeAlerts({ shared, feed, tables, alertRules, isRepNew, summoner, news }: AlertParts) {
  const { config, clock, ids, log } = shared;
  const { alerts, claims } = tables;
  const attention = createAttention({
    ...feed,
    orgIds: config.orgs.map(({ orgId }) => orgId),
    claims,
    alertsOf: (callId) => raiser.of(callId),
    loadAlerts: (callIds) => raiser.load(callIds),
    isRepNew,
    clock,
    log,
  });
  const raiser = createAlertRaiser({
    judgeOf: alertRules.judgeOf,
    judgeOfTimes: alertRules.judgeOfTimes,
    alerts,
    holdOut: holdOutOfAlerts(shared.holdOut),
    clock,
    ids,
    log,
    onRaised(call, alert) {
      const { orgId, callId } = call;
      summoner.summon(call, alert);
      news.publish({ about: 'alert', orgId, callId });
      void attention.send(call);
    },
  });
  // After a gap, alerts that other instances raised meanwhile must be read again.
  news.subscribe({ onNews: () => undefined, onGap: () => raiser.retainOnly(() => false) });
  return { raiser, attention };
}

const openOrStoredCall =
  ({ config, store }: Shared, { hub }: LiveFeed) =>
  async (callId: string): Promise<Call | undefined> => {
    for (const { orgId } of config.orgs) {
      const open = hub.openCall(orgId, callId);
      if (open) return open;
    }
    return store.loadCall(callId);
  };

interface WordRouteParts extends Pick<
  AlertParts,
  'shared' | 'feed' | 'tables' | 'alertRules' | 'isRepNew' | 'news'
> {
  readonly raiser: AlertRaiser;
  readonly attention: Attention;
  readonly cues: Cues;
  readonly hearing: Hearing;
}

/** The dependencies of the routes of transcripts, alerts and cards, except the readers of lines. */
function wordRouteDeps({
  shared,
  feed,
  tables,
  alertRules,
  isRepNew,
  raiser,
  attention,
  cues,
  hearing,
  news,
}: WordRouteParts) {
  const { alerts, claims, follows } = tables;
  const { boards } = cues;
  return {
    alertsOf: (call: Call) =>
      call.status === 'ended' ? alerts.ofCalls([call.callId]) : raiser.of(call.callId),
    cuesOf: async (call: Call, now: string) =>
      cuesView(call, { ...(await boards.of(call)), reader: boards.readerOf(call.orgId), now }),
    lostWords: (call: Call) => (call.status === 'live' ? hearing.lostWords(call.callId) : []),
    loadAlerts: raiser.load,
    isRepNew,
    openCalls: () => feed.hub.openCalls(),
    alerts,
    mutes: createAlertMutes(shared.store.pool),
    alertRule: (orgId: string, ruleName: string) =>
      alertRules.standing(orgId).rules.rules.find(({ name }) => name === ruleName),
    claims,
    follows,
    onChanged({ orgId, callId }: Pick<Call, 'orgId' | 'callId'>) {
      raiser.changed(callId);
      news.publish({ about: 'claim', orgId, callId });
      void attention.send({ orgId, callId });
    },
  };
}

const backtestDeps = (
  { store, policies, clock, ids, log }: Shared,
  { transcripts, alerts }: Tables,
) => ({
  transcripts,
  alerts,
  backtests: createAlertBacktests(store.pool),
  store,
  policies,
  clock,
  ids,
  log,
});
