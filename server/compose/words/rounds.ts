import type { AlertRuleCache } from '../../commands/alerts/alertRuleCache.ts';
import type { FreeHelpers } from '../../commands/alerts/freeHelpers.ts';
import type { AlertRaiser } from '../../commands/alerts/raiseAlerts.ts';
import type { Hearing } from '../../commands/words/hearing.ts';
import type { LiveTranscripts } from '../../commands/words/liveTranscripts.ts';
import type { Call } from '../../domain/call/call.ts';
import { mayTranscribe } from '../../domain/transcript/transcribed.ts';
import { everyMs, warning } from '../../everyMs.ts';
import type { Closing } from '../closing.ts';
import type { LiveFeed } from '../liveFeed.ts';
import type { Shared } from '../shared.ts';
import type { Attention } from './attention.ts';
import type { Cues } from './cues.ts';
import type { FollowerNotifier } from './followerNotifier.ts';
import type { Summoner } from './summoner.ts';
import type { TranscriptionSync } from './transcriptionSync.ts';
import type { IsRepUnnotified } from './unnotifiedReps.ts';

/** How often to look for alerts that time alone raises, and for missing transcriptions. */
const LOOK_EVERY_MS = 1_000;
/** Scores fall with time: how often changed scores are sent again. */
const SCORES_EVERY_MS = 5_000;

interface WordsParts {
  readonly alertRules: AlertRuleCache;
  readonly raiser: AlertRaiser;
  readonly live: LiveTranscripts;
  readonly cues: Cues;
  readonly attention: Attention;
  readonly summoner: Summoner;
  readonly transcriptionSync: TranscriptionSync;
  readonly isRepUnnotified: IsRepUnnotified;
  readonly hearing: Hearing;
  readonly freeHelpers: FreeHelpers;
  readonly followerNotifier: FollowerNotifier;
}

/** Follows the changes of calls, and looks at open calls repeatedly. */
export function startWordsRounds(
  { changes, log }: Pick<Shared, 'changes' | 'log'>,
  { hub }: Pick<LiveFeed, 'hub'>,
  parts: WordsParts,
): Closing {
  const { alertRules, raiser, live, attention, summoner, transcriptionSync } = parts;
  const { hearing, freeHelpers } = parts;
  async function look(call: Call): Promise<void> {
    if (call.status !== 'live') return;
    const { callId } = call;
    await raiser
      .of(callId)
      .then((alerts) => summoner.summonToMissed(call, alerts))
      .catch(warning(log, 'people not summoned to an alert'));
    if (call.transcribes) transcriptionSync.sync(call, hearing.dueAgain(callId));
    const isRepUnnotified = await parts.isRepUnnotified(call.orgId, call.rep);
    const isTranscribed = mayTranscribe(call, { isRepUnnotified });
    await raiser.onTime(call, isTranscribed ? await live.of(callId) : undefined, {
      heardSince: heardSince(callId),
      nobodyFreeSince: nobodyFreeSince(call),
    });
  }
  /** A sentence that is still being said is no silence. */
  const heardSince = (callId: string): string | undefined => {
    const [since, speaksUntil] = [hearing.heardSince(callId), live.speaksUntil(callId)];
    return since && speaksUntil && speaksUntil > since ? speaksUntil : since;
  };
  function nobodyFreeSince(call: Call): string | undefined {
    const { rules } = alertRules.standing(call.orgId).rules;
    const isAsked = rules.some(({ trigger }) => trigger.kind === 'nobody_free');
    return isAsked ? freeHelpers.nobodyFreeSince(call) : undefined;
  }
  const looks = everyMs(
    LOOK_EVERY_MS,
    async () => {
      const calls = [...hub.openCalls()].filter(({ status }) => status === 'live');
      await hearing
        .look(calls.filter(({ transcribes }) => transcribes))
        .catch(warning(log, 'transcriptions not looked at'));
      await raiser
        .load(calls.map(({ callId }) => callId))
        .catch(warning(log, 'alerts not read ahead'));
      for (const call of calls) await look(call).catch(warning(log, 'open call not checked'));
    },
    warning(log, 'open calls not checked'),
  );
  const scores = everyMs(
    SCORES_EVERY_MS,
    async () => {
      retainOnlyOpen(parts, hub.openCalls());
      await attention.sendMovedScores();
    },
    warning(log, 'scores not sent'),
  );
  return [() => looks.stop(), () => scores.stop(), followChanges(changes, parts, log)];
}

function followChanges(changes: Shared['changes'], parts: WordsParts, log: Shared['log']) {
  const { alertRules, raiser, live, attention, transcriptionSync, followerNotifier } = parts;
  return changes.subscribe({
    onChange(callId, call) {
      if (call?.status === 'ended') {
        for (const kept of [transcriptionSync, live, raiser, attention, followerNotifier])
          kept.forget(callId);
      } else if (call) {
        if (call.transcribes) alertRules.readAhead(call.orgId);
        transcriptionSync.sync(call);
        void followerNotifier
          .notifyFollowers(call)
          .catch(warning(log, 'telling followers of a call failed'));
      }
    },
    onGap: () => undefined,
  });
}

/** Needed because another process may end a call, and reports may arrive after its end. */
function retainOnlyOpen(parts: WordsParts, openCalls: Iterable<Call>): void {
  const { live, raiser, cues, transcriptionSync, attention, followerNotifier } = parts;
  const { hearing, freeHelpers } = parts;
  const open = new Set([...openCalls].map(({ callId }) => callId));
  for (const kept of [
    ...[live, raiser, cues.boards, transcriptionSync, attention, followerNotifier],
    ...[hearing, freeHelpers],
  ])
    kept.retainOnly((callId) => open.has(callId));
}
