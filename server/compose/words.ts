import { setTimeout as pause } from 'node:timers/promises';
import { createCueBoards } from '../commands/alerts/cueBoards.ts';
import { holdOutOfAlerts } from '../commands/alerts/holdOutOfAlerts.ts';
import { createAlertRaiser } from '../commands/alerts/raiseAlerts.ts';
import { createRuleKeeper } from '../commands/alerts/ruleKeeper.ts';
import { summonTo } from '../commands/alerts/summonses.ts';
import { forgetOthers } from '../commands/words/forgetOthers.ts';
import { keepTranscribing, type TranscribingMemory } from '../commands/words/keepTranscribing.ts';
import { createLiveTranscripts } from '../commands/words/liveTranscripts.ts';
import { createAlertRuleSource } from '../crm/policy/alertRuleRecords.ts';
import { createCueSource } from '../crm/policy/cueRecords.ts';
import type { Call } from '../domain/call/call.ts';
import { isPractice } from '../domain/call/purpose.ts';
import { mayReadWords, maySeeAlerts } from '../domain/supervision/transcriptReaders.ts';
import type { TranscriptLine } from '../domain/transcript/line.ts';
import { everyMs, warning } from '../everyMs.ts';
import { cuesView } from '../http/views/cueViews.ts';
import { attentionView, lineView } from '../http/views/wordsViews.ts';
import { takeTurns } from '../live/turns.ts';
import type { CallClaim, WordsNews, ConsentSource } from '../ports/index.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import {
  createAlertBacktests,
  createAlertMutes,
  createAlertRuleHistory,
  createCallAlerts,
} from '../store/words/alerts.ts';
import { createCallClaims, createRepFollows } from '../store/words/attention.ts';
import { createTranscribedLegs, createTranscripts } from '../store/words/transcripts.ts';
import { listenForWordsNews } from '../store/words/wordsNews.ts';
import { createTranscriptionControl } from '../telephony/words/transcription.ts';
import type { Closing } from './closing.ts';
import type { LiveFeed } from './liveFeed.ts';
import type { Shared } from './shared.ts';

/** How often is looked at what time and numbers raise, and at what is not transcribed yet. */
const LOOK_EVERY_MS = 1_000;
/** Scores fall with time: how often they are sent again where they changed. */
const SCORES_EVERY_MS = 5_000;

/** By then whoever raised an alert has summoned people to it. */
const MISSED_AFTER_MS = 10_000;

export type Words = Awaited<ReturnType<typeof composeWords>>;

