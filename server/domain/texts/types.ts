import type { AuditAction } from '../audit/actions.ts';
import type { ConsentParties } from '../call/consentEvidence.ts';
import type { DebriefNotice } from '../call/debriefRules.ts';
import type { DispositionCode, DispositionFamily } from '../call/dispositions.ts';
import type { FaultWording } from '../call/faultWordings.ts';
import type { HelpReasonCode } from '../call/helpRequest.ts';
import type { JointCallNews } from '../call/jointCall.ts';
import type { Mode, PartyRole } from '../call/modes.ts';
import type { NoticeKind } from '../call/noticeKinds.ts';
import type { GroupKind, KnownRole } from '../call/people.ts';
import type { ShippedOutcomeCode, ShippedReasonCode } from '../call/reasons.ts';
import type { ConsentWitness, RefusalCode, RefusalWording } from '../call/refusals.ts';
import type { WriteFaultCode } from '../call/writeFault.ts';
import type { SetupTexts } from './setupTexts.ts';
import type { WrittenTexts } from './written.ts';

/** A text of the catalogue. `{places}` are filled by `fill`. */
export interface RefusalText {
  readonly message: string;
  readonly hint?: string;
}

/** What somebody may do on a call: a mode, or monitoring without a notice to the rep. */
type Access = Mode | 'covert';

/**
 * Said to a supervisor who was taken off a call: nothing is left to them there, other modes may be,
 * or the customer had nobody else.
 */
export type TakenOffTexts = Readonly<Record<'policy' | 'mode' | 'alone', RefusalText>>;

/** Said to a supervisor who was moved to a quieter mode: why, and what they can still use there. */
type SteppedDownTexts = Readonly<Record<'message' | 'one' | 'several', string>>;

interface Title {
  readonly title: string;
  readonly body: string;
}

/** Everything that the server says to people on screens, in one language. */
export interface Texts {
  readonly refusals: Readonly<Record<RefusalCode, RefusalText>>;
  /** What a wording says otherwise than its code's own text; what it leaves out stays. */
  readonly wordings: Readonly<Record<RefusalWording, Partial<RefusalText>>>;
  /** What is read for each action of the audit. */
  readonly auditActions: Readonly<Record<AuditAction, string>>;
  readonly internalError: RefusalText;
  /** What a browser shows of the server's own addresses, of which none is a page for people. */
  readonly browserPage: {
    readonly rootTitle: string;
    readonly rootText: string;
    readonly notFoundTitle: string;
    readonly notFoundText: string;
  };
  /** A switch that the carrier did not confirm. */
  readonly notConfirmed: RefusalText;
  readonly takenOff: TakenOffTexts;
  readonly steppedDown: SteppedDownTexts;

  readonly modes: Readonly<Record<Mode, string>>;
  /** A role, of one person and of many. */
  readonly roles: Readonly<Record<KnownRole, { readonly one: string; readonly many: string }>>;
  /** The people of a role that the org added. */
  readonly ownRole: string;
  /** Someone without a role. */
  readonly colleague: { readonly one: string; readonly many: string };
  readonly reasons: Readonly<Record<ShippedReasonCode, string>>;
  /** Families of reasons; an org may have others. */
  readonly reasonFamilies: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<ShippedOutcomeCode, string>>;
  readonly dispositions: Readonly<Record<DispositionCode, string>>;
  readonly dispositionFamilies: Readonly<Record<DispositionFamily, string>>;
  /** What alerts are about, by family; a rule's own label stands where it has none. */
  readonly alertFamilies: Readonly<Record<string, string>>;
  /** Names of the shipped alert rules about how a conversation goes, by rule. */
  readonly alertRules: Readonly<Record<string, string>>;
  readonly helpReasons: Readonly<Record<HelpReasonCode, string>>;
  /** What a supervisor can say when barging and when handing back (D10, D11, P8). */
  readonly scripts: {
    readonly introduction: string;
    readonly takeover: string;
    readonly roleClarifying: string;
    /** Stands by the rep, before the supervisor says anything of the matter. */
    readonly solidarity: string;
    readonly handBack: string;
  };
  /** What an administrator reads of the org's words. */
  readonly vocabulary: {
    readonly lists: Readonly<
      Record<'reasons' | 'outcomes' | 'scripts' | 'phrases' | 'notices' | 'criteria', string>
    >;
    readonly status: Readonly<Record<'retired' | 'gone', string>>;
    readonly noteRequired: string;
    readonly countsAsSaved: string;
    readonly notSaved: string;
    readonly labelIn: string;
    readonly phrase: string;
    readonly scripts: Readonly<
      Record<
        | 'introduction'
        | 'role_clarifying'
        | 'solidarity'
        | 'hand_back'
        | 'disclosure'
        | 'text_whisper',
        string
      >
    >;
    readonly noticeKinds: Readonly<Record<'visual' | 'spoken' | 'tone' | 'voicemail', string>>;
    readonly audiences: Readonly<Record<string, string>>;
    readonly verdicts: Readonly<Record<'barge' | 'do_not_barge', string>>;
  };
  readonly announcements: {
    readonly disclosure: string;
    readonly disclosure_recorded: string;
    readonly disclosure_recorded_and_transcribed: string;
    readonly disclosure_transcribed: string;
    readonly one_moment: string;
    readonly joined: string;
    readonly about_to_listen: string;
    readonly about_to_speak: string;
  };

