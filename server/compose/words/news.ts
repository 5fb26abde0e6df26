import type { AlertRaiser } from '../../commands/alerts/raiseAlerts.ts';
import type { LiveTranscripts } from '../../commands/words/liveTranscripts.ts';
import { mayReadWords, maySeeAlerts } from '../../domain/supervision/transcriptReaders.ts';
import { warning } from '../../everyMs.ts';
import { lineView } from '../../http/views/wordsViews.ts';
import type { Log, WordsNews } from '../../ports/index.ts';
import type { JointCallNews } from '../jointCalls.ts';
import type { LiveFeed } from '../liveFeed.ts';
import type { Attention } from './attention.ts';
import type { Cues } from './cues.ts';

export interface WordsNewsDeps extends Pick<LiveFeed, 'hub' | 'viewing'> {
  readonly raiser: AlertRaiser;
  readonly live: Pick<LiveTranscripts, 'known'>;
  readonly cues: Pick<Cues, 'show'>;
  readonly attention: Pick<Attention, 'send'>;
  readonly jointCalls: Pick<JointCallNews, 'tell'>;
  readonly log: Log;
}

type SpokenNews = Extract<WordsNews, { readonly about: 'line' | 'masked' | 'now' }>;
type FollowNews = Extract<WordsNews, { readonly about: 'follow' }>;

/**
 * Handles news of words: sends all of it to this instance's consoles, and judges the instance's
 * own.
 */
export type HandleWordsNews = (news: WordsNews, isOwn: boolean) => void;

export const handleWordsNews =
  (deps: WordsNewsDeps): HandleWordsNews =>
  (news, isOwn) => {
    switch (news.about) {
      case 'line':
      case 'masked':
      case 'now':
        sendWords(deps, news);
        if (news.about === 'line') handleLine(deps, news, isOwn);
        return;
      case 'alert':
      case 'claim':
        deps.raiser.changed(news.callId);
        void deps.attention.send(news);
        return;
      case 'follow':
        showToFollowers(deps, news);
        return;
      case 'joint_call':
        deps.jointCalls.tell(news);
    }
  };

function sendWords({ hub, viewing }: WordsNewsDeps, news: SpokenNews): void {
  const { orgId, callId } = news;
  const said = {
    callId,
    ...(news.about === 'now' ? { now: news.now } : { line: lineView(news.line) }),
  };
  hub.notifyReaders({ orgId, callId }, 'words', (call, person) =>
    mayReadWords(call, person, viewing(person)) ? said : undefined,
  );
}

/** Every instance shows cards for all lines, and judges only the lines that were reported to it. */
function handleLine(
  { hub, cues, raiser, live, log }: WordsNewsDeps,
  { orgId, callId, line }: Extract<WordsNews, { readonly about: 'line' }>,
  isOwn: boolean,
): void {
  const call = hub.openCall(orgId, callId);
  if (!call) return;
  void cues.show(call, line).catch(warning(log, 'showing cues to a rep failed'));
  if (isOwn)
    void raiser
      .onLine(call, live.known(callId), line)
      .catch(warning(log, 'transcript line not checked for alerts'));
}

function showToFollowers({ hub, viewing }: WordsNewsDeps, news: FollowNews): void {
  const { orgId, callId, followers, namedToRep } = news;
  if (namedToRep.length > 0)
    hub.notifyReaders({ orgId, callId }, 'followed', (call, person) =>
      person.userId === call.rep.userId ? { callId, supervisors: namedToRep } : undefined,
    );
  hub.notifyReaders({ orgId, callId }, 'follow', (call, person) =>
    followers.includes(person.userId) && maySeeAlerts(call, person, viewing(person))
      ? { callId, repName: call.rep.name, customerName: call.customer.name }
      : undefined,
  );
}
