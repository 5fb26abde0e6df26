import {
  CALLBACK_FAULTS,
  REST_FAULTS,
  type CallbackFault,
  type FaultBook,
  type RestFault,
} from '../faults/faultBook.ts';
import { isMediaFault } from '../media/mediaFaults.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';

/** Where faults take effect. */
export interface FaultDeps {
  readonly board: Switchboard;
  readonly callbacks: Callbacks;
  readonly restFaults: FaultBook<RestFault>;
}

/** Short forms of the most common callback faults; 0 removes one. */
const SHORTHANDS = {
  loseNext: (next: number) => ({ does: 'lose', next }),
  doubleNext: (next: number) => ({ does: 'double', next }),
  reorderNext: (next: number) => ({ does: 'reorder', next }),
  delayMs: (ms: number) => ({ does: 'delay', ms }),
} as const satisfies Record<string, (amount: number) => CallbackFault>;

/** The body of `POST /_local/faults`. */
export interface FaultRequest extends Readonly<Partial<Record<keyof typeof SHORTHANDS, number>>> {
  readonly callbacks?: readonly CallbackFault[];
  readonly rest?: readonly RestFault[];
  readonly media?: unknown;
  readonly thirdLegDelayMs?: number;
}

/** Adds the requested faults. Throws on an unknown kind. */
export function setFaults(
  { board, callbacks, restFaults }: FaultDeps,
  {
    media,
    thirdLegDelayMs,
    callbacks: callbackFaults = [],
    rest = [],
    ...shorthands
  }: FaultRequest,
): void {
  if (media !== undefined && media !== null && !isMediaFault(media))
    throw new Error(`unknown media fault ${String(media)}`);
  assertKnown(callbackFaults, CALLBACK_FAULTS);
  assertKnown(rest, REST_FAULTS);
  if (media !== undefined) board.rooms.mediaFault = media;
  if (thirdLegDelayMs !== undefined) board.rooms.thirdLegDelayMs = thirdLegDelayMs;
  for (const name of Object.keys(SHORTHANDS) as (keyof typeof SHORTHANDS)[]) {
    const amount = shorthands[name];
    if (amount) callbacks.faults.set(SHORTHANDS[name](amount), name);
    else if (amount === 0) callbacks.faults.remove(name);
  }
  for (const fault of callbackFaults) callbacks.faults.set(fault);
  for (const fault of rest) restFaults.set(fault);
}

/** The active faults. */
export const faultsOf = ({ board, callbacks, restFaults }: FaultDeps) => ({
  callbacks: callbacks.faults.list(),
  rest: restFaults.list(),
  /** How many slow requests are not processed yet. */
  held: restFaults.held,
  media: board.rooms.mediaFault,
  thirdLegDelayMs: board.rooms.thirdLegDelayMs,
});

/** Removes all faults. */
export function endFaults({ board, callbacks, restFaults }: FaultDeps): void {
  callbacks.faults.clear();
  restFaults.clear();
  board.rooms.mediaFault = null;
  board.rooms.thirdLegDelayMs = 0;
}

/**
 * Refuses unknown kinds, because a misspelled fault would have no effect and its test no meaning.
 */
function assertKnown(faults: readonly { does: string }[], known: readonly string[]): void {
  const unknown = faults.find(({ does }) => !known.includes(does));
  if (unknown) throw new Error(`unknown fault ${unknown.does}`);
}