  /** The name of a caller whom the CRM does not know. */
  readonly unknownCaller: string;
  /** Stands for the rep of a missed call whom the CRM could not name yet. */
  readonly unassigned: string;
  /** What a caller hears who waits for somebody, or whom nobody can take. */
  readonly caller: Readonly<
    Record<
      | 'welcome'
      | 'nextStep'
      | 'onHold'
      | 'repLost'
      | 'leaveMessage'
      | 'closedMessage'
      | 'closed'
      | 'messageLeft'
      | 'askRating'
      | 'rated',
      string
    >
  >;
  /** What a connection that is not admitted hears before it is hung up. */
  readonly notAdmitted: Readonly<
    Record<
      'notYourCall' | 'cannotBeJoined' | 'noLongerJoinable' | 'nobodyAvailable' | 'notUnderstood',
      string
    >
  >;

  /** What somebody hears who answers an own phone. Places: {customer}, {rep}. */
  readonly ownDevice: Readonly<Record<'take' | 'place' | 'change' | 'listen' | 'code', string>>;
  readonly notices: Readonly<Record<Mode, string>> & { readonly reason: string };
  readonly notifications: {
    /** What the supervisor did, by the highest mode. */
    readonly receipt: { readonly titles: Readonly<Record<Mode, string>>; readonly body: string };
    readonly coaching: Title;
    readonly outcome: Title;
    /** Of a debrief. Places: {with}, {rep}, {supervisor}, {customer}, {dueOn}, {time}, {zone}. */
    readonly debrief: Readonly<Record<DebriefNotice, Title>> & {
      readonly unbooked: string;
      readonly bookedFor: string;
    };
    /** Of a call that two planned together. Places: {with}, {rep}, {supervisor}, {time}. */
    readonly jointCall: Readonly<Record<JointCallNews, Title>>;
    /** Of a reason that comes back across a team. Places: {reason}, {calls}, {reps}. */
    readonly training: Title;
    readonly missedCall: Title;
    readonly help: Title;
    /** Of an alert of compliance; `spoken` on a phone. Places: {rep}, {customer}, {label}. */
    readonly summons: Title & { readonly spoken: string };
    /** Spoken on the phone of a supervisor. Places: {rep}. */
    readonly helpSpoken: string;
    /** Of a call of a rep whom this person follows. Places: {rep}, {customer}. */
    readonly followed: Title;
    /** A call whose customer waited for the rep in vain. */
    readonly lostCall: Title;
  };
  /** A debrief in the calendar. Places: {rep}, {supervisor}, {customer}. */
  readonly debriefEvent: {
    readonly subject: string;
    /** Places: {subject}. */
    readonly canceled: string;
    readonly guide: string;
  };
  readonly jointCallEvent: {
    readonly subject: string;
    readonly canceled: string;
    readonly description: string;
  };
  /** The task of a call that nobody took. */
  readonly missedCallTask: Readonly<
    Record<
      | 'subject'
      | 'nobodyAnswered'
      | 'closed'
      | 'abandoned'
      | 'repLost'
      | 'when'
      | 'callBack'
      | 'newLead'
      | 'message'
      | 'words',
      string
    >
  >;
  readonly written: WrittenTexts;
  /** Why the CRM did not take a record, and what to do about it. */
  readonly writeFaults: Readonly<Record<WriteFaultCode, RefusalText>>;
  /** What an audio check found. */
  readonly findings: {
    readonly leak: string;
    readonly missing: string;
    readonly parties: Readonly<
      Record<PartyRole, { readonly listens: string; readonly isHeard: string }>
    >;
  };
  /** The name of the customer of a practice call, by which it is known everywhere. */
  readonly practice: { readonly customer: string };
  readonly consent: {
    readonly law: string;
    readonly unknownPlace: string;
    readonly unknownBasis: string;
    readonly noLawAsks: string;
    readonly witness: Readonly<Record<ConsentWitness, string>>;
    /** What a version of the policy says of consent. */
    readonly onFile: Readonly<
      Record<
        | 'table'
        | 'disclosedHere'
        | 'disclosedElsewhere'
        | 'interest'
        | 'noInterest'
        | 'place'
        | 'announced',
        string
      >
    > & { readonly asks: Readonly<Record<ConsentParties | 'agreement', string>> };
  };
  readonly clock: {
    readonly today: string;
    readonly tomorrow: string;
    readonly weekday: string;
    readonly date: string;
    readonly midnight: string;
  };
  readonly policy: PolicyTexts;
  readonly dialing: DialingTexts;
  readonly setup: SetupTexts;
  /** What is wrong in a policy, by itself and in one of its rules. */
  readonly faults: Readonly<Record<FaultWording, string>>;
  readonly faultInRule: string;
}

