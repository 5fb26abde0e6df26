import type { ScorecardFaultCode } from '../call/scorecardFaults.ts';
import type { SurveyRule } from '../survey/survey.ts';

/** Known facts of an org's setup. Facts that could not be read are absent. */
export interface SetupFacts {
  readonly now: string;
  /** The address at which browsers and the carrier reach this server. */
  readonly publicUrl: string;
  /** The package that was delivered with this server. */
  readonly neededPackage?: PackageVersion;
  /** The package that the org has. */
  readonly deployedPackage?: DeployedPackage;
  readonly settings?: CrmSettings;
  /** Until when the latest of the registered certificates is taken. */
  readonly certificateUntil?: string;
  /** Required permission sets that are assigned to nobody. */
  readonly setsThatNobodyHolds?: readonly string[];
  readonly accessGaps?: readonly ('users' | 'setup' | 'skills' | 'unknown')[];
  /** Notification types that the org lacks. */
  readonly missingNotifications?: readonly string[];
  readonly calendars?: CalendarAccess;
  readonly numbers?: readonly OwnNumber[];
  readonly unknownCallers?: UnknownCallers;
  readonly callbacks?: Callbacks;
  readonly audioCheck?: AudioCheckFacts;
  readonly policy?: { readonly version?: string; readonly isRefused: boolean };
  readonly outbox?: {
    readonly waiting: number;
    readonly deadLetters: number;
    readonly oldestAt?: string;
  };
  readonly apiLimit?: { readonly used: number; readonly limit: number };
  readonly openIncidents?: number;
  /** Whether a relay of sound answers, where the org has some. */
  readonly soundRelays?: 'not_set' | 'ready' | 'failing';
  /** Whether outcome files can be written to the configured place. */
  readonly outcomeFiles?: 'not_set' | 'ready' | 'failing';
  readonly survey?: SurveyFacts;
  /** The first fault in the records of the scorecard, if there is one. */
  readonly scorecard?: ScorecardFacts;
}

type ScorecardFacts =
  | { readonly status: 'read'; readonly items: number }
  | {
      readonly status: 'faulty';
      readonly item: string;
      readonly field: string;
      readonly code: ScorecardFaultCode;
      readonly value?: string;
      /** How many faults there are. */
      readonly count: number;
    };

/**
 * Whether times can be read and booked in calendars. `no_role`: the integration user stands above
 * nobody, so calendars look empty to it.
 */
export type CalendarAccess = 'ready' | 'not_read' | 'not_edited' | 'no_role';

/** The status of the customer survey. `field` is the record's field at fault. */
type SurveyFacts =
  | { readonly status: 'none' }
  | {
      readonly status: 'faulty';
      readonly field: string;
      readonly rule: SurveyRule;
      readonly value?: string;
    }
  | {
      readonly status: 'read';
      readonly object: string;
      /** Answers that belong to a call, and that belong to none. */
      readonly joined: number;
      readonly apart: number;
      readonly readAt?: string;
    };

/** A version of the package: its number, and a digest that differs for every change of it. */
export interface PackageVersion {
  readonly version: string;
  readonly sources: string;
}

/** `unnamed`: the org's package does not say which it is. */
export type DeployedPackage = PackageVersion | 'unnamed';

/** The record Dealside Setting: Default; without it nothing is set. */
export interface CrmSettings {
  readonly serverUrl?: string;
  readonly certificateName?: string;
}

/** A number of the org: where the carrier asks what to do with its calls. */
export interface OwnNumber {
  readonly number: string;
  /** Absent for a number that is only proved to be the org's, and receives no calls here. */
  readonly asksAt?: string;
}

/** The queue or public group that rings for callers unknown to the CRM, and how many users it has. */
export interface UnknownCallers {
  readonly group?: string;
  readonly users: number;
  /** The name of the person who is told of their missed calls where no phone can be rung. */
  readonly notifiedInstead?: string;
}

/** When the carrier last reported, and when a call was last placed or received. */
export interface Callbacks {
  readonly lastAt?: string;
  readonly lastCallAt?: string;
}

/** The latest run of the audio check that has ended, and the latest that passed. */
interface AudioCheckFacts {
  readonly lastStatus?: 'passed' | 'failed' | 'not_run';
  readonly lastAt?: string;
  readonly passedAt?: string;
}
