import { connectedParticipant } from '../../../server/domain/call/call.ts';
import type { Person } from '../../../server/domain/call/people.ts';
import { identityOf } from '../../../server/telephony/softphone/identity.ts';
import { rep } from '../../support/builders.ts';
import type { Dealside } from './dealside.ts';
import { SUPERVISORS } from './happenings.ts';
import type { PhoneNetwork } from './phoneNetwork.ts';
import { farEnd } from './seats.ts';

const phoneOf = (n: number): string => `+1415556${String(n).padStart(4, '0')}`;

/** Calls of other reps beside the one that a sequence is about: nothing happens on them. */
export class Bystanders {
  readonly reps: readonly Person[];
  readonly #phones: ReadonlySet<string>;
  readonly #calls = new Map<string, string>();

  constructor(count: number) {
    this.reps = Array.from({ length: count }, (_, n) =>
      rep({ userId: `bystander${n}`, name: `Bystander ${n}`, managerIds: [...SUPERVISORS] }),
    );
    this.#phones = new Set(this.reps.map((_, n) => phoneOf(n)));
  }

  isTheirs(address: string): boolean {
    return this.#phones.has(address);
  }

  get conferences(): readonly string[] {
    return [...this.#calls.values()];
  }

  /** Places their calls; `pass` lets the time go by until customers have answered. */
  async begin(dealside: Dealside, network: PhoneNetwork, pass: () => Promise<void>): Promise<void> {
    if (this.reps.length === 0) return;
    const callIds: string[] = [];
    for (const [n, person] of this.reps.entries()) {
      const callId = await dealside.place(person, phoneOf(n));
      network.connect(identityOf(person), { callId }, farEnd());
      callIds.push(callId);
    }
    await pass();
    for (const callId of callIds)
      this.#calls.set(callId, network.board.rooms.latest(callId)?.sid ?? 'none');
    const faults = await this.faults(dealside, network);
    if (faults.length > 0) throw new Error(`the other calls did not begin\n${faults.join('\n')}`);
  }

  /** What is not any more as it began: two people who hear each other, and nobody else. */
  async faults(dealside: Dealside, network: PhoneNetwork): Promise<string[]> {
    const faults: string[] = [];
    for (const [callId, sid] of this.#calls) {
      const call = await dealside.call(callId);
      const there = [...(network.board.rooms.find(sid)?.participants.values() ?? [])];
      const isSo =
        call?.status === 'live' &&
        connectedParticipant(call, 'rep')?.audibleTo === 'everyone' &&
        connectedParticipant(call, 'customer')?.audibleTo === 'everyone' &&
        there.length === 2 &&
        there.every(({ muted, hold }) => !muted && !hold);
      if (isSo) continue;
      const seen = there.map(
        ({ label, muted, hold }) =>
          `${label ?? 'somebody'} ${muted ? 'muted' : 'heard'} ${hold ? 'held' : ''}`,
      );
      faults.push(
        `the call ${callId} of a bystander is ${call?.status ?? 'unknown'}, and in it are ${seen.join(', ') || 'nobody'}`,
      );
    }
    return faults;
  }
}
