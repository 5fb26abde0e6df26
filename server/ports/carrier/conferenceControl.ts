import type { Party } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { AudibleTo } from '../../domain/call/modes.ts';
import type { ListedConference } from '../../domain/carrier/listedConferences.ts';
import type { ObservedConference } from '../../domain/carrier/reconcile.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';
import type { RungOwnDevice } from './webhooks.ts';

/** One connection in a conference as the carrier names it. */
export interface ParticipantRef {
  readonly conferenceId: string;
  readonly connectionId: string;
}

/**
 * The settings of a connection to change; settings left out stay as they are. `onHold` is set
 * alone.
 */
export interface ParticipantSettings {
  readonly audibleTo?: AudibleTo;
  /**
   * The rep's connection; needed when `audibleTo` is 'rep'. With 'nobody' it is the rep that a
   * whisper would reach, and still reaches until it is muted.
   */
  readonly whispersToConnectionId?: string;
  /** Whether the whole call ends when this connection leaves. */
  readonly endsCall?: boolean;
  readonly onHold?: boolean;
}

/**
 * Asked before a request is repeated that the carrier had no capacity for: something newer may have
 * been requested since.
 */
export type StillWanted = () => Promise<boolean>;

/**
 * Controls who hears whom, and who is on the call. Every method throws CarrierProblem, and may be
 * repeated: dialing a party that is connected is refused by the carrier, not doubled. Source: the
 * carrier's API.
 */
