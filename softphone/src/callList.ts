/** Somebody to call. Without numbers, the server uses the number of the record. */
export interface ListEntry {
  readonly recordId: string;
  readonly name: string;
  readonly detail?: string;
  /** As written in the record. The first one is tried first. */
  readonly numbers: readonly string[];
}

/**
 * People to call one after another. `at` is the index of the current person; past the last one, the
 * list is done.
 */
export interface CallList {
  readonly entries: readonly ListEntry[];
  readonly at: number;
  /** The index of the number to call. */
  readonly number: number;
  /** The call to the current person, once it was placed. */
  readonly callId?: string;
  readonly called: number;
  readonly skipped: number;
}

export type CallListEvent =
  | { readonly type: 'list-given'; readonly entries: readonly ListEntry[] }
  | { readonly type: 'list-kept'; readonly list: CallList }
  | { readonly type: 'list-number'; readonly index: number }
  | { readonly type: 'list-placed'; readonly callId: string }
  | { readonly type: 'list-next' }
  | { readonly type: 'list-skipped' }
  | { readonly type: 'list-closed' };

/**
 * The list after an event; undefined if there is none. New entries are added to a list that is not
 * done.
 */
export function nextList(list: CallList | undefined, event: CallListEvent): CallList | undefined {
  switch (event.type) {
    case 'list-given': {
      if (event.entries.length === 0) return list;
      if (!list || isDone(list))
        return { entries: event.entries, at: 0, number: 0, called: 0, skipped: 0 };
      const waiting = new Set(list.entries.slice(list.at).map(({ recordId }) => recordId));
      const added = event.entries.filter(({ recordId }) => !waiting.has(recordId));
      return { ...list, entries: [...list.entries, ...added] };
    }
    case 'list-kept':
      return list ?? event.list;
    case 'list-number':
      return list && !list.callId ? { ...list, number: event.index } : list;
    case 'list-placed':
      return list && { ...list, callId: event.callId };
    case 'list-next':
      return list?.callId ? { ...moved(list), called: list.called + 1 } : list;
    case 'list-skipped':
      return list && !isDone(list) && !list.callId
        ? { ...moved(list), skipped: list.skipped + 1 }
        : list;
    case 'list-closed':
      return undefined;
    default:
      return unreachable(event);
  }
}

const moved = ({ entries, at, called, skipped }: CallList): CallList => ({
  entries,
  at: at + 1,
  number: 0,
  called,
  skipped,
});

export const isDone = ({ entries, at }: CallList): boolean => at >= entries.length;

/** The current person of the list. */
export const currentEntry = (list: CallList): ListEntry | undefined => list.entries[list.at];

/** How record ids begin in every org. Contacts and leads are sent to the server under one name. */
const KINDS: Readonly<Record<string, string>> = { '001': 'accountId', '006': 'opportunityId' };

/** What the server is asked to call: the record, and the number if one is chosen. */
export function callOf({ entries, at, number }: CallList): Record<string, string> {
  const entry = entries[at];
  if (!entry) return {};
  const kind = KINDS[entry.recordId.slice(0, 3)] ?? 'contactId';
  const to = entry.numbers[number];
  return { [kind]: entry.recordId, ...(to && { to }) };
}

const KEY = 'dealside.callList';

/** Keeps the list in this tab, so that a reload of the page does not lose it. */
export const keptList = {
  read(): CallList | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? '') as CallList;
    } catch {
      return undefined;
    }
  },
  write(list: CallList | undefined): void {
    if (list) sessionStorage.setItem(KEY, JSON.stringify(list));
    else sessionStorage.removeItem(KEY);
  },
};

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
