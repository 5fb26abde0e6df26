import { hangUp, holdCustomer } from '../../../server/commands/calls/controlOwnCall.ts';
import {
  inviteGuest,
  leaveToGuest,
  removeGuest,
} from '../../../server/commands/calls/inviteGuest.ts';
import { placeCall } from '../../../server/commands/calls/placeCall.ts';
import { planRepLoss } from '../../../server/commands/calls/planRepLoss.ts';
import { ringReadyReps } from '../../../server/commands/calls/readyReps.ts';
import {
  cancelTransfer,
  completeTransfer,
  requestGroupTransfer,
  requestTransfer,
} from '../../../server/commands/calls/transferCall.ts';
import {
  admitRep,
  admitSupervisor,
  admitSupervisorPhone,
} from '../../../server/commands/carrier/admitParticipant.ts';
import { recordFact } from '../../../server/commands/carrier/recordFact.ts';
import { reconcileByList, type ListMemory } from '../../../server/commands/jobs/reconcileByList.ts';
import {
  reconcileDueCalls,
  type LookedAt,
} from '../../../server/commands/jobs/reconcileDueCalls.ts';
import {
  reconcileSupervisedCalls,
  type SupervisedMemory,
} from '../../../server/commands/jobs/reconcileSupervisedCalls.ts';
import { changeMode } from '../../../server/commands/supervision/changeMode.ts';
import {
  dropExpiredLeases,
  type LeaseMemory,
} from '../../../server/commands/supervision/dropExpiredLeases.ts';
import { leaveCall } from '../../../server/commands/supervision/leaveCall.ts';
import { moveToCall } from '../../../server/commands/supervision/moveToCall.ts';
import { renewLease } from '../../../server/commands/supervision/renewLease.ts';
import { requestFloor, releaseFloor } from '../../../server/commands/supervision/requestFloor.ts';
import { startIntervention } from '../../../server/commands/supervision/startIntervention.ts';
import type { Call } from '../../../server/domain/call/call.ts';
import type { Mode, RepAfterTakeover } from '../../../server/domain/call/modes.ts';
import type { Device, Person } from '../../../server/domain/call/people.ts';
import { LEASE_BEAT_MS } from '../../../server/domain/supervision/leaseClock.ts';
import type { Leases } from '../../../server/ports/index.ts';
import { createCarrierWebhooks } from '../../../server/telephony/webhooks/webhooks.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { NO_CHOICES } from '../../support/noChoices.ts';
import { commandDeps, CUSTOMER_PHONE, PUBLIC_URL } from './commandDeps.ts';
import { leasesInMemory } from './killable.ts';
import type { PhoneNetwork } from './phoneNetwork.ts';
import type { VirtualTime } from './virtualTime.ts';

const ROUND_EVERY_MS = 2_000;
const LOOKS_PER_SECOND = 5;

/** What the rounds remember, and a killed process forgets. */
interface RoundMemory {
  readonly leases: LeaseMemory;
  readonly lookedAt: LookedAt;
  readonly supervised: SupervisedMemory;
  readonly list: ListMemory;
}

const newRounds = (): RoundMemory => ({
  leases: { removals: new Map() },
  lookedAt: new Map(),
  supervised: { lookedAt: new Map(), supervisedAt: new Map() },
  list: {},
});

interface Options {
  readonly time: VirtualTime;
  readonly network: PhoneNetwork;
  readonly fault: (what: string) => void;
  readonly trace: (line: string) => void;
  readonly people: readonly Person[];
}

/**
 * Dealside's commands and adapters with a store in memory, composed as by the composition root. It
 * can be killed: what was running is never finished, and only stored data remains.
 */
export class Dealside {
  readonly #options: Options;
  readonly #memory;
  readonly #leases: Leases;
  #life = 0;
  #isUp = true;
  #requests = 0;
  #deps;
  #rounds = newRounds();