/** Transcripts, alerts and the attention queue of the calls of this instance's orgs. */
export async function composeWords(shared: Shared, feed: LiveFeed, consent: ConsentSource) {
  const { config, store, crm, clock, ids, log, changes } = shared;
  const { hub, viewing } = feed;
  const orgIds = config.orgs.map(({ orgId }) => orgId);
  const news = await listenForWordsNews(config.DATABASE_URL, store.pool, log);
  const transcripts = createTranscripts(store.pool);
  const alerts = createCallAlerts(store.pool);
  const claims = createCallClaims(store.pool);
  const follows = createRepFollows(store.hot);

  const keeper = createRuleKeeper({
    source: createAlertRuleSource(crm.connectionTo, shared.wordsSettings),
    transcribes: async (orgId) => (await shared.wordsSettings.of(orgId)).transcribesCalls,
    history: createAlertRuleHistory(store.pool),
    store,
    clock,
    ids,
    log,
  });
  await Promise.allSettled(orgIds.map((orgId) => keeper.recall(orgId)));
  shared.crmRounds.join((orgId) => keeper.refresh(orgId));

  const callOf = async (callId: string): Promise<Call | undefined> => {
    for (const orgId of orgIds) {
      const open = hub.openCall(orgId, callId);
      if (open) return open;
    }
    return store.loadCall(callId);
  };

  const summoning = {
    store,
    clock,
    ids,
    log,
    policies: shared.policies,
    roster: crm.roster,
    directory: crm.directory,
    coachingRules: crm.coachingRules,
    activities: createRepActivities(store.pool),
  };
  const raiser = createAlertRaiser({
    judgeOf: keeper.judgeOf,
    alerts,
    holdOut: holdOutOfAlerts(shared.holdOut),
    clock,
    ids,
    log,
    onRaised(call, alert) {
      const { orgId, callId } = call;
      void summonTo(summoning, call, alert).catch(warning(log, 'nobody summoned yet'));
      news.tell({ about: 'alert', orgId, callId });
      void sendAttention(orgId, callId);
    },
  });

  const cueSource = createCueSource(crm.connectionTo);
  const readCues = async (orgId: string): Promise<void> => {
    const askedAt = clock.now();
    const { cues } = await cueSource.renew(orgId);
    await shared.noteRecordChanges(orgId, 'cues', {
      records: cues.map((cue) => ({ ...cue })),
      askedAt,
    });
  };
  shared.crmRounds.join(readCues);
  // Before anybody speaks: until they were read no card is shown.
  for (const { orgId } of config.orgs)
    void readCues(orgId).catch(warning(log, 'cards and checklists not read'));

  // What others raised meanwhile is read again.
  news.subscribe({ onNews: () => undefined, onGap: () => raiser.keepOnly(() => false) });
  const live = createLiveTranscripts({ transcripts, news, callOf, log, onNews: handleNews });

  // What memory has of a call that is over may be erased or too old by now.
  const linesOf = (call: Call) =>
    call.status === 'ended' ? transcripts.of(call.callId) : live.of(call.callId);
  const cueBoards = createCueBoards({
    cuesOf: (orgId) => cueSource.of(orgId).cues,
    linesOf,
  });

  /** Every instance reads the lines of all, and tells its own consoles. */
  async function showCues(call: Call, line: TranscriptLine): Promise<void> {
    if (!(await cueBoards.follow(call, line))) return;
    const board = await cueBoards.of(call);
    const { orgId, callId } = call;
    hub.tell({ orgId, callId }, 'cues', (current, person) =>
      mayReadWords(current, person, viewing(person))
        ? cuesView(current, board, cueBoards.readerOf(orgId), clock.now())
        : undefined,
    );
  }

  function handleNews(one: WordsNews, isOwn: boolean): void {
    const { orgId, callId } = one;
    switch (one.about) {
      case 'line':
      case 'now': {
        const said = one.about === 'line' ? { line: lineView(one.line) } : { now: one.now };
        hub.tell({ orgId, callId }, 'words', (call, person) =>
          mayReadWords(call, person, viewing(person)) ? { callId, ...said } : undefined,
        );
        const open = hub.openCall(orgId, callId);
        if (open && one.about === 'line')
          void showCues(open, one.line).catch(warning(log, 'cues not shown'));
        // Each instance judges its own reports.
        const call = isOwn ? open : undefined;
        if (call && one.about === 'line')
          void raiser
            .onLine(call, live.known(callId), one.line)
            .catch(warning(log, 'line not judged'));
        return;
      }
      case 'alert':
      case 'claim':
        raiser.changed(callId);
        void sendAttention(orgId, callId);
        return;
      case 'follow':
        hub.tellReaders({ orgId, callId }, 'follow', (call, person) =>
          one.followers.includes(person.userId) && maySeeAlerts(call, person, viewing(person))
            ? { callId, repName: call.rep.name, customerName: call.customer.name }
            : undefined,
        );
    }
  }

  const lastScores = new Map<string, number>();

  async function sendAttention(
    orgId: string,
    callId: string,
    known?: readonly CallClaim[],
  ): Promise<void> {
    const [all, claimed] = await Promise.all([
      raiser.of(callId),
      known ?? claims.ofOrg(orgId, clock.now()),
    ]).catch((fault: Error) => {
      log.warn({ callId, fault: fault.message }, 'attention not sent');
      return [undefined, []] as const;
    });
    if (!all) return;
    const claim = claimed.find((one) => one.callId === callId);
    hub.tellReaders({ orgId, callId }, 'attention', (call, person) =>
      maySeeAlerts(call, person, viewing(person))
        ? attentionView(call, person, all, claim, clock.now())
        : undefined,
    );
  }

  const transcribing: TranscribingMemory = { calls: new Map() };
  const transcription = createTranscriptionControl(shared.carrier.client, {
    publicUrl: config.PUBLIC_URL,
    retrying: { pause },
  });
  const legs = createTranscribedLegs(store.pool);
  const transcribe = (call: Call): void =>
    void keepTranscribing({ legs, transcription, consent, log }, transcribing, call).catch(
      warning(log, 'transcription not kept'),
    );
  const seen = new Set<string>();

  async function tellFollowers(call: Call): Promise<void> {
    if (call.status !== 'live' || isPractice(call) || seen.has(call.callId)) return;
    seen.add(call.callId);
    const { orgId, callId } = call;
    const followers = await follows.takeFollowers(orgId, call.rep.userId);
    if (followers.length === 0) return;
    const one = { about: 'follow', orgId, callId, followers } as const;
    // Followers may be at another instance.
    news.tell(one);
    handleNews(one, true);
  }

  const unsubscribe = changes.subscribe({
    onChange(callId, call) {
      if (call?.status === 'ended') {
        transcribing.calls.delete(callId);
        live.forget(callId);
        raiser.forget(callId);
        lastScores.delete(callId);
        seen.delete(callId);
      } else if (call) {
        if (call.transcribes) keeper.readAhead(call.orgId);
        transcribe(call);
        void tellFollowers(call).catch(warning(log, 'followers not told'));
      }
    },
    onGap: () => undefined,
  });

  /** An instance that died between an alert and its summons leaves it to the others. */
  async function summonToMissed(call: Call): Promise<void> {
    for (const alert of await raiser.of(call.callId)) {
      if (alert.severity !== 'compliance') continue;
      const isSent = call.summonses?.some(({ alertId }) => alertId === alert.alertId);
      const age = Date.parse(clock.now()) - Date.parse(alert.raisedAt);
      if (!isSent && age > MISSED_AFTER_MS) await summonTo(summoning, call, alert);
    }
  }

  const looks = everyMs(
    LOOK_EVERY_MS,
    async () => {
      for (const call of hub.openCalls()) {
        if (call.status !== 'live') continue;
        if (call.transcribes) {
          await summonToMissed(call).catch(warning(log, 'nobody summoned yet'));
          transcribe(call);
          await raiser.onTime(call, await live.of(call.callId));
        }
      }
    },
    warning(log, 'calls not looked at'),
  );
  /** Another process may have ended a call, and reports come after its end. */
  function forgetEnded(): void {
    const open = new Set([...hub.openCalls()].map(({ callId }) => callId));
    const isOpen = (callId: string): boolean => open.has(callId);
    live.keepOnly(isOpen);
    raiser.keepOnly(isOpen);
    cueBoards.keepOnly(isOpen);
    for (const kept of [transcribing.calls, lastScores, seen]) forgetOthers(kept, isOpen);
  }

  const scores = everyMs(
    SCORES_EVERY_MS,
    async () => {
      forgetEnded();
      if (hub.consoles() === 0) return;
      const letOthers = takeTurns();
      const claimed = new Map(
        await Promise.all(
          orgIds.map(async (orgId) => [orgId, await claims.ofOrg(orgId, clock.now())] as const),
        ),
      );
      await raiser.load([...hub.openCalls()].map(({ callId }) => callId));
      for (const call of hub.openCalls()) {
        if (call.status !== 'live') continue;
        const own = claimed.get(call.orgId) ?? [];
        const claim = own.find(({ callId }) => callId === call.callId);
        const { score } = attentionView(
          call,
          { userId: '' },
          await raiser.of(call.callId),
          claim,
          clock.now(),
        );
        if (lastScores.get(call.callId) !== score) {
          lastScores.set(call.callId, score);
          await sendAttention(call.orgId, call.callId, own);
        }
        await letOthers();
      }
    },
    warning(log, 'scores not sent'),
  );

  const closing: Closing = [
    () => looks.stop(),
    () => scores.stop(),
    unsubscribe,
    () => live.close(),
    () => news.close(),
  ];
  return {
    keeper,
    hear: live.hear,
    cues: { cues: cueSource, readerOf: cueBoards.readerOf },
    closing,
    linesOf,
    transcripts,
    words: {
      alertsOf: (call: Call) =>
        call.status === 'ended' ? alerts.ofCalls([call.callId]) : raiser.of(call.callId),
      cuesOf: async (call: Call, now: string) =>
        cuesView(call, await cueBoards.of(call), cueBoards.readerOf(call.orgId), now),
      loadAlerts: raiser.load,
      openCalls: () => hub.openCalls(),
      alerts,
      mutes: createAlertMutes(store.pool),
      ruleLabel: (orgId: string, ruleName: string) =>
        keeper.standing(orgId).rules.rules.find(({ name }) => name === ruleName)?.label,
      claims,
      follows,
      onChanged(call: Pick<Call, 'orgId' | 'callId'>) {
        const { orgId, callId } = call;
        raiser.changed(callId);
        news.tell({ about: 'claim', orgId, callId });
        void sendAttention(orgId, callId);
      },
    },
    backtest: {
      transcripts,
      alerts,
      backtests: createAlertBacktests(store.pool),
      store,
      clock,
      ids,
      log,
    },
  };
}
