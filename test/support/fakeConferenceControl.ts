import type { Party } from '../../server/domain/call/call.ts';
import { sameParty } from '../../server/domain/call/call.ts';
import type { AudibleTo } from '../../server/domain/call/modes.ts';
import type { Device } from '../../server/domain/call/people.ts';
import type { ListedConference } from '../../server/domain/carrier/listedConferences.ts';
import type { ObservedParticipant } from '../../server/domain/carrier/reconcile.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type ParticipantRef,
  type ParticipantSettings,
} from '../../server/ports/index.ts';

interface FakeParticipant {
  readonly party: Party;
  readonly connectionId: string;
  readonly device?: Device;
  audibleTo: AudibleTo;
  onHold: boolean;
  endsCall: boolean;
}
interface FakeConference {
  readonly conferenceId: string;
  readonly participants: Map<string, FakeParticipant>;
}

/** Conferences in memory, with the behavior of the contract suite. A rung party answers at once. */
export class FakeConferenceControl implements ConferenceControl {
  readonly #conferences = new Map<string, FakeConference>();
  readonly #failures: CarrierProblem[] = [];
  #count = 0;
  /** Connection ids of recorded participants. */
  readonly recorded = new Set<string>();

  /** Makes the next request fail without an effect. */
  failNext(problem: CarrierProblem): void {
    this.#failures.push(problem);
  }