export interface ConferenceControl {
  /**
   * Changes who hears a connection, whether its leaving ends the call, or whether it is on hold.
   */
  set(
    participant: ParticipantRef,
    settings: ParticipantSettings,
    isStillWanted?: StillWanted,
  ): Promise<void>;
  /** Disconnects a connection. */
  remove(participant: ParticipantRef): Promise<void>;
  /**
   * Rings the customer's phone into the call; `phone` is in E.164. The customer sees `callerId`, or
   * the org's number without one. `detectsMachine`: who answers is reported as a fact. Returns the new
   * connection's id.
   */
  dialCustomer(call: {
    callId: string;
    orgId: string;
    phone: string;
    callerId?: string;
    detectsMachine?: boolean;
  }): Promise<string>;
  /** The scripted customer of a practice call answers. Returns the new connection's id. */
  dialPracticeCustomer(call: { callId: string; orgId: string }): Promise<string>;
  /**
   * Rings the rep into the call, for `seconds` if they are given: the softphone, or the device of
   * their own on which they want to be called. Returns the new connection's id.
   */
  ringRep(call: {
    callId: string;
    orgId: string;
    repUserId: string;
    customerName: string;
    seconds?: number;
    /** The customer waits since this rep's connection was lost. */
    lostRepName?: string;
  }): Promise<string>;
  /**
   * Rings a colleague likewise as a third party, whose leaving does not end the
   * call, for `seconds` if they are given. `repName` is who transfers the call, if somebody does.
   * Returns the new connection's id.
   */
  ringColleague(call: {
    callId: string;
    orgId: string;
    userId: string;
    customerName: string;
    repName?: string;
    seconds?: number;
    lostRepName?: string;
  }): Promise<string>;
  /**
   * Rings a third party into the call, whose leaving does not end it: an outside number in E.164, or
   * the softphone of somebody of the org. Returns the new connection's id.
   */
  dialGuest(call: {
    callId: string;
    orgId: string;
    guestId: string;
    to:
      | { readonly phone: string }
      | { readonly userId: string; readonly customerName: string; readonly repName: string };
  }): Promise<string>;
  /**
   * Cancels a connection that is still ringing. Leaves a connection alone that was answered or no
   * longer rings. Without an id, looks for it in the conference.
   */
  stopRinging(participant: {
    conferenceId: string;
    party: Party;
    connectionId?: string;
  }): Promise<void>;
  /**
   * The connections that ring a person's own device now, of those that were dialed in a time: they
   * are in no conference, so no look at one finds them. None where the person is rung in the
   * softphone.
   */
  ownDeviceRings(
    person: PersonKey,
    dialed: { readonly from: string; readonly to: string },
  ): Promise<readonly string[]>;
  /**
   * Rings a supervisor's own phone, `to` in E.164 or a SIP address, and asks for a key before
   * anything of the call is heard: a voice mailbox must not monitor.
   */
  ringSupervisor(call: {
    callId: string;
    orgId: string;
    interventionId: string;
    to: string;
  }): Promise<void>;
  /**
   * Rings a person's own device, `to` in E.164 or a SIP address, for the call that they are on, and
   * asks for a key like `ringSupervisor`.
   */
  ringOwnDevice(rung: RungOwnDevice & { orgId: string; to: string }): Promise<void>;
  /** Calls a number in E.164 or a SIP address and speaks words there, twice. */
  speakWords(call: { orgId: string; to: string; words: string; language: Language }): Promise<void>;
  /** Calls a number in E.164 and speaks a code there, twice. */
  speakCode(call: {
    orgId: string;
    to: string;
    words: string;
    code: string;
    language: Language;
  }): Promise<void>;
  /**
   * Records what this supervisor says, apart from the call; a connection that is being recorded is
   * left as it is.
   */
  recordParticipant(participant: {
    callId: string;
    interventionId: string;
    connectionId: string;
  }): Promise<void>;
  /**
   * Keeps silence in the recordings of the call, or lets them go on: the conference's, and those of
   * the customer's connection. Answers whether the call is recorded; what is as it should be is left
   * as it is.
   */
  pauseRecording(
    call: { conferenceId: string; customerConnectionId?: string },
    isPaused: boolean,
  ): Promise<boolean>;
  /**
   * Records the call from now on, as the customer hears it and is heard: never a whisper. A
   * connection that is being recorded is left as it is.
   */
  recordCall(customer: { callId: string; connectionId: string }): Promise<void>;
  /**
   * Plays an announcement to one connection, or to everyone. How it ends is reported as a fact. A
   * connection on hold hears nothing of it.
   */
  announce(
    to: { conferenceId: string; connectionId?: string },
    what: { callId: string; announcementId: string },
  ): Promise<void>;
  /**
   * Puts the customer on hold with words that they are waited for: the carrier asks for them as
   * `customer-held`.
   */
  holdWaiting(customer: ParticipantRef & { callId: string }): Promise<void>;
  /**
   * Puts the customer on hold while others talk, with words and music: the carrier asks for them as
   * `customer-on-hold`.
   */
  holdForTalk(customer: ParticipantRef & { callId: string }): Promise<void>;
  /**
   * Takes the customer out of the conference, and so ends it; the carrier then asks what comes after
   * it, as `caller-stays`.
   */
  sendOn(customer: { callId: string; connectionId: string }): Promise<void>;
  /** Ends the conference for everybody. */
  endCall(conferenceId: string): Promise<void>;
  /**
   * What the carrier sees in this call's conference; undefined when there is none in progress.
   * With the id of a conference that the call is known to have, it takes one request less.
   */
  observeConference(
    callId: string,
    knownConferenceId?: string,
  ): Promise<ObservedConference | undefined>;
  /**
   * All conferences of the account that are not over, also those with one participant and those
   * that are not of calls. The list can lag behind by seconds.
   */
  listConferences(): Promise<ListedConference[]>;
}

/**
 * `gone`: the connection or conference no longer exists. `refused`: the carrier rejects the
 * request. `unavailable`: no answer, try again. `code` is the carrier's own.
 */
export class CarrierProblem extends Error {
  readonly kind: 'gone' | 'refused' | 'unavailable';
  readonly code: string | undefined;
  constructor(kind: 'gone' | 'refused' | 'unavailable', message: string, code?: string) {
    super(message);
    this.name = 'CarrierProblem';
    this.kind = kind;
    this.code = code;
  }
}
