import type { Role } from './people.ts';
import type { ReasonCode } from './reasons.ts';

/** Help requests of reps during a call, and text whispers of supervisors to reps. */

/** A supervisor, as the rep and other supervisors see them. */
export interface Helper {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

export const HELP_REASON_CODES = [
  'pricing',
  'technical',
  'manager',
  'legal',
  'difficult',
  'other',
] as const;
export type HelpReasonCode = (typeof HELP_REASON_CODES)[number];

/** The reason of a barge that answers the request, until the supervisor says otherwise. */
export const REASON_FOR_HELP: Readonly<Record<HelpReasonCode, ReasonCode>> = {
  pricing: 'negotiation_help',
  technical: 'technical_expertise',
  manager: 'customer_asks_manager',
  legal: 'legal_or_regulatory',
  difficult: 'rep_support',
  other: 'rep_support',
};

/** Whether the code is one of the reasons that reps can give. */
export const isHelpReasonCode = (code: string): code is HelpReasonCode =>
  HELP_REASON_CODES.some((one) => one === code);

/**
 * A rep's help request on a call. It closes when a supervisor comes, the rep cancels it, no
 * supervisor comes in time, or the call ends.
 */
export type HelpRequest = HelpFacts &
  (
    | { readonly status: 'open' }
    | { readonly status: 'taken'; readonly takenBy: Helper; readonly takenAt: string }
    | {
        readonly status: 'closed';
        readonly closedAt: string;
        readonly because: HelpEnd;
        readonly answer?: HelpAnswer;
      }
  );

interface HelpFacts {
  readonly helpRequestId: string;
  readonly reasonCode: HelpReasonCode;
  /** The skill that the supervisor should have, in the rep's words. */
  readonly skill?: string;
  readonly note?: string;
  readonly at: string;
  /** The people it could reach when it was made; undefined if unknown. */
  readonly reach?: HelpReach;
  /** How long it stays open, by the policy of that time. */
  readonly openMs?: number;
  /**
   * The people it is offered to, and when more are added; if undefined, it goes to everybody at
   * once.
   */
  readonly offer?: HelpOffer;
  /** Who accepted it and did not come, once for each time, as long as it is open. */
  readonly givenBackBy?: readonly Helper[];
  /** When it was last given back: it is open again from then on. */
  readonly reopenedAt?: string;
}

/**
 * The user ids that each step of an offer adds, best helpers first. The last step includes
 * everybody who may join the call.
 */
export interface HelpOffer {
  readonly steps: readonly (readonly string[])[];
  readonly step: number;
  readonly stepSince: string;
  readonly stepMs: number;
}

/**
 * `available`: a person who may join the call has a page open. `away`: people may join but have no
 * page open, and are only notified. `nobody`: the policy lets nobody join the call now.
 */
export type HelpReach = 'available' | 'away' | 'nobody';

/** The supervisor who came, and on which intervention. */
export interface HelpAnswer {
  readonly userId: string;
  readonly interventionId: string;
}

/**
 * Why a request is open again. `canceled`: the supervisor stopped before joining. `join_failed`: the
 * join began and failed. `did_not_come`: neither, but the time for coming is over.
 */
export type HelpReturnReason = 'canceled' | 'join_failed' | 'did_not_come';

export type HelpEnd = 'came' | 'withdrawn' | 'call_ended' | 'expired';

/**
 * A line of text between a supervisor on the call and its rep. Nobody hears it, and it is in no
 * recording.
 */
export interface TextWhisper {
  readonly textWhisperId: string;
  readonly interventionId: string;
  readonly from: Helper;
  /** The rep's answer to the supervisor of the intervention; else it is for the rep. */
  readonly toSupervisor?: true;
  /** Recognition of what the rep does well. */
  readonly isPraise?: true;
  readonly text: string;
  readonly at: string;
  readonly seenAt?: string;
}

export type HelpEvent =
  | { readonly type: 'HelpRequested'; readonly help: HelpRequest; readonly at: string }
  | {
      readonly type: 'HelpAccepted';
      readonly helpRequestId: string;
      readonly takenBy: Helper;
      readonly at: string;
    }
  | {
      readonly type: 'HelpReopened';
      readonly helpRequestId: string;
      readonly givenBackBy: Helper;
      readonly because: HelpReturnReason;
      readonly at: string;
    }
  | { readonly type: 'HelpRequestCancelled'; readonly helpRequestId: string; readonly at: string }
  | { readonly type: 'HelpRequestExpired'; readonly helpRequestId: string; readonly at: string }
  /** Nobody has come yet: from now on it is offered to more people. */
  | {
      readonly type: 'HelpOfferWidened';
      readonly helpRequestId: string;
      readonly step: number;
      readonly at: string;
    }
  | { readonly type: 'TextWhispered'; readonly textWhisper: TextWhisper; readonly at: string }
  | { readonly type: 'TextWhisperSeen'; readonly textWhisperId: string; readonly at: string };

/** How long the rep waited until a supervisor came; undefined where none came. */
export const waitedMs = (help: HelpRequest): number | undefined =>
  help.status === 'closed' && help.because === 'came'
    ? Math.max(0, Date.parse(help.closedAt) - Date.parse(help.at))
    : undefined;

/** The requests of a call: the latest, and those before it, oldest first. */
interface CallWithHelp {
  readonly help?: HelpRequest;
  readonly pastHelp?: readonly HelpRequest[];
}

/** The help request that is still open, if any. */
export function openHelpRequest({
  help,
}: CallWithHelp): Exclude<HelpRequest, { status: 'closed' }> | undefined {
  return help && help.status !== 'closed' ? help : undefined;
}

/** All requests for help on this call, oldest first. */
export const allHelpRequests = ({ help, pastHelp = [] }: CallWithHelp): readonly HelpRequest[] => [
  ...pastHelp,
  ...(help ? [help] : []),
];
