import type { FarEnd, Leg } from '../../../local/carrier/legs/leg.ts';
import type { Person } from '../../../server/domain/call/people.ts';
import { identityOf } from '../../../server/telephony/softphone/identity.ts';
import type { ColleagueAnswer } from './happenings.ts';
import { OTHER_CUSTOMER_PHONE, THIRD_PARTY_PHONE } from './people.ts';
import type { PhoneNetwork } from './phoneNetwork.ts';
import { farEnd, type Left } from './seats.ts';

/** Somebody who is rung: what they do next time, and their leg since they last answered. */
interface Rung {
  answer: ColleagueAnswer;
  leg?: Leg;
}

interface Around {
  readonly network: PhoneNetwork;
  readonly left: Left;
  /** The rep of the call now. */
  readonly rep: () => Person;
  /** Whether the rep hung up on purpose. */
  readonly repHungUp: () => boolean;
  readonly supervisorsPhone: (address: string) => FarEnd | undefined;
}

/** The phones and softphones of customer, rep, colleague and third party, which Dealside rings. */
export class Phones {
  readonly #around: Around;
  readonly colleague: Rung = { answer: 'answers' };
  readonly thirdParty: Rung = { answer: 'answers' };
  repLeg?: Leg;
  /** Whether the rep's browser has not crashed. */
  repIsAlive = true;
  #customerLeg?: Leg;

  constructor(around: Around) {
    this.#around = around;
  }

  customerHangsUp(): void {
    this.#around.left.customer = true;
    if (this.#customerLeg) this.#around.network.hangUp(this.#customerLeg);
  }

  thirdPartyHangsUp(): void {
    this.#around.left.thirdParty = true;
    if (this.thirdParty.leg) this.#around.network.hangUp(this.thirdParty.leg);
  }

  /** What answers at an address that is rung: a far end, the busy tone, or nobody. */
  answering(address: string): FarEnd | 'busy' | undefined {
    if (address.startsWith('client:') && address !== `client:${identityOf(this.#around.rep())}`)
      return this.#answers(this.colleague);
    if (address === THIRD_PARTY_PHONE) return this.#answers(this.thirdParty);
    if (address === OTHER_CUSTOMER_PHONE) return farEnd();
    const supervisors = this.#around.supervisorsPhone(address);
    if (supervisors) return supervisors;
    if (address.startsWith('+')) {
      const phone = farEnd();
      this.#customerLeg = undefined;
      queueMicrotask(() => void (this.#customerLeg = phone.leg));
      return phone;
    }
    if (!this.repIsAlive || this.#around.repHungUp()) return undefined;
    const softphone = farEnd();
    queueMicrotask(() => {
      this.repLeg = softphone.leg;
      this.#around.left.rep = false;
    });
    return softphone;
  }

  #answers(rung: Rung): FarEnd | 'busy' | undefined {
    if (rung.answer !== 'answers') return rung.answer === 'declines' ? 'busy' : undefined;
    const softphone = farEnd();
    queueMicrotask(() => void (rung.leg = softphone.leg));
    return softphone;
  }
}
