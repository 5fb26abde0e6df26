import { forgetOthers } from '../../commands/words/forgetOthers.ts';
import type { Call } from '../../domain/call/call.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import { warning } from '../../everyMs.ts';
import type { Log, RepFollows, WordsNews } from '../../ports/index.ts';
import type { JointCallNews } from '../jointCalls.ts';

export interface FollowerNotifierDeps {
  readonly follows: Pick<RepFollows, 'claimFollowers'>;
  /** The names of those followers of whom the rep is told. */
  readonly namesForRep: (call: Call, followers: readonly string[]) => Promise<readonly string[]>;
  readonly jointCalls: Pick<JointCallNews, 'begins'>;
  readonly log: Log;
  readonly tell: (news: WordsNews) => void;
  /** Has followers notified where no page of theirs is open. */
  readonly notify: (call: Call, followers: readonly string[]) => Promise<void>;
}

export interface FollowerNotifier {
  /**
   * Tells people who follow the rep, or planned to join, that a call has begun; once for each call.
   */
  notifyFollowers(call: Call): Promise<void>;
  forget(callId: string): void;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

export function createFollowerNotifier({
  follows,
  namesForRep,
  jointCalls,
  log,
  tell,
  notify,
}: FollowerNotifierDeps): FollowerNotifier {
  const seen = new Set<string>();
  async function publishJointCall(call: Call): Promise<void> {
    const began = await jointCalls.begins(call);
    if (began) tell(began);
  }
  return {
    async notifyFollowers(call) {
      if (call.status !== 'live' || isPractice(call) || seen.has(call.callId)) return;
      seen.add(call.callId);
      void publishJointCall(call).catch(
        warning(log, 'publishing the start of a planned joint call failed'),
      );
      const { orgId, callId } = call;
      const followers = await follows.claimFollowers(orgId, call.rep.userId);
      if (followers.length === 0) return;
      const told = await namesForRep(call, followers).catch((fault: Error) => {
        log.warn({ callId, fault: fault.message }, 'telling a rep who follows the call failed');
        return [];
      });
      tell({ about: 'follow', orgId, callId, followers, namedToRep: told });
      await notify(call, followers);
    },
    forget: (callId) => void seen.delete(callId),
    retainOnly: (isOpen) => forgetOthers(seen, isOpen),
  };
}
