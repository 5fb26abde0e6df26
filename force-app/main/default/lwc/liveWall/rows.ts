import type { CallView } from 'c/callModel';

export type Column = 'rep' | 'customer' | 'amount' | 'duration';
export interface Sorting {
  column: Column;
  descending: boolean;
}

export type Show = 'all' | 'help' | 'supervised' | 'alone';

const SHOWN: Record<Show, (call: CallView) => boolean> = {
  all: () => true,
  help: ({ help }) => help !== undefined,
  supervised: ({ interventions }) => interventions.length > 0,
  alone: ({ interventions }) => interventions.length === 0,
};

/** The calls of this kind in which each word of the search is found. */
export function matching(
  calls: readonly CallView[],
  search: string,
  show: Show = 'all',
): CallView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return calls.filter((call) => {
    if (!SHOWN[show](call)) return false;
    const { rep, customer, opportunity } = call;
    const text = [rep.name, customer.name, customer.accountName, opportunity?.name]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const names = new Intl.Collator();
const beganAt = ({ answeredAt, startedAt }: CallView): string => answeredAt ?? startedAt;

const COMPARE: Record<Column, (a: CallView, b: CallView) => number> = {
  rep: (a, b) => names.compare(a.rep.name, b.rep.name),
  customer: (a, b) => names.compare(a.customer.name, b.customer.name),
  amount: (a, b) => (a.opportunity?.amount ?? 0) - (b.opportunity?.amount ?? 0),
  duration: (a, b) => beganAt(b).localeCompare(beganAt(a)),
};

/** In the order asked for; calls on which the rep asks for help come first in any order. */
export function sorted(calls: readonly CallView[], { column, descending }: Sorting): CallView[] {
  const sign = descending ? -1 : 1;
  const asksHelp = ({ help }: CallView): number => (help?.status === 'open' ? 1 : 0);
  return calls.toSorted(
    (a, b) =>
      asksHelp(b) - asksHelp(a) || sign * COMPARE[column](a, b) || a.callId.localeCompare(b.callId),
  );
}