  constructor(options: Options) {
    this.#options = options;
    this.#memory = createMemoryStore(() => options.time.now);
    this.#leases = leasesInMemory(() => this.#memory.dueCalls.supervisedCalls());
    this.#deps = this.#compose();
    this.#repeat(LEASE_BEAT_MS, 'leases', ({ leases }) => dropExpiredLeases(this.#deps, leases));
    this.#repeat(ROUND_EVERY_MS, 'due calls', ({ lookedAt }) =>
      reconcileDueCalls(
        {
          ...this.#deps,
          planRepLoss: (call) => planRepLoss(this.#deps, call),
          ringReadyReps: (call) => ringReadyReps(this.#deps, call),
        },
        lookedAt,
      ),
    );
    this.#repeat(ROUND_EVERY_MS, 'supervised calls', ({ supervised }) =>
      reconcileSupervisedCalls(this.#deps, supervised),
    );
    this.#repeat(ROUND_EVERY_MS, 'list', ({ list }) =>
      reconcileByList({ ...this.#deps, looksPerSecond: LOOKS_PER_SECOND }, list),
    );
  }

  call(callId: string): Promise<Call | undefined> {
    return this.#memory.store.loadCall(callId);
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  kill(): void {
    this.#isUp = false;
    this.#life += 1;
  }

  restart(): void {
    if (this.#isUp) return;
    this.#isUp = true;
    this.#deps = this.#compose();
    this.#rounds = newRounds();
  }

  reported(form: Parameters<typeof this.webhooks.conferenceFact>[0]): void {
    const read = form.path.startsWith('/telephony/conference')
      ? this.webhooks.conferenceFact(form)
      : this.webhooks.participantStatusFact(form);
    if (read)
      this.#run('callback', () => recordFact(this.#deps, read.fact, { callbackKey: read.key }));
  }

  readonly webhooks = createCarrierWebhooks({ publicUrl: PUBLIC_URL, authToken: 'unused' });

  /** TwiML for a leg; undefined while Dealside is killed. */
  async instructions(
    url: string,
    params: Record<string, string | undefined>,
  ): Promise<string | undefined> {
    if (!this.#isUp) return undefined;
    const { webhooks } = this;
    const { pathname, searchParams } = new URL(url);
    const request = webhooks.voiceRequest({
      path: pathname,
      params: params as Record<string, string>,
      query: Object.fromEntries(searchParams),
      signature: undefined,
    });
    if (request?.kind === 'rep-dials') {
      const admitted = await admitRep(this.#deps, request.caller, request.callId);
      if ('ok' in admitted) return webhooks.admitRep(admitted.ok.callId, { records: false });
    }
    if (request?.kind === 'supervisor-joins') {
      const admitted = await admitSupervisor(this.#deps, request.caller, {
        interventionId: request.interventionId,
      });
      if ('ok' in admitted)
        return webhooks.admitSupervisor(admitted.ok.callId, request.interventionId);
    }
    if (request?.kind === 'supervisor-answers') {
      const { interventionId, hasPressed } = request;
      const admitted = await admitSupervisorPhone(this.#deps, interventionId);
      if ('ok' in admitted)
        return hasPressed
          ? webhooks.admitSupervisor(admitted.ok.callId, interventionId)
          : webhooks.askForKey(interventionId, 'Key.', 'en');
    }
    return webhooks.sayAndHangUp('No.', 'en');
  }

  async place(rep: Person, to = CUSTOMER_PHONE): Promise<string> {
    const deps = { ...this.#deps, ...NO_CHOICES, recordsCalls: false };
    const placed = await placeCall(deps, rep, {
      requestId: this.#requestId(),
      to,
    });
    if ('refusal' in placed) throw new Error(`the call was refused: ${placed.refusal.code}`);
    return placed.ok.callId;
  }

  move(
    person: Person,
    callId: string,
    moveFrom: string,
    then: (interventionId: string) => void,
  ): void {
    this.#ask(
      `${person.userId} moves`,
      () => moveToCall(this.#deps, person, { callId, moveFrom, requestId: this.#requestId() }),
      ({ intervention }) => then(intervention.interventionId),
    );
  }

  join(
    person: Person,
    callId: string,
    then: (interventionId: string) => void,
    device: Device = 'softphone',
  ): void {
    this.#ask(
      `${person.userId} joins`,
      () => startIntervention(this.#deps, person, { callId, requestId: this.#requestId(), device }),
      ({ intervention }) => then(intervention.interventionId),
    );
  }

  switch(
    person: Person,
    interventionId: string,
    mode: Mode,
    repAfterTakeover: RepAfterTakeover,
  ): void {
    const command = {
      interventionId,
      mode,
      requestId: this.#requestId(),
      reasonCode: 'large_deal',
      repAfterTakeover,
    };
    this.#ask(`${person.userId} wants ${mode}`, () => changeMode(this.#deps, person, command));
  }

  requestFloor(person: Person, interventionId: string): void {
    this.#ask(`${person.userId} requests the floor`, () =>
      requestFloor(this.#deps, person, { interventionId }),
    );
  }

  releaseFloor(person: Person, interventionId: string): void {
    this.#ask(`${person.userId} releases the floor`, () =>
      releaseFloor(this.#deps, person, { interventionId }),
    );
  }

  leave(person: Person, interventionId: string): void {
    this.#ask(`${person.userId} leaves`, () => leaveCall(this.#deps, person, { interventionId }));
  }

  hold(rep: Person, callId: string, onHold: boolean): void {
    this.#ask(`the rep ${onHold ? 'holds' : 'resumes'}`, () =>
      holdCustomer(this.#deps, rep, { callId, onHold }),
    );
  }

  transfer(rep: Person, callId: string, to: Person, complete: boolean): void {
    this.#ask('the rep asks a colleague', () =>
      requestTransfer(this.#deps, rep, {
        callId,
        toUserId: to.userId,
        requestId: this.#requestId(),
        complete,
      }),
    );
  }

  transferToGroup(rep: Person, callId: string, complete: boolean): void {
    this.#ask('the rep asks a group', () =>
      requestGroupTransfer(this.#deps, rep, {
        callId,
        toGroup: 'group',
        requestId: this.#requestId(),
        complete,
      }),
    );
  }

  addGuest(
    rep: Person,
    callId: string,
    to: { number: string } | { userId: string },
    how: { leave: boolean; holdCustomer: boolean },
  ): void {
    this.#ask('the rep adds a third party', () =>
      inviteGuest(this.#deps, rep, { callId, requestId: this.#requestId(), to, ...how }),
    );
  }

  guest(rep: Person, callId: string, guestId: string, act: 'removes' | 'leaves the call to'): void {
    const command = act === 'removes' ? removeGuest : leaveToGuest;
    this.#ask(`the rep ${act} the third party`, () =>
      command(this.#deps, rep, { callId, guestId }),
    );
  }

  handOver(rep: Person, callId: string): void {
    this.#ask('the rep hands over', () => completeTransfer(this.#deps, rep, { callId }));
  }

  withdraw(rep: Person, callId: string): void {
    this.#ask('the rep takes back', () => cancelTransfer(this.#deps, rep, { callId }));
  }

  hangUp(rep: Person, callId: string): void {
    this.#ask('the rep hangs up', () => hangUp(this.#deps, rep, { callId }));
  }

  heartbeat(person: Person, interventionId: string): void {
    this.#run('heartbeat', () => renewLease(this.#deps, person, { interventionId }));
  }

  #ask<T>(
    what: string,
    command: () => Promise<{ ok: T } | { refusal: { code: string } }>,
    then: (ok: T) => void = () => undefined,
  ): void {
    this.#options.trace(what);
    this.#run(what, async () => {
      const answer = await command();
      if ('ok' in answer) then(answer.ok);
      else this.#options.trace(`  ${what}: ${answer.refusal.code}`);
    });
  }

  #repeat(everyMs: number, what: string, round: (memory: RoundMemory) => Promise<void>): void {
    this.#options.time.every(everyMs, () => this.#run(what, () => round(this.#rounds)));
  }

  /** Runs work; an exception is a violation, since commands return refusals. */
  #run(what: string, work: () => Promise<unknown>): void {
    if (this.#isUp)
      work().catch((fault: Error) => this.#options.fault(`${what} threw ${fault.stack}`));
  }

  #requestId = (): string => `request-${++this.#requests}`;

  #compose() {
    const life = this.#life;
    return commandDeps({
      ...this.#options,
      memory: this.#memory,
      leases: this.#leases,
      isAlive: () => life === this.#life,
      nextId: () => `id-${++this.#requests}`,
    });
  }
}
