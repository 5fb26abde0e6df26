import { HEALTHY } from '../../../server/domain/audioCheck/audioCheck.ts';
import type { Person } from '../../../server/domain/call/people.ts';
import { NO_CALLER_ID_RULES } from '../../../server/domain/callerId/choose.ts';
import { NO_PROOFS } from '../../../server/domain/stepUp/proofs.ts';
import type { Clock, Directory, Leases, Log } from '../../../server/ports/index.ts';
import { createLocalLocks } from '../../../server/store/locks/localLocks.ts';
import { createConferenceControl } from '../../../server/telephony/conference/conferenceControl.ts';
import { FakeCustomerLookup } from '../../support/fakeCrm.ts';
import { dialingPolicy, memoryDials } from '../../support/memoryDials.ts';
import type { createMemoryStore } from '../../support/memoryStore.ts';
import { DISCLOSED_ELSEWHERE, SAMPLE_POLICY } from '../../support/samplePolicy.ts';
import { untilKilled } from './killable.ts';
import { groupsOf } from './people.ts';
import type { PhoneNetwork } from './phoneNetwork.ts';
import type { VirtualTime } from './virtualTime.ts';

export const PUBLIC_URL = 'http://dealside.test';
export const CUSTOMER_PHONE = '+14155550142';
const OWN_NUMBER = '+15005550100';
/** Sequences place more calls in virtual time than a rep would. */
const NO_LIMITS = { minute: Infinity, hour: Infinity, day: Infinity };

interface Around {
  readonly time: VirtualTime;
  readonly network: PhoneNetwork;
  readonly fault: (what: string) => void;
  readonly trace: (line: string) => void;
  readonly people: readonly Person[];
  readonly memory: ReturnType<typeof createMemoryStore>;
  readonly leases: Leases;
  /** Whether the process that has these dependencies still runs. */
  readonly isAlive: () => boolean;
  readonly nextId: () => string;
}

/** What Dealside’s commands depend on, for one life of a process: once killed, nothing answers. */
export function commandDeps({
  time,
  network,
  fault,
  trace,
  people,
  memory,
  leases,
  isAlive,
  nextId,
}: Around) {
  const clock: Clock = { now: () => new Date(time.now).toISOString() };
  const log: Log = {
    info: () => undefined,
    warn: (fields, message) =>
      trace(`  ${message} ${JSON.stringify({ ...fields, callId: undefined })}`),
    error: (fields, message) => fault(`${message} ${JSON.stringify(fields)}`),
  };
  return {
    store: untilKilled(memory.store, isAlive),
    control: untilKilled(
      createConferenceControl(network.client, {
        publicUrl: PUBLIC_URL,
        twimlAppSid: `AP${'3'.repeat(32)}`,
        callerIdOf: () => OWN_NUMBER,
        retrying: {
          pause: (ms) => new Promise((go) => void time.after(ms, go)),
          random: () => 0.5,
        },
      }),
      isAlive,
    ),
    openCalls: untilKilled(
      {
        of: (orgId: string) => memory.store.findCalls({ orgId, status: ['ringing', 'live'] }),
      },
      isAlive,
    ),
    leases: untilKilled(leases, isAlive),
    dueCalls: untilKilled(memory.dueCalls, isAlive),
    locks: untilKilled(
      createLocalLocks((ms, act) => time.after(ms, act)),
      isAlive,
    ),
    policies: { inForce: async () => SAMPLE_POLICY, lastKnown: () => SAMPLE_POLICY },
    consent: { of: async () => DISCLOSED_ELSEWHERE },
    reaches: { of: async () => ({}) },
    speech: { of: async () => ({ wordings: [], places: [] }) },
    latency: {
      requested: nothing,
      carrierAnswered: nothing,
      heard: nothing,
      summary: async () => [],
    },
    proofs: { of: async () => NO_PROOFS },
    claims: { ofCall: async () => undefined, giveBack: async () => false },
    audioCheckRuns: { carrierHealth: async () => HEALTHY },
    isRepUnnotified: async () => false,
    lacksCourse: async () => false,
    transcribesCalls: async () => false,
    directory: {
      person: async (_orgId: string, userId: string) => people.find((one) => one.userId === userId),
    } as Directory,
    customers: new FakeCustomerLookup({
      customer: { name: 'Priya Raman', accountName: 'Halcyon', phone: CUSTOMER_PHONE },
    }),
    dialing: { of: async () => dialingPolicy({ limits: NO_LIMITS }) },
    callerIds: { of: async () => NO_CALLER_ID_RULES },
    numbers: { of: async () => ({ numbers: [OWN_NUMBER], main: OWN_NUMBER }) },
    dials: memoryDials(),
    ...groupsOf(people),
    clock,
    log,
    ids: { next: nextId },
    later: (delayMs: number, act: () => Promise<void>) =>
      void time.after(delayMs, () => {
        if (isAlive())
          act().catch((thrown: Error) => fault(`something later threw ${thrown.stack}`));
      }),
  };
}

const nothing = async () => undefined;
