import type { CallView, InterventionView, NoticeView, Problem } from 'c/callModel';
import type { ServerEvent } from './serverEvents';

export type FeedStatus = 'connecting' | 'live' | 'lost' | 'refused';

export interface LiveState {
  status: FeedStatus;
  /** Why the feed is lost or refused. */
  reason?: Problem;
  /** From when this person's permissions are, while Salesforce does not confirm them. */
  staleSince?: string;
  /** Whether a snapshot has come: before, an empty list says nothing. */
  loaded: boolean;
  calls: CallView[];
  notices: NoticeView[];
  interventionsDue: InterventionView[];
}

type Snapshot = Pick<LiveState, 'calls' | 'notices' | 'interventionsDue'>;

export const NOTHING: LiveState = {
  status: 'connecting',
  loaded: false,
  calls: [],
  notices: [],
  interventionsDue: [],
};

/** The state after an event of the server. */
export function received(state: LiveState, { event, data }: ServerEvent): LiveState {
  switch (event) {
    case 'snapshot':
      return {
        ...(data as Snapshot),
        staleSince: state.staleSince,
        status: 'live',
        reason: undefined,
        loaded: true,
      };
    case 'rights':
      return { ...state, staleSince: (data as { staleSince?: string }).staleSince };
    case 'call':
      return { ...state, calls: replaced(state.calls, data as CallView, 'callId') };
    case 'notice':
      return { ...state, notices: replaced(state.notices, data as NoticeView, 'noticeId') };
    case 'intervention':
      return withIntervention(state, data as InterventionView);
    default:
      return state;
  }
}

/** An intervention waits for its outcome as long as that is due. */
export function withIntervention(state: LiveState, intervention: InterventionView): LiveState {
  const due = intervention.outcome?.status === 'due';
  const others = state.interventionsDue.filter(
    (each) => each.interventionId !== intervention.interventionId,
  );
  return {
    ...state,
    interventionsDue: due
      ? replaced(state.interventionsDue, intervention, 'interventionId')
      : others,
  };
}

/** An ended call goes with its notices; one that lives is left alone. */
export function withoutEnded(state: LiveState, callId: string): LiveState {
  return {
    ...state,
    calls: state.calls.filter((each) => each.callId !== callId || each.status !== 'ended'),
    notices: state.notices.filter((notice) => notice.callId !== callId),
  };
}

function replaced<T, K extends keyof T>(list: T[], item: T, key: K): T[] {
  return list.some((each) => each[key] === item[key])
    ? list.map((each) => (each[key] === item[key] ? item : each))
    : [...list, item];
}
