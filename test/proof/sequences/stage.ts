import type { Conference, Participant } from '../../../local/carrier/conference/conference.ts';
import { connectedParticipant, type Call } from '../../../server/domain/call/call.ts';
import { leftToGuestAt } from '../../../server/domain/call/guest.ts';
import { identityOf } from '../../../server/telephony/softphone/identity.ts';
import { Bystanders } from './bystanders.ts';
import { PUBLIC_URL } from './commandDeps.ts';
import { Dealside } from './dealside.ts';
import { describeHappening, type Happening } from './happenings.ts';
import { isHeard } from './hearing.ts';
import { JO, NORA, OTHER_CUSTOMER_PHONE, PEOPLE, RAVI, THIRD_PARTY_PHONE, ZOE } from './people.ts';
import { PhoneNetwork, type Step } from './phoneNetwork.ts';
import { Phones } from './phones.ts';
import { CARRIER_TIMEOUT_MS, farEnd, Seats, type Left } from './seats.ts';
import { noiseOf, VirtualTime } from './virtualTime.ts';

const HEARTBEAT_MS = 1_500;

/** Checks around each request to the carrier. */
export type WatchStep = (
  stage: Stage,
  step: Step,
) => { before(): void; after(isLate: boolean): void };

/**
 * One call with a rep, a customer and three supervisors, among the calls of bystanders, on a network
 * with faults.
 */
export class Stage {
  readonly time = new VirtualTime();
  readonly lines: string[] = [];
  readonly violations: string[] = [];
  readonly left: Left = {
    customer: false,
    rep: false,
    supervisors: new Set(),
    thirdParty: false,
  };
  readonly network: PhoneNetwork;
  readonly bystanders: Bystanders;
  readonly dealside: Dealside;
  /** Whether the rep wants the customer on hold, now and ever. */
  repHolds = { wanted: false, everWanted: false };
  repHungUp = false;
  /** A rep was not on the call at some time, so that the customer could have to wait. */
  repWasEverGone = false;
  /** Labels of all legs of the call, also of those that left. */
  readonly labels = new Map<string, string>();
  /** Interventions that were in takeover at any time. */
  readonly tookOver = new Set<string>();
  /**
   * Whether the carrier muted the rep by a request that had timed out, which no rule can prevent
   * until the rep is heard again.
   */
  repMutedLate = false;
  callId = '';
  hasBegun = false;
  #conferenceSid?: string;
  /** The rep of the call and the rep's leg, at the last `note`. */
  #rep: { readonly userId: string; readonly callSid?: string } = RAVI;
  /** Whether the rep has ever left the call to a third party. */
  wasLeftToThirdParty = false;
  /** The call of another rep, in sequences in which supervisors move. */
  otherCallId?: string;
  #otherConferenceSid?: string;
  #guestId?: string;
  readonly #seats: Seats;
  readonly #phones: Phones;

