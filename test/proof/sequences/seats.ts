import { isOver, type FarEnd, type Leg } from '../../../local/carrier/legs/leg.ts';
import { identityOf } from '../../../server/telephony/softphone/identity.ts';
import type { Dealside } from './dealside.ts';
import { SUPERVISORS, type SupervisorName } from './happenings.ts';
import { PEOPLE } from './people.ts';
import type { PhoneNetwork } from './phoneNetwork.ts';
import type { VirtualTime } from './virtualTime.ts';

/** Time until the carrier ends the leg of a browser that crashed. */
export const CARRIER_TIMEOUT_MS = 15_000;

interface Seat {
  /** Where the intervention is. */
  callId?: string;
  isPhone?: boolean;
  interventionId?: string;
  leg?: Leg;
  isAlive: boolean;
}

type Answered = { -readonly [K in keyof FarEnd]: FarEnd[K] } & { leg?: Leg };

export const farEnd = (): Answered => ({ send: () => undefined, ended: () => undefined });

/** Parties who left by themselves, which can end the call. */
export interface Left {
  customer: boolean;
  rep: boolean;
  supervisors: Set<string>;
  /** A third party to whom the call had been left. */
  thirdParty: boolean;
}

interface Around {
  readonly time: VirtualTime;
  readonly network: PhoneNetwork;
  readonly dealside: Dealside;
  /** The call of the sequence, and the one to move to where there is one. */
  readonly callId: () => string;
  readonly otherCallId: () => string | undefined;
  readonly left: Left;
}

/** The supervisors' pages and phones. */
export class Seats {
  readonly #around: Around;
  readonly #seats = new Map<SupervisorName, Seat>(
    SUPERVISORS.map((name) => [name, { isAlive: true }]),
  );

  constructor(around: Around) {
    this.#around = around;
  }

  /** A supervisor's own phone answers, and its owner presses the key. */
  phoneOf(address: string): FarEnd | undefined {
    const who = SUPERVISORS.find((name) => PEOPLE[name].phones.phone === address);
    if (!who) return undefined;
    const phone = farEnd();
    phone.digitsRequested = () => phone.leg?.press('1');
    queueMicrotask(() => {
      const seat = this.#seats.get(who)!;
      if (seat.isPhone) seat.leg = phone.leg;
    });
    return phone;
  }

  join(who: SupervisorName): void {
    const seat = this.#seats.get(who)!;
    this.#around.dealside.join(PEOPLE[who], this.#around.callId(), (interventionId) => {
      if (seat.isAlive && seat.leg && seat.interventionId !== interventionId) this.#goes(seat);
      this.#connect(who, this.#around.callId(), interventionId);
    });
  }

  /** A new page has no leg yet; an older page's leg is not its own. */
  #connect(who: SupervisorName, callId: string, interventionId: string): void {
    this.#seats.set(who, { callId, interventionId, isAlive: true });
    this.#around.time.after(400, () => {
      const now = this.#seats.get(who)!;
      if (now.interventionId === interventionId && now.isAlive)
        now.leg = this.#around.network.connect(
          identityOf(PEOPLE[who]),
          { interventionId },
          farEnd(),
        );
    });
  }

  /** The seat is the phone's from the click on: it may answer before the request is. */
  joinByPhone(who: SupervisorName): void {
    const { interventionId, isAlive, leg } = this.#seats.get(who)!;
    if (interventionId && isAlive && !(leg && isOver(leg))) return;
    const seat: Seat = { callId: this.#around.callId(), isAlive: true, isPhone: true };
    this.#seats.set(who, seat);
    this.#around.dealside.join(
      PEOPLE[who],
      this.#around.callId(),
      (id) => void (seat.interventionId = id),
      'phone',
    );
  }

  /** To the other call, or back from there. */
  move(who: SupervisorName): void {
    const otherCallId = this.#around.otherCallId();
    if (!otherCallId) return;
    this.onCall(who, (interventionId) => {
      const { callId } = this.#seats.get(who)!;
      const target = callId === otherCallId ? this.#around.callId() : otherCallId;
      this.#around.dealside.move(PEOPLE[who], target, interventionId, (id) =>
        this.#connect(who, target, id),
      );
    });
  }

  /** Acts if the supervisor is on the call, otherwise joins. */
  onCall(who: SupervisorName, act: (interventionId: string) => void): void {
    const { interventionId, isAlive, leg } = this.#seats.get(who)!;
    if (interventionId && isAlive && !(leg && isOver(leg))) act(interventionId);
    else this.join(who);
  }

  supervisorGoes(who: SupervisorName): void {
    const seat = this.#seats.get(who)!;
    this.#seats.set(who, { isAlive: true });
    this.#goes(seat);
  }

  #goes({ leg, interventionId }: Seat): void {
    if (interventionId) this.#around.left.supervisors.add(interventionId);
    if (leg) this.#around.network.hangUp(leg);
  }

  browserDies(who: SupervisorName): void {
    const seat = this.#seats.get(who)!;
    if (!seat.interventionId) return;
    this.#seats.set(who, { isAlive: true });
    seat.isAlive = false;
    if (seat.isPhone) return this.#goes(seat);
    this.#around.time.after(CARRIER_TIMEOUT_MS, () => this.#goes(seat));
  }

  heartbeats(): void {
    for (const [who, { interventionId, isAlive, isPhone, leg }] of this.#seats) {
      if (interventionId && isAlive && !isPhone && leg?.status === 'in-progress')
        this.#around.dealside.heartbeat(PEOPLE[who], interventionId);
    }
  }
}
