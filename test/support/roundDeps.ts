import type { CallDeps } from '../../server/commands/carrier/callDeps.ts';
import type { ReconcileDueCallsDeps } from '../../server/commands/jobs/reconcileDueCalls.ts';
import type { Call } from '../../server/domain/call/call.ts';
import type { ObservedConference } from '../../server/domain/carrier/reconcile.ts';
import type { ConferenceControl, DueCalls } from '../../server/ports/index.ts';
import { createLocalLocks } from '../../server/store/locks/localLocks.ts';
import { at } from './builders.ts';
import { createMemoryStore } from './memoryStore.ts';
import { quietLog } from './quietLog.ts';

/** What a round needs: a store in memory, a clock that is set, and a carrier that is looked into. */
export interface RoundStage {
  readonly deps: CallDeps &
    Pick<ReconcileDueCallsDeps, 'planRepLoss' | 'ringReadyReps'> & { readonly dueCalls: DueCalls };
  /** The calls that the carrier was asked about, in order. */
  readonly looks: string[];
  /** Seconds after the start of calls. */
  seconds: number;
  create(...calls: readonly Call[]): Promise<void>;
  /** What a look answers, instead of what is known of the call. */
  answer: (callId: string) => Promise<ObservedConference | undefined>;
}

export function startRoundStage(control: Partial<ConferenceControl> = {}): RoundStage {
  const { store, dueCalls } = createMemoryStore();
  const looks: string[] = [];
  const stage: RoundStage = {
    looks,
    seconds: 0,
    async create(...calls) {
      for (const call of calls) await store.createCall(call, [], []);
    },
    answer: async (callId) => asKnown((await store.loadCall(callId))!),
    deps: {
      store,
      dueCalls,
      planRepLoss: async () => undefined,
      ringReadyReps: async () => undefined,
      control: {
        ...control,
        observeConference: (callId: string) => {
          looks.push(callId);
          return stage.answer(callId);
        },
      } as ConferenceControl,
      locks: createLocalLocks(),
      clock: { now: () => at(stage.seconds) },
      ids: { next: () => crypto.randomUUID() },
      log: quietLog,
    },
  };
  return stage;
}

/** What the carrier sees when it sees exactly what is known. */
export const asKnown = ({ conferenceId, participants }: Call): ObservedConference | undefined =>
  conferenceId === undefined
    ? undefined
    : {
        conferenceId,
        participants: participants.flatMap(({ party, connectionId, status, audibleTo, onHold }) =>
          status === 'connected' && connectionId
            ? [{ party, connectionId, audibleTo, onHold }]
            : [],
        ),
      };
