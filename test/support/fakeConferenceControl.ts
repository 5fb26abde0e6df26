import type { Party } from '../../server/domain/call/call.ts';
import { sameParty } from '../../server/domain/call/call.ts';
import type { AudibleTo } from '../../server/domain/call/modes.ts';
import { CarrierProblem, type ConferenceControl, type ParticipantRef, type ParticipantSettings, type ObservedParticipant } from '../../server/ports/index.ts';

interface FakeLeg { readonly party: Party; readonly callSid: string; audibleTo: AudibleTo; onHold: boolean; endsCall: boolean }
interface FakeConference { readonly conferenceSid: string; readonly legs: Map<string, FakeLeg> }

/** Conferences in memory, by the rules that the contract suite holds the carrier to. Whoever is rung answers at once. */
export class FakeConferenceControl implements ConferenceControl {
  readonly #conferences = new Map<string, FakeConference>();
  readonly #failures: CarrierProblem[] = [];
  #count = 0;
  /** Legs whose own sound is kept. */
  readonly recorded = new Set<string>();

  /** The next request fails like this, and does nothing. */
  failNext(problem: CarrierProblem): void {
    this.#failures.push(problem);
  }

  /** A party comes into the call by itself, as a softphone or a caller does. */
  admit(callId: string, party: Party): ParticipantRef {
    const conference = this.#conferences.get(callId) ?? { conferenceSid: this.#sid('CF'), legs: new Map<string, FakeLeg>() };
    this.#conferences.set(callId, conference);
    if ([...conference.legs.values()].some((leg) => sameParty(leg.party, party))) throw new CarrierProblem('refused', 'the label is in use', '16025');
    const supervises = party.role === 'supervisor';
    const endsCall = party.role === 'customer' || party.role === 'rep';
    const leg: FakeLeg = { party, callSid: this.#sid('CA'), audibleTo: supervises ? 'nobody' : 'everyone', onHold: false, endsCall };
    conference.legs.set(leg.callSid, leg);
    return { conferenceSid: conference.conferenceSid, callSid: leg.callSid };
  }

  async set(ref: ParticipantRef, { audibleTo, coachedCallSid, endsCall, onHold }: ParticipantSettings): Promise<void> {
    this.#answer();
    const { conference, leg } = this.#find(ref);
    if (onHold !== undefined) {
      leg.onHold = onHold;
      return;
    }
    if (audibleTo === 'rep') this.#checkCoached(conference, coachedCallSid);
    leg.audibleTo = audibleTo ?? leg.audibleTo;
    leg.endsCall = endsCall ?? leg.endsCall;
  }

  async remove(ref: ParticipantRef): Promise<void> {
    this.#answer();
    const { conference, leg } = this.#find(ref);
    conference.legs.delete(leg.callSid);
    if (leg.endsCall || conference.legs.size === 0) this.#end(ref.conferenceSid);
  }

  async dialCustomer({ callId }: { callId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'customer' }).callSid;
  }

  async ringRep({ callId }: { callId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'rep' }).callSid;
  }

  async announce(): Promise<void> {
    this.#answer();
  }

  async ringColleague({ callId, userId }: { callId: string; userId: string }): Promise<string> {
    this.#answer();
    return this.admit(callId, { role: 'colleague', userId }).callSid;
  }

  /** Whoever is rung here has answered. */
  async stopRinging(): Promise<void> {
    this.#answer();
  }

  async ringSupervisor({ callId, interventionId }: { callId: string; interventionId: string }): Promise<void> {
    this.#answer();
    this.admit(callId, { role: 'supervisor', interventionId });
  }

  async recordLeg({ callSid }: { callSid: string }): Promise<void> {
    this.#answer();
    this.recorded.add(callSid);
  }

  async endCall(conferenceSid: string): Promise<void> {
    this.#answer();
    this.#end(conferenceSid);
  }

  async observeConference(callId: string): Promise<{ conferenceSid: string; legs: ObservedParticipant[] } | undefined> {
    this.#answer();
    const conference = this.#conferences.get(callId);
    if (!conference) return undefined;
    const legs = [...conference.legs.values()].map(({ party, callSid, audibleTo, onHold }) => ({ party, callSid, audibleTo, onHold }));
    return { conferenceSid: conference.conferenceSid, legs };
  }

  #answer(): void {
    const failure = this.#failures.shift();
    if (failure) throw failure;
  }

  #find({ conferenceSid, callSid }: ParticipantRef): { conference: FakeConference; leg: FakeLeg } {
    const conference = [...this.#conferences.values()].find((one) => one.conferenceSid === conferenceSid);
    const leg = conference?.legs.get(callSid);
    if (!conference || !leg) throw new CarrierProblem('gone', 'there is no such participant', '20404');
    return { conference, leg };
  }

  #checkCoached(conference: FakeConference, callSid: string | undefined): void {
    if (!callSid) throw new Error('a whisper needs the leg of the rep it is for');
    const coached = conference.legs.get(callSid);
    if (!coached) throw new CarrierProblem('refused', 'the rep is not in the conference', '16028');
    if (coached.onHold) throw new CarrierProblem('refused', 'the rep is on hold', '16027');
  }

  #end(conferenceSid: string): void {
    for (const [callId, conference] of this.#conferences) {
      if (conference.conferenceSid === conferenceSid) this.#conferences.delete(callId);
    }
  }

  #sid(prefix: 'CA' | 'CF'): string {
    return prefix + String(++this.#count).padStart(32, '0');
  }
}