type DialingCode =
  | 'emergency_number'
  | 'country_not_called'
  | 'do_not_call'
  | 'outside_calling_hours'
  | 'too_many_calls'
  | Extract<RefusalCode, `number_${string}`>;

/** The refusals of debriefs and of what follows from them. */
export type DebriefRefusals = Pick<
  Texts['refusals'],
  Extract<RefusalCode, `debrief_${string}` | `training_${string}` | `joint_call_${string}`>
>;
/** The refusals of outcomes and of what is stated for them. */
export type OutcomeRefusals = Pick<
  Texts['refusals'],
  Extract<RefusalCode, `outcomes_${string}` | `program_${string}` | `team_${string}`>
>;
/** Why a number is not dialed. */
export type DialingRefusals = Pick<Texts['refusals'], DialingCode>;
export type DialingWordings = Pick<
  Texts['wordings'],
  Extract<RefusalWording, `${DialingCode}.${string}`>
>;

/** Which numbers reps can call, as sentences. */
export interface DialingTexts {
  readonly countries: { readonly listed: string; readonly derived: string };
  readonly notCountries: string;
  readonly refused: string;
  readonly machines: Readonly<Record<'detected' | 'messages' | 'noMessages', string>>;
  readonly limits: string;
  readonly hours: Readonly<Record<'us_consumers' | 'consumers' | 'everybody' | 'nobody', string>>;
  /** When a customer can be called next, by their clock. */
  readonly opens: string;
  /** Which number customers see. */
  readonly callerId: string;
  readonly localPresence: { readonly on: string; readonly off: string };
  readonly numberFaults: Readonly<Record<'unreadable' | 'unknown_holder' | 'not_owned', string>>;
}

interface Grouped {
  readonly shared: string;
  readonly named: string;
}

/** Rules and decisions as sentences. */
export interface PolicyTexts {
  readonly rule: string;
  readonly ruleToRep: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly calls: { readonly own_reports: string; readonly everyone: string } & Readonly<
    Record<GroupKind, Grouped>
  >;
  readonly stages: string;
  readonly minimumAmount: string;
  /** For how long what was said is kept. */
  readonly kept: Readonly<Record<'byServer' | 'byPolicy' | 'limited', string>>;
  readonly hours: string;
  readonly exceptOn: string;
  readonly everyDay: string;
  readonly dayRange: string;
  readonly clocks: { readonly rep: string; readonly you: string; readonly supervisor: string };
  readonly after: string;
  readonly demands: Readonly<Record<'reason' | 'point' | 'pin' | 'passkey', string>>;
  readonly noticeFirst: string;
  readonly recorded: string;
  readonly oneAtOnce: string;
  readonly atOnce: string;
  readonly repNotified: string;
  readonly youNotified: string;
  readonly notices: Readonly<
    Record<NoticeKind, { readonly third: string; readonly second: string }>
  >;
  /** When a tone sounds. */
  readonly toneModes: Readonly<Record<Mode, string>>;
  readonly covert: string;

  readonly forRep: {
    readonly managers: string;
    readonly everyone: string;
    readonly shared: Readonly<Record<GroupKind, string>>;
    readonly covertNone: string;
    readonly covertOne: string;
    readonly covertMany: string;
  };

  readonly explain: {
    readonly can: Readonly<Record<Access, string>>;
    readonly cannot: Readonly<Record<Access, string>>;
    readonly allowed: string;
    readonly refused: string;
    readonly opens: string;
    readonly opensForRep: string;
    readonly opensForPerson: string;
    readonly never: string;
    readonly groups: Readonly<Record<GroupKind, string>>;
    readonly because: Readonly<
      Record<'role' | 'own_call' | 'deals' | 'mode' | 'permission' | 'end_date', string>
    > & {
      readonly reach: {
        readonly own_reports: string;
        readonly everyone: string;
        readonly shared: string;
        readonly named: string;
      };
      readonly covert: { readonly only: string; readonly not: string };
      readonly hours: string;
      readonly at_once: { readonly one: string; readonly many: string };
    };
    readonly remedy: {
      readonly role: string;
      readonly covert: string;
      readonly mode: string;
      readonly permission: string;
      readonly end_date: string;
      readonly at_once: string;
      readonly hours: { readonly byRep: string; readonly byPerson: string };
      readonly deals: string;
      readonly dealStages: string;
      readonly dealAmount: string;
      readonly reach: {
        readonly own_reports: string;
        readonly everyone: string;
        readonly shared: string;
        readonly named: string;
      };
    };
    readonly wouldAllow: string;
    readonly inactive: string;
  };
}
