import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';

/** What happened on the way of an intervention, or to a help request. */
export type Way =
  | 'whisper_first'
  | 'whisper_skipped'
  | 'handed_back'
  | 'noticed'
  | 'acknowledged'
  | 'help_answered';

/** Which calls are behind a number, beside what the page is about. */
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
  /** Whose rep said how it went. */
  isKnown?: 'true';
  askedForHelp?: 'true';
  isOnDeal?: 'true';
  /** Callers whom nobody answered, in place of answered calls. */
  unanswered?: 'any' | 'abandoned' | 'missed';
}

/** Somebody wants to see the calls behind a number. `what` names it. */
export interface Drill {
  what: string;
  behind: Behind;
  /** The number is of all reasons. */
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
  /** What the customer said, on the scale of the org's survey. */
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

/** @param query what the page is about and what is behind the number, as the server names it */
export const callsBehind = (
  query: Readonly<Record<string, string>>,
  after?: Place,
): Promise<CallsBehind> =>
  request('GET', `/api/outcomes/calls?${new URLSearchParams({ ...query, ...after }).toString()}`);
