import type { DispositionCode } from '../call/dispositions.ts';
import type { Mode } from '../call/modes.ts';
import type { OutcomesQuestion } from './totals.ts';

/** An event during an intervention, or the answer to a help request of the call. */
export const WAYS = [
  'whisper_first',
  'whisper_skipped',
  'handed_back',
  'noticed',
  'notice_missing',
  'acknowledged',
  'help_answered',
] as const;
export type Way = (typeof WAYS)[number];

/** Which of the calls of a question are behind a number. */
export interface BehindQuestion extends OutcomesQuestion {
  /** The highest mode of the call, or of one of its interventions where more is asked of those. */
  readonly mode?: Mode | 'nobody';
  /** Whether the mode is that of an intervention, and not the highest of the call. */
  readonly ofInterventions?: boolean;
  readonly supervisorUserId?: string;
  /** Interventions without a reason. */
  readonly withoutReason?: boolean;
  /** Interventions with one of these outcomes. */
  readonly outcomeCodes?: readonly string[];
  readonly arm?: 'shown' | 'held_out';
  /** Whose customer answered the survey, or was satisfied, or was not. */
  readonly rating?: 'given' | 'good' | 'poor';
  readonly way?: Way;
  /** Whose rep said one of these about it; an empty one: nothing. */
  readonly dispositions?: readonly (DispositionCode | '')[];
  /** Whose rep said how it went. */
  readonly isKnown?: boolean;
  readonly askedForHelp?: boolean;
  readonly isOnDeal?: boolean;
  /** Unanswered callers in place of answered calls. */
  readonly unanswered?: (typeof UNANSWERED)[number];
}

/** The unanswered callers: all, those who hung up while they waited, or the others. */
export const UNANSWERED = ['any', 'abandoned', 'missed'] as const;

/** A call behind a number; of interventions those that its reader may know of. */
export interface CallBehind {
  readonly callId: string;
  /** For an unanswered call, when the caller called. */
  readonly answeredAt: string;
  readonly seconds: number;
  readonly direction: 'inbound' | 'outbound';
  readonly rep: { readonly userId: string; readonly name: string };
  readonly opportunity?: { readonly opportunityId: string; readonly name?: string };
  /** The rep's disposition. */
  readonly disposition?: string;
  /** The customer's rating, on the scale of the org's survey. */
  readonly score?: number;
  readonly interventions: readonly {
    readonly supervisorName: string;
    readonly mode: Mode;
    readonly reasonCode?: string;
    readonly outcomeCode?: string;
  }[];
}

/** Where a page of calls begins: those answered before this one. */
export interface BehindPlace {
  readonly answeredAt: string;
  readonly callId: string;
}