  constructor(noise: number, watchStep: WatchStep, bystanders = 0) {
    this.bystanders = new Bystanders(bystanders);
    const trace = (line: string) => void this.lines.push(`${this.time.stamp} ${line}`);
    this.network = new PhoneNetwork({
      time: this.time,
      noise: noiseOf(noise),
      voiceUrl: `${PUBLIC_URL}/telephony/voice`,
      trace,
    });
    this.dealside = new Dealside({
      time: this.time,
      network: this.network,
      trace,
      people: [RAVI, JO, ZOE, ...Object.values(PEOPLE), ...this.bystanders.reps],
      fault: (what) => this.violate(what),
    });
    this.network.customer = {
      reported: (form) => this.dealside.reported(form),
      instructions: (url, params) => this.dealside.instructions(url, params),
      onStep: (step) => watchStep(this, step),
    };
    this.#seats = new Seats({
      time: this.time,
      network: this.network,
      dealside: this.dealside,
      callId: () => this.callId,
      otherCallId: () => this.otherCallId,
      left: this.left,
    });
    this.#phones = new Phones({
      network: this.network,
      left: this.left,
      rep: () => this.#repNow,
      repHungUp: () => this.repHungUp,
      supervisorsPhone: (address) => this.#seats.phoneOf(address),
    });
    this.network.answering = (address) =>
      this.bystanders.isTheirs(address) ? farEnd() : this.#phones.answering(address);
    this.time.every(HEARTBEAT_MS, () => this.#seats.heartbeats());
  }

  violate(what: string): void {
    this.violations.push(`at ${this.time.stamp.trim()}: ${what}`);
    this.lines.push(`${this.time.stamp} !! ${what}`);
  }

  call(): Promise<Call | undefined> {
    return this.dealside.call(this.callId);
  }

  get room(): Conference | undefined {
    return this.#conferenceSid
      ? this.network.board.rooms.find(this.#conferenceSid)
      : this.network.board.rooms.latest(this.callId);
  }

  member(label: string): Participant | undefined {
    return this.room && [...this.room.participants.values()].find((one) => one.label === label);
  }

  /** Whether the rep can be called back if the customer is unattended. */
  get repCanAnswer(): boolean {
    return this.#phones.repIsAlive && !this.repHungUp && !this.left.rep;
  }

  /**
   * The rep of the call, if connected. After a transfer the leg still has the label of a colleague.
   */
  get rep(): Participant | undefined {
    return (
      (this.#rep.callSid === undefined
        ? undefined
        : this.room?.participants.get(this.#rep.callSid)) ?? this.member('rep')
    );
  }

  /** The other rep of a transfer, if connected. */
  get colleague(): Participant | undefined {
    const { rep: current } = this;
    return [...(this.room?.participants.values() ?? [])].find(
      (one) => one !== current && (one.label === 'rep' || one.label?.startsWith('colleague-')),
    );
  }

  /** Orphan conferences, opened by a leg that joined after the call's end. */
  get orphans(): Conference[] {
    const theirs = this.bystanders.conferences;
    return this.network.board.rooms
      .list()
      .filter(
        ({ sid }) => ![this.#conferenceSid, this.#otherConferenceSid, ...theirs].includes(sid),
      );
  }

  get otherRoom(): Conference | undefined {
    return this.#otherConferenceSid
      ? this.network.board.rooms.find(this.#otherConferenceSid)
      : undefined;
  }

  get supervisors(): Participant[] {
    return [...(this.room?.participants.values() ?? [])].filter(({ label }) =>
      label?.startsWith('supervisor-'),
    );
  }

  hears(listener: Participant, speaker: Participant): boolean {
    return isHeard(listener, speaker);
  }

  /** Stores labels, rep and takeovers, which a completed conference does not have any more. */
  note(call: Call | undefined): void {
    for (const [callSid, { label }] of this.room?.participants ?? [])
      if (label) this.labels.set(callSid, label);
    if (call?.status === 'live' && !connectedParticipant(call, 'rep')) this.repWasEverGone = true;
    if (call)
      this.#rep = {
        userId: call.rep.userId,
        callSid: connectedParticipant(call, 'rep')?.connectionId,
      };
    this.#guestId = call?.guests?.at(-1)?.guestId;
    this.wasLeftToThirdParty ||= call !== undefined && leftToGuestAt(call) !== undefined;
    for (const one of call?.interventions ?? []) {
      if (one.status === 'active' && (one.mode === 'takeover' || one.pending?.mode === 'takeover'))
        this.tookOver.add(one.interventionId);
    }
  }

  /** Starts the call of rep and customer. */
  async begin(): Promise<void> {
    this.callId = await this.dealside.place(RAVI);
    this.#phones.repLeg = this.network.connect(identityOf(RAVI), { callId: this.callId }, farEnd());
    await this.pass(4_000);
    if ((await this.call())?.status !== 'live')
      throw new Error(`the call did not begin\n${this.lines.join('\n')}`);
    this.hasBegun = true;
    this.#conferenceSid = this.room?.sid;
    await this.bystanders.begin(this.dealside, this.network, () => this.pass(4_000));
    this.network.bystanders = new Set(this.bystanders.conferences);
  }

  /** Starts the call of another rep, to move to. */
  async beginOther(): Promise<void> {
    this.otherCallId = await this.dealside.place(NORA, OTHER_CUSTOMER_PHONE);
    this.network.connect(identityOf(NORA), { callId: this.otherCallId }, farEnd());
    await this.pass(4_000);
    if ((await this.dealside.call(this.otherCallId))?.status !== 'live')
      throw new Error(`the other call did not begin\n${this.lines.join('\n')}`);
    this.#otherConferenceSid = this.network.board.rooms.latest(this.otherCallId)?.sid;
  }

  pass(ms: number): Promise<void> {
    return this.time.pass(ms, () => this.violations.length > 0);
  }

  async end(): Promise<void> {
    this.dealside.kill();
    await this.network.close();
  }

  happen(happening: Happening): void {
    this.lines.push(`${this.time.stamp} * ${describeHappening(happening)}`);
    switch (happening.do) {
      case 'joins':
        return this.#seats.join(happening.who);
      case 'joins by phone':
        return this.#seats.joinByPhone(happening.who);
      case 'moves':
        return this.#seats.move(happening.who);
      case 'switches':
        return this.#seats.onCall(happening.who, (interventionId) =>
          this.dealside.switch(PEOPLE[happening.who], interventionId, happening.to, happening.rep),
        );
      case 'requests the floor':
        return this.#seats.onCall(happening.who, (interventionId) =>
          this.dealside.requestFloor(PEOPLE[happening.who], interventionId),
        );
      case 'releases the floor':
        return this.#seats.onCall(happening.who, (interventionId) =>
          this.dealside.releaseFloor(PEOPLE[happening.who], interventionId),
        );
      case 'leaves':
        return this.#seats.onCall(happening.who, (interventionId) =>
          this.dealside.leave(PEOPLE[happening.who], interventionId),
        );
      case 'closes the browser':
        return this.#seats.supervisorGoes(happening.who);
      case 'browser dies':
        return this.#seats.browserDies(happening.who);
      case 'rep holds the customer':
        return this.#repHolds(true);
      case 'rep resumes the customer':
        return this.#repHolds(false);
      case 'rep is held from outside':
        return this.network.holdFromOutside('rep', true);
      case 'rep is resumed from outside':
        return this.network.holdFromOutside('rep', false);
      case 'rep asks a colleague to take the call':
        this.#phones.colleague.answer = happening.colleague;
        return this.dealside.transfer(
          this.#repNow,
          this.callId,
          this.#anotherRep,
          happening.atOnce,
        );
      case 'rep asks a supervisor to take the call':
        this.#phones.colleague.answer = happening.colleague;
        return this.dealside.transfer(
          this.#repNow,
          this.callId,
          PEOPLE[happening.who],
          happening.atOnce,
        );
      case 'rep asks a group to take the call':
        this.#phones.colleague.answer = happening.colleague;
        return this.dealside.transferToGroup(this.#repNow, this.callId, happening.atOnce);
      case 'rep adds a third party':
        return this.#addThirdParty(happening);
      case 'rep removes the third party':
        return this.#guest('removes');
      case 'rep leaves the call to the third party':
        return this.#guest('leaves the call to');
      case 'third party hangs up':
        return this.#phones.thirdPartyHangsUp();
      case 'rep hands the call over':
        return this.dealside.handOver(this.#repNow, this.callId);
      case 'rep takes the call back':
        return this.dealside.withdraw(this.#repNow, this.callId);
      case 'colleague closes the browser':
        return this.#colleagueGoes();
      case 'rep hangs up the call':
        this.repHungUp = true;
        return this.dealside.hangUp(this.#repNow, this.callId);
      case 'rep closes the browser':
        return this.#repGoes();
      case 'rep’s browser dies':
        this.#phones.repIsAlive = false;
        return void this.time.after(CARRIER_TIMEOUT_MS, () => this.#repGoes());
      case 'customer hangs up':
        return this.#phones.customerHangsUp();
      case 'request fails':
        return this.network.armRest(happening.fault, happening.after);
      case 'callback fails':
        return this.network.armCallback(happening.fault, happening.after);
      case 'carrier is away':
        this.network.isDown = true;
        return void this.time.after(happening.ms, () => void (this.network.isDown = false));
      case 'Dealside is killed':
        this.dealside.kill();
        return void this.time.after(happening.ms, () => this.dealside.restart());
    }
  }

  heal(): void {
    this.network.heal();
    this.dealside.restart();
  }

  get #repNow(): typeof RAVI {
    const people = [RAVI, JO, ZOE, ...Object.values(PEOPLE)];
    return people.find(({ userId }) => userId === this.#rep.userId) ?? RAVI;
  }

  get #anotherRep(): typeof RAVI {
    return this.#repNow === RAVI ? JO : RAVI;
  }

  #addThirdParty({
    whom,
    holds,
    leave,
    third,
  }: Extract<Happening, { do: 'rep adds a third party' }>): void {
    const isNumber = whom === 'an outside number';
    this.#phones[isNumber ? 'thirdParty' : 'colleague'].answer = third;
    if (holds && !leave) this.repHolds = { ...this.repHolds, everWanted: true };
    this.dealside.addGuest(
      this.#repNow,
      this.callId,
      isNumber ? { number: THIRD_PARTY_PHONE } : { userId: this.#anotherRep.userId },
      { leave, holdCustomer: holds },
    );
  }

  #guest(act: 'removes' | 'leaves the call to'): void {
    this.dealside.guest(this.#repNow, this.callId, this.#guestId ?? 'nobody', act);
  }

  /** The colleague's browser closes. After the transfer the colleague is the rep. */
  #colleagueGoes(): void {
    const { leg } = this.#phones.colleague;
    if (!leg) return;
    this.repWasEverGone = true;
    if (this.#rep.callSid === leg.callSid) this.left.rep = true;
    this.network.hangUp(leg);
  }

  #repHolds(onHold: boolean): void {
    this.repHolds = { wanted: onHold, everWanted: this.repHolds.everWanted || onHold };
    this.dealside.hold(this.#repNow, this.callId, onHold);
  }

  #repGoes(): void {
    this.left.rep = true;
    this.repWasEverGone = true;
    const leg = this.rep?.leg ?? this.#phones.repLeg;
    if (leg) this.network.hangUp(leg);
  }
}
