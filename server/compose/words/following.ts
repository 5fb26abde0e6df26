import { forgetOthers } from '../../commands/words/forgetOthers.ts';
import type { Call } from '../../domain/call/call.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import type { RepFollows, WordsNews } from '../../ports/index.ts';

export interface FollowingDeps {
  readonly follows: Pick<RepFollows, 'claimFollowers'>;
  readonly tell: (news: WordsNews) => void;
}

export interface Following {
  /** Tells those who follow the rep that a call has begun, once a call. */
  tellFollowers(call: Call): Promise<void>;
  forget(callId: string): void;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

export function createFollowing({ follows, tell }: FollowingDeps): Following {
  const seen = new Set<string>();
  return {
    async tellFollowers(call) {
      if (call.status !== 'live' || isPractice(call) || seen.has(call.callId)) return;
      seen.add(call.callId);
      const { orgId, callId } = call;
      const followers = await follows.claimFollowers(orgId, call.rep.userId);
      if (followers.length > 0) tell({ about: 'follow', orgId, callId, followers });
    },
    forget: (callId) => void seen.delete(callId),
    retainOnly: (isOpen) => forgetOthers(seen, isOpen),
  };
}
