import USER_ID from '@salesforce/user/Id';
import { interventionOf, isSilent, replacesRep } from 'c/callModel';
import { liveCallsNow } from 'c/liveFeed';

/** The call that a supervisor leaves to join another one. */
export interface CallToLeave {
  readonly interventionId: string;
  readonly repName: string;
  /** Whether the supervisor has taken the call over. */
  readonly isTakenOver: boolean;
  /** Whether nobody hears the supervisor, so that leaving needs no confirmation. */
  readonly isUnheard: boolean;
}

/** The call that this person already supervises, as far as the page knows. */
export function callToLeave(exceptId: string): CallToLeave | undefined {
  for (const call of liveCallsNow()) {
    const own = call.status === 'live' ? interventionOf(call, USER_ID) : undefined;
    if (own && !own.leaving && call.callId !== exceptId)
      return {
        interventionId: own.interventionId,
        repName: call.rep.name,
        isTakenOver: own.mode !== undefined && replacesRep(own.mode),
        isUnheard: own.mode !== undefined && isSilent(own.mode) && !own.pendingMode,
      };
  }
  return undefined;
}
