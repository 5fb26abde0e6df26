import type { Call } from '../../domain/call/call.ts';
import { SPEAKERS, type Speaker } from '../../domain/transcript/line.ts';
import { isTalkOfTwo } from '../../domain/transcript/transcribed.ts';
import type { Clock, LegStatus, TranscribedLegs } from '../../ports/index.ts';
import { forgetOthers } from './forgetOthers.ts';

export interface HearingDeps {
  readonly legs: Pick<TranscribedLegs, 'of'>;
  readonly clock: Clock;
  /** Hears of each call whose lost words have changed. */
  readonly onChanged: (call: Call) => void;
}

/** Words that are missing because a transcription failed; `isGivenUp`: it stays so. */
export interface LostWords {
  readonly speaker: Speaker;
  readonly isGivenUp: boolean;
}

/** Which of the open calls can be heard now, as this instance has looked at them. */
export interface Hearing {
  /** Looks at open calls that are transcribed; called every second. */
  look(calls: readonly Call[]): Promise<void>;
  /** Since when customer and rep, and nobody else, have been heard without a break. */
  heardSince(callId: string): string | undefined;
  /** The connections whose transcription failed and may be started again now. */
  dueAgain(callId: string): readonly string[];
  lostWords(callId: string): readonly LostWords[];
  forget(callId: string): void;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

interface Heard {
  readonly since?: string;
  readonly dueAgain: readonly string[];
  readonly failed: readonly string[];
  readonly lost: readonly LostWords[];
}

export function createHearing({ legs, clock, onChanged }: HearingDeps): Hearing {
  const calls = new Map<string, Heard>();

  function lookAt(call: Call, statuses: ReadonlyMap<string, LegStatus>): void {
    const before = calls.get(call.callId);
    const legs = legsOf(call).map((leg) => ({ ...leg, is: statuses.get(leg.connectionId) }));
    const failed = legs.flatMap(({ is, ...leg }) =>
      is?.status === 'failed' ? [{ ...leg, ...is }] : [],
    );
    // A phone that hangs up ends its transcription, too, shortly before it is off the call.
    const lost = failed
      .filter(({ connectionId }) => before?.failed.includes(connectionId))
      .map(({ speaker, isGivenUp }) => ({ speaker, isGivenUp }));
    const isHeard =
      isTalkOfTwo(call) &&
      SPEAKERS.every((who) =>
        legs.some((leg) => leg.speaker === who && leg.is?.status === 'running'),
      );
    calls.set(call.callId, {
      ...(isHeard && { since: before?.since ?? clock.now() }),
      failed: failed.map(({ connectionId }) => connectionId),
      dueAgain: failed.filter(({ isDue }) => isDue).map(({ connectionId }) => connectionId),
      lost,
    });
    if (JSON.stringify(before?.lost ?? []) !== JSON.stringify(lost)) onChanged(call);
  }

  return {
    async look(open) {
      const connectionIds = open.flatMap((call) => legsOf(call).map((leg) => leg.connectionId));
      const statuses = connectionIds.length > 0 ? await legs.of(connectionIds) : new Map();
      for (const call of open) lookAt(call, statuses);
    },
    heardSince: (callId) => calls.get(callId)?.since,
    dueAgain: (callId) => calls.get(callId)?.dueAgain ?? [],
    lostWords: (callId) => calls.get(callId)?.lost ?? [],
    forget: (callId) => void calls.delete(callId),
    retainOnly: (isOpen) => forgetOthers(calls, isOpen),
  };
}

const legsOf = (call: Call): { readonly connectionId: string; readonly speaker: Speaker }[] =>
  call.participants.flatMap(({ party, status, connectionId }) =>
    status === 'connected' && connectionId && (party.role === 'customer' || party.role === 'rep')
      ? [{ connectionId, speaker: party.role }]
      : [],
  );
