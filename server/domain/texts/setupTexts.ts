import type { Elsewhere } from '../audit/personalData.ts';
import type { ScorecardFaultCode } from '../call/scorecardFaults.ts';
import type { SurveyRule } from '../survey/survey.ts';

/** A check of the setup: what it is called, what is said when it is right, and what to do if not. */
interface CheckTexts<Code extends string> {
  readonly title: string;
  readonly ok: string;
  readonly remedies: Readonly<Record<Code, string>>;
}

/** What administrators read of the setup. */
export interface SetupTexts {
  /** Other places that store a person's data. */
  readonly elsewhere: Readonly<Record<Elsewhere, string>>;
  readonly checks: {
    readonly server_url: CheckTexts<'not_set' | 'not_https' | 'differs'>;
    readonly certificate: CheckTexts<'not_named' | 'expired' | 'expires_soon'>;
    readonly package_version: CheckTexts<'unnamed' | 'package_older' | 'server_older' | 'differs'>;
    readonly permission_sets: CheckTexts<'nobody_holds'>;
    readonly integration_access: CheckTexts<'users' | 'setup' | 'skills'>;
    readonly notifications: CheckTexts<'missing'>;
    readonly calendars: CheckTexts<'not_read' | 'not_edited' | 'no_role'>;
    readonly phone_numbers: CheckTexts<'none' | 'elsewhere'>;
    readonly unknown_callers: CheckTexts<'no_group' | 'nobody_in_it' | 'nobody_told'>;
    readonly callbacks: CheckTexts<'none_yet' | 'stopped'>;
    readonly audio_check: CheckTexts<'never' | 'failed' | 'not_run' | 'old'>;
    readonly sound_relays: CheckTexts<'failing'>;
    readonly policy: CheckTexts<'none' | 'refused'>;
    readonly sync: CheckTexts<'dead_letter' | 'dead_letters' | 'one_waits' | 'waits'>;
    readonly api_limit: CheckTexts<'near'>;
    readonly incidents: CheckTexts<'one_open' | 'open'>;
    readonly outcome_files: CheckTexts<'failing'>;
    readonly scorecard: CheckTexts<ScorecardFaultCode>;
    readonly survey: CheckTexts<SurveyRule | 'none_joined'>;
  };
  /** A check whose facts could not be read. */
  readonly unknown: string;
}

export type SetupCheckId = keyof SetupTexts['checks'];
