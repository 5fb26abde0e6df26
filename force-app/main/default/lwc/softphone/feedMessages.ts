import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { CallView, NoticeView } from 'c/callModel';
import type { LiveState } from 'c/liveFeed';

/** The feed as the framed page gets it: the calls that this person is on. */
export interface FeedMessages {
  /** What the page is to be told; undefined where it knows already. */
  next(state: LiveState, own: readonly CallView[]): object | undefined;
  /** The page was loaded anew and knows nothing. */
  forget(): void;
}

export function createFeedMessages(): FeedMessages {
  let told: readonly (string | CallView | NoticeView)[] = [];
  return {
    forget() {
      told = [];
    },
    next({ status, asOf, notices, staleSince, whileAway, policyVersion }, own) {
      const parts = [
        status,
        String(asOf),
        staleSince ?? '',
        policyVersion ?? '',
        ...own,
        ...notices,
      ];
      if (parts.length === told.length && parts.every((part, i) => part === told[i]))
        return undefined;
      told = parts;
      return {
        type: 'feed',
        // The controls of a supervised call are beside the frame: in it they would be twice.
        hasCallBar: true,
        // The person's zone in Salesforce, which need not be the browser's.
        timeZone: TIME_ZONE,
        status,
        calls: own,
        notices,
        ...(policyVersion && { policyVersion }),
        ...(asOf !== undefined && { asOf }),
        ...(staleSince && { staleSince, whileAway }),
      };
    },
  };
}
