import type { Callbacks } from '../webhooks/callbacks.ts';
import { CALLBACK_FAULTS, REST_FAULTS, type CallbackFault, type FaultBook, type RestFault } from '../faults/faultBook.ts';
import { isMediaFault } from '../media/mediaFaults.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';

export interface FaultParts {
  readonly board: Switchboard;
  readonly callbacks: Callbacks;
  readonly restFaults: FaultBook<RestFault>;
}

/** One word for the commonest faults of callbacks; 0 takes them back. */
const SHORT = {
  loseNext: (next: number) => ({ does: 'lose', next }),
  doubleNext: (next: number) => ({ does: 'double', next }),
  reorderNext: (next: number) => ({ does: 'reorder', next }),
  delayMs: (ms: number) => ({ does: 'delay', ms }),
} as const satisfies Record<string, (much: number) => CallbackFault>;

/** What a test asks to go wrong. */
export interface AskedFaults extends Readonly<Partial<Record<keyof typeof SHORT, number>>> {
  readonly callbacks?: readonly CallbackFault[];
  readonly rest?: readonly RestFault[];
  readonly media?: unknown;
}

export function setFaults({ board, callbacks, restFaults }: FaultParts, { media, callbacks: told = [], rest = [], ...short }: AskedFaults): void {
  if (media !== undefined && media !== null && !isMediaFault(media)) throw new Error(`there is no media fault ${String(media)}`);
  assertKnown(told, CALLBACK_FAULTS);
  assertKnown(rest, REST_FAULTS);
  if (media !== undefined) board.rooms.mediaFault = media;
  for (const name of Object.keys(SHORT) as (keyof typeof SHORT)[]) {
    const much = short[name];
    if (much) callbacks.faults.set(SHORT[name](much), name);
    else if (much === 0) callbacks.faults.remove(name);
  }
  for (const fault of told) callbacks.faults.set(fault);
  for (const fault of rest) restFaults.set(fault);
}

export const faultsOf = ({ board, callbacks, restFaults }: FaultParts) =>
  ({ callbacks: callbacks.faults.list(), rest: restFaults.list(), media: board.rooms.mediaFault });

export function endFaults({ board, callbacks, restFaults }: FaultParts): void {
  callbacks.faults.clear();
  restFaults.clear();
  board.rooms.mediaFault = null;
}

/** A fault with a wrong name would be no fault, and prove nothing. */
function assertKnown(faults: readonly { does: string }[], known: readonly string[]): void {
  const stranger = faults.find(({ does }) => !known.includes(does));
  if (stranger) throw new Error(`there is no fault ${stranger.does}`);
}