  /** Adds a party that joins by itself, as a softphone or a caller does. */
  admit(callId: string, party: Party, device?: Device): ParticipantRef {
    const conference = this.#conferences.get(callId) ?? {
      conferenceId: this.#sid('CF'),
      participants: new Map<string, FakeParticipant>(),
    };
    this.#conferences.set(callId, conference);
    if (
      [...conference.participants.values()].some(
        (participant) => participant.device === device && sameParty(participant.party, party),
      )
    )
      throw new CarrierProblem('refused', 'the label is in use', '16025');
    const supervises = party.role === 'supervisor';
    const endsCall = party.role === 'customer';
    const participant: FakeParticipant = {
      party,
      connectionId: this.#sid('CA'),
      ...(device && { device }),
      audibleTo: supervises ? 'nobody' : 'everyone',
      onHold: false,
      endsCall,
    };
    conference.participants.set(participant.connectionId, participant);
    return { conferenceId: conference.conferenceId, connectionId: participant.connectionId };
  }

  async set(
    ref: ParticipantRef,
    { audibleTo, whispersToConnectionId, endsCall, onHold }: ParticipantSettings,
  ): Promise<void> {
    this.#answer();
    const { conference, participant } = this.#find(ref);
    if (onHold !== undefined) {
      participant.onHold = onHold;
      return;
    }
    if (audibleTo === 'rep') this.#checkCoached(conference, whispersToConnectionId);
    participant.audibleTo = audibleTo ?? participant.audibleTo;
    participant.endsCall = endsCall ?? participant.endsCall;
  }

  async remove(ref: ParticipantRef): Promise<void> {
    this.#answer();
    const { conference, participant } = this.#find(ref);
    conference.participants.delete(participant.connectionId);
    if (participant.endsCall || conference.participants.size === 0) this.#end(ref.conferenceId);
  }

  async dialCustomer({ callId }: { callId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'customer' }).connectionId;
  }

  async dialPracticeCustomer({ callId }: { callId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'customer' }).connectionId;
  }

  async ringRep({ callId }: { callId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'rep' }).connectionId;
  }

  async announce(): Promise<void> {
    this.#answer();
  }

  async ringColleague({ callId, userId }: { callId: string; userId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'colleague', userId }).connectionId;
  }

  async dialGuest({ callId, guestId }: { callId: string; guestId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'guest', guestId }).connectionId;
  }

  /** Has no effect, because a rung party has already answered. */
  async ownDeviceRings(): Promise<readonly string[]> {
    return [];
  }

  async stopRinging(): Promise<void> {
    this.#answer();
  }

  async ringSupervisor({
    callId,
    interventionId,
  }: {
    callId: string;
    interventionId: string;
  }): Promise<void> {
    this.#answer();
    this.admit(callId, { role: 'supervisor', interventionId });
  }

  async ringOwnDevice({
    callId,
    party,
    device,
  }: {
    callId: string;
    party: Party;
    device: Device;
  }): Promise<void> {
    this.#answer();
    this.admit(callId, party, device);
  }

  async speakCode(): Promise<void> {
    this.#answer();
  }

  /** What was spoken on phones, by whose it is. */
  readonly spoken: { to: string; words: string }[] = [];

  async speakWords({ to, words }: { to: string; words: string }): Promise<void> {
    this.#answer();
    this.spoken.push({ to, words });
  }

  async recordCall({ connectionId }: { connectionId: string }): Promise<void> {
    return this.recordParticipant({ connectionId });
  }

  async recordParticipant({ connectionId }: { connectionId: string }): Promise<void> {
    this.#answer();
    this.recorded.add(connectionId);
  }

  /** Conference ids whose recording is paused. Every call is recorded. */
  readonly paused = new Set<string>();

  async pauseRecording(
    { conferenceId }: { conferenceId: string },
    isPaused: boolean,
  ): Promise<boolean> {
    this.#answer();
    if (isPaused) this.paused.add(conferenceId);
    else this.paused.delete(conferenceId);
    return true;
  }

  /** Connection ids of customers who hear that they are waited for, as often as that began. */
  readonly waiting: string[] = [];

  async holdForTalk({ connectionId, conferenceId }: ParticipantRef): Promise<void> {
    await this.set({ connectionId, conferenceId }, { onHold: true });
  }

  async holdWaiting({ connectionId, ...ref }: ParticipantRef): Promise<void> {
    this.#answer();
    this.#find({ ...ref, connectionId }).participant.onHold = true;
    this.waiting.push(connectionId);
  }

  async sendOn({ callId }: { callId: string }): Promise<void> {
    this.#answer();
    this.#conferences.delete(callId);
  }

  async endCall(conferenceId: string): Promise<void> {
    this.#answer();
    this.#end(conferenceId);
  }

  async observeConference(
    callId: string,
  ): Promise<{ conferenceId: string; participants: ObservedParticipant[] } | undefined> {
    this.#answer();
    const conference = this.#conferences.get(callId);
    if (!conference) return undefined;
    const participants = [...conference.participants.values()].map(
      ({ party, connectionId, device, audibleTo, onHold }) => ({
        party,
        connectionId,
        ...(device && { device }),
        audibleTo,
        onHold,
      }),
    );
    return { conferenceId: conference.conferenceId, participants };
  }

  async listConferences(): Promise<ListedConference[]> {
    this.#answer();
    return [...this.#conferences].map(([callId, { conferenceId }]) => ({ callId, conferenceId }));
  }

  #answer(): void {
    const failure = this.#failures.shift();
    if (failure) throw failure;
  }

  #find({ conferenceId, connectionId }: ParticipantRef): {
    conference: FakeConference;
    participant: FakeParticipant;
  } {
    const conference = [...this.#conferences.values()].find(
      (one) => one.conferenceId === conferenceId,
    );
    const participant = conference?.participants.get(connectionId);
    if (!conference || !participant)
      throw new CarrierProblem('gone', 'there is no such participant', '20404');
    return { conference, participant };
  }

  #checkCoached(conference: FakeConference, connectionId: string | undefined): void {
    if (!connectionId) throw new Error('a whisper needs the connection id of the rep');
    const coached = conference.participants.get(connectionId);
    if (!coached) throw new CarrierProblem('refused', 'the rep is not in the conference', '16028');
    if (coached.onHold) throw new CarrierProblem('refused', 'the rep is on hold', '16027');
  }

  #end(conferenceId: string): void {
    for (const [callId, conference] of this.#conferences) {
      if (conference.conferenceId === conferenceId) this.#conferences.delete(callId);
    }
  }

  #sid(prefix: 'CA' | 'CF'): string {
    return prefix + String(++this.#count).padStart(32, '0');
  }
}
