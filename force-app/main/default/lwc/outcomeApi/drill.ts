import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';
import type { Issue } from './outcomeApi';

/** What happened during an intervention, or to a help request. */
export type Way =
  | 'whisper_first'
  | 'whisper_skipped'
  | 'handed_back'
  | 'noticed'
  | 'notice_missing'
  | 'acknowledged'
  | 'help_answered';

/** Which calls are behind a number, in addition to the filters of the page. */
export interface Behind {
  mode?: Mode | 'nobody';
  from?: string;
  to?: string;
  queueId?: string;
  repUserId?: string;
  supervisorUserId?: string;
  reasonCode?: string;
  withoutReason?: 'true';
  ofInterventions?: 'true';
  outcome?: 'given' | 'saved';
  arm?: 'shown' | 'held_out';
  rating?: 'given' | 'good' | 'poor';
  way?: Way;
  /** What the call was about, as the rep said. */
  issue?: Issue | 'not_said';
  isSaved?: 'true';
  /** Calls whose rep gave a disposition. */
  isKnown?: 'true';
  askedForHelp?: 'true';
  isOnDeal?: 'true';
  /** Callers whom nobody answered, instead of answered calls. */
  unanswered?: 'any' | 'abandoned' | 'missed';
}

/** A request to see the calls behind a number. `what` is the name of the number. */
export interface Drill {
  what: string;
  behind: Behind;
  /** Whether the number is for all reasons. */
  ofAllReasons?: boolean;
}

export const drillEvent = (detail: Drill): CustomEvent<Drill> =>
  new CustomEvent('drill', { detail });

export interface CallBehind {
  callId: string;
  answeredAt: string;
  seconds: number;
  direction: 'inbound' | 'outbound';
  rep: { userId: string; name: string };
  opportunity?: { opportunityId: string; name?: string };
  disposition?: string;
  /** The customer's rating, on the scale of the org's survey. */
  score?: number;
  interventions: { supervisorName: string; mode: Mode; reason?: string; outcome?: string }[];
}

interface Place {
  answeredAt: string;
  callId: string;
}

export interface CallsBehind {
  calls: CallBehind[];
  next?: Place;
}

/**
 * @param query the filters of the page and the calls behind the number, as the server names them
 */
export const callsBehind = (
  query: Readonly<Record<string, string>>,
  after?: Place,
): Promise<CallsBehind> =>
  request('GET', `/api/outcomes/calls?${new URLSearchParams({ ...query, ...after }).toString()}`);
