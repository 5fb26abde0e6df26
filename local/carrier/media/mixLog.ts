import type { Audibility } from './hears.ts';

/** A voice in a mix: whose it was, and its state in the conference at that moment. */
interface Voiced {
  readonly callSid: string;
  readonly as: 'open' | 'coaching' | 'muted';
}

/** From this block until the next change, exactly these voices were in the listener's mix. */
interface MixChange {
  readonly block: number;
  /** Epoch ms at which the block was mixed. */
  readonly at: number;
  readonly voices: readonly Voiced[];
}

/** The mixes that one listener received. */
export interface ListenerMixes {
  readonly callSid: string;
  readonly label?: string;
  /** How many blocks of 20 ms were mixed for this listener. */
  blocks: number;
  /** Epoch ms of the last block. */
  lastAt: number;
  /** The blocks in which nobody could be heard, whether or not anybody's sound came. */
  readonly alone: { readonly fromBlock: number; blocks: number }[];
  readonly changes: MixChange[];
}

/**
 * Logs whose samples went into which mix, block by block. The mixer calls it where it adds samples,
 * so the log shows what was mixed even if it was quiet or should not have been mixed.
 */
export interface MixLog {
  /** The listener's next block is mixed from these voices. */
  mixed(
    listener: { callSid: string; label?: string },
    voices: readonly Audibility[],
    isReached: boolean,
  ): void;
  /** All listeners, including those who have left. */
  readonly mixes: () => readonly ListenerMixes[];
}

/** More changes than any call has; beyond this the oldest are dropped. */
const MAX_CHANGES = 20_000;

/** An empty log. @param now epoch ms */
export function createMixLog(now: () => number = Date.now): MixLog {
  const listeners = new Map<string, ListenerMixes>();
  return {
    mixed({ callSid, label }, voices, isReached) {
      const kept = listeners.get(callSid) ?? {
        callSid,
        label,
        blocks: 0,
        lastAt: 0,
        alone: [],
        changes: [],
      };
      listeners.set(callSid, kept);
      if (!isReached) noteAlone(kept);
      const at = now();
      if (!sameVoices(kept.changes.at(-1)?.voices, voices)) {
        kept.changes.push({
          block: kept.blocks,
          at,
          voices: voices.map((voice) => ({ callSid: voice.callSid, as: ruleFor(voice) })),
        });
        if (kept.changes.length > MAX_CHANGES) kept.changes.splice(0, 1_000);
      }
      kept.blocks += 1;
      kept.lastAt = at;
    },
    mixes: () => [...listeners.values()],
  };
}

function noteAlone({ alone, blocks }: ListenerMixes): void {
  const last = alone.at(-1);
  if (last && last.fromBlock + last.blocks === blocks) last.blocks += 1;
  else alone.push({ fromBlock: blocks, blocks: 1 });
}

const ruleFor = ({ muted, coaching, isBetween }: Audibility): Voiced['as'] =>
  muted ? 'muted' : coaching || isBetween ? 'coaching' : 'open';

function sameVoices(before: readonly Voiced[] | undefined, voices: readonly Audibility[]): boolean {
  return (
    before?.length === voices.length &&
    voices.every(
      (voice, i) => voice.callSid === before[i]!.callSid && ruleFor(voice) === before[i]!.as,
    )
  );
}
