import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { CallView, NoticeView } from 'c/callModel';
import type { LiveState } from 'c/liveFeed';

/** The feed for the framed page: the calls that this person is on. */
export interface FeedMessages {
  /** The next message for the page; undefined if nothing changed. */
  next(state: LiveState, own: readonly CallView[]): object | undefined;
  /** Forgets what was sent, because the page was reloaded. */
  forget(): void;
}

export function createFeedMessages(): FeedMessages {
  let sent: readonly (string | CallView | NoticeView)[] = [];
  return {
    forget() {
      sent = [];
    },
    next({ status, asOf, notices, grantsUntil, staleSince, whileAway, policyVersion }, own) {
      const parts = [
        status,
        String(asOf),
        grantsUntil ?? '',
        staleSince ?? '',
        policyVersion ?? '',
        ...own,
        ...notices,
      ];
      if (parts.length === sent.length && parts.every((part, i) => part === sent[i]))
        return undefined;
      sent = parts;
      return {
        type: 'feed',
        // The controls of a supervised call are outside the frame, and must not be shown twice.
        hasCallBar: true,
        // The person's time zone in Salesforce, which may differ from the browser's.
        timeZone: TIME_ZONE,
        locale: LOCALE,
        status,
        calls: own,
        notices,
        ...(policyVersion && { policyVersion }),
        ...(asOf !== undefined && { asOf }),
        ...(grantsUntil && { grantsUntil }),
        ...(staleSince && { staleSince, whileAway }),
      };
    },
  };
}
